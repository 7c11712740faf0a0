import {
  type AssociationId,
  agreedCoverage,
  type CoverageAnswer,
  type LiveZone,
  type LocalizedText,
  type Position,
  type TerritoryLocator,
  zoneAt,
} from '@nitaq/core';
import { type TextPart, textPart } from './answer-text.ts';

/** What an answer says that is not of its instant or of its place alone. */
export type CommonMembers = Omit<CoverageAnswer, 'at' | 'village' | 'nearest' | 'border'>;
export type SaidOfPlan = Pick<CoverageAnswer, 'area' | 'plan' | 'version' | 'since' | 'decision'>;

/** What all places have in common that the same associations cover in one plan. */
export class CommonAnswer {
  readonly members: CommonMembers;
  /** Who covers the places. */
  readonly covering: readonly AssociationId[];
  #upTo: { readonly at: number; readonly part: TextPart } | null = null;

  constructor(members: CommonMembers) {
    this.members = members;
    this.covering = members.associations.map(({ id }) => id);
  }

  /**
   * The beginning of an answer about an instant, in milliseconds, kept as long as the next are about the same. Members stand
   * as the serializer of the route has them: those that are always there, then the others.
   */
  upTo(at: number): TextPart {
    if (this.#upTo?.at === at) return this.#upTo.part;
    const { status, associations, area, plan, version, ...others } = this.members;
    const always = { status, associations, area, plan, version, at: new Date(at).toISOString() };
    const { shared, since, decision } = others;
    const part = textPart(JSON.stringify({ ...always, shared, since, decision }).slice(0, -1));
    this.#upTo = { at, part };
    return part;
  }
}

/** What is known of an area beside the plan: who is called what, and which shared zones hold. */
interface Circumstances {
  readonly names: ReadonlyMap<AssociationId, LocalizedText>;
  readonly zones: readonly LiveZone[];
}

/** What is answered in a plan, made once for each set of associations. */
export class CommonAnswers {
  readonly #said: SaidOfPlan;
  readonly #locator: TerritoryLocator;
  readonly #place = new Float64Array(2);
  readonly #number = new Int32Array(1);
  #made: Circumstances = { names: new Map(), zones: [] };
  /** By the number that the locator gives. */
  readonly #claimed = new Map<number, CommonAnswer>();
  readonly #shared = new Map<LiveZone, CommonAnswer>();

  constructor(said: SaidOfPlan, locator: TerritoryLocator) {
    this.#said = said;
    this.#locator = locator;
  }

  /** The same object for the same answer, as long as names and zones are the same objects too. */
  at(position: Position, { names, zones }: Circumstances): CommonAnswer {
    if (names !== this.#made.names || zones !== this.#made.zones) {
      this.#made = { names, zones };
      this.#claimed.clear();
      this.#shared.clear();
    }
    [this.#place[0], this.#place[1]] = position;
    this.#locator.locateMany(this.#place, this.#number);
    const number = this.#number[0] ?? 0;
    const claimed = this.#claimed.get(number) ?? this.#makeClaimed(number);
    if (claimed.members.status !== 'overlap') return claimed;
    const zone = zoneAt(position, claimed.covering, zones);
    return zone === null ? claimed : (this.#shared.get(zone) ?? this.#makeShared(position, number, zone));
  }

  #makeClaimed(number: number): CommonAnswer {
    const { status, associations } = this.#locator.answer(number);
    const made = new CommonAnswer({ status, associations: this.#named(associations), ...this.#said });
    this.#claimed.set(number, made);
    return made;
  }

  #makeShared(position: Position, number: number, zone: LiveZone): CommonAnswer {
    const { status, associations } = agreedCoverage(position, this.#locator.answer(number), [zone]);
    const { id, lead, partners, services, endsOn } = zone.terms;
    const made = new CommonAnswer({
      status,
      associations: this.#named(associations),
      shared: { zone: id, lead, partners, services, endsOn, endsSoon: zone.endsSoon },
      ...this.#said,
    });
    this.#shared.set(zone, made);
    return made;
  }

  #named(associations: readonly AssociationId[]) {
    return associations.map((id) => ({ id, name: this.#made.names.get(id) ?? { ar: id, en: id } }));
  }
}
