import { type AreaId, DomainError, type VillageId } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import type { AreaInForce } from '../coverage-lookup.ts';
import { requireVillageByName } from '../find-village.ts';

/** The village that a name means, or why none is. */
export type NameAnswer = { readonly area: AreaId; readonly village: VillageId } | DomainError;

/** Each is a search in the database. */
export const MOST_NAMES = 10_000;
/** So that a long list leaves connections to others. */
const AT_ONCE = 4;

/** Finds the villages that the names of one list mean, each name once. */
export class NameAnswers {
  readonly #db: Database;
  readonly #areas: readonly AreaInForce[];
  readonly #only: readonly AreaId[] | null;
  readonly #known = new Map<string, NameAnswer>();

  constructor(db: Database, areas: readonly AreaInForce[], only: readonly AreaId[] | null) {
    this.#db = db;
    this.#areas = areas.filter(({ area }) => only === null || only.includes(area.id));
    this.#only = only;
  }

  /** Looks up what is not known yet. Errors: the database's own. */
  async learn(names: Iterable<string>): Promise<void> {
    const open = [...new Set(names)].filter((name) => !this.#known.has(name));
    const next = open.values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const name of next) this.#known.set(name, await this.#find(name));
      }),
    );
  }

  /** What was learnt of a name. */
  get(name: string): NameAnswer {
    return this.#known.get(name) ?? new DomainError('village-name-unknown', { name });
  }

  async #find(name: string): Promise<NameAnswer> {
    const byId = this.#byId(name as VillageId);
    if (byId !== null) return byId;
    if (this.#known.size >= MOST_NAMES) return new DomainError('batch-too-many-names', { names: MOST_NAMES });
    try {
      // As much as the search of a single name takes.
      const { area, village } = await requireVillageByName(this.#db, name.slice(0, 100), this.#only);
      return { area, village: village.id };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const isAmbiguous = error.code === 'village-name-ambiguous';
      return isAmbiguous ? new DomainError('row-name-ambiguous', error.values) : error;
    }
  }

  /** A list that was made by a program may have ids where others have names. */
  #byId(id: VillageId): NameAnswer | null {
    const [first, second] = this.#areas.filter(({ area }) => area.villages.find(id) !== null);
    return first !== undefined && second === undefined ? { area: first.area.id, village: id } : null;
  }
}
