import {
  type AreaId,
  articlesIn,
  askedNames,
  DomainError,
  distanceBetweenM,
  matchName,
  type NameKeys,
  type NameMatch,
  type Position,
  type Village,
  type VillageFound,
  type VillageId,
} from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import {
  closeNames,
  furtherNames,
  type NameCandidate,
  namesAlike,
} from '../repositories/village-name-repository.ts';
import { villagesByKeys } from '../repositories/village-repository.ts';

export interface VillageQuestion {
  /** As somebody typed it, in Arabic or Latin letters, whole or the beginning of it. */
  readonly name: string;
  /** Where it is looked for; null: everywhere. */
  readonly areas: readonly AreaId[] | null;
  /** Where one asks, so that the nearest of several that are equally alike comes first. */
  readonly near: Position | null;
  readonly limit: number;
}

/** Another way to read what was typed is a little less likely to be meant than the one before. */
const EACH_OTHER_WAY = 0.99;
/** Names no further apart than this are equally alike; kind and distance then decide. */
const EQUALLY_ALIKE = 0.02;
const KINDS = ['governorate', 'centre', 'village'] as const satisfies Village['kind'][];

interface Found {
  readonly candidate: NameCandidate;
  readonly match: NameMatch;
}

/**
 * Where names are sought, the cheapest first, each with how many that are how much alike suffice to seek no further: what is
 * found later is seldom more alike, and where many names are alike there are thousands of it.
 */
const SEARCHES = [
  { seek: closeNames, enough: 5, alike: 0.8 },
  { seek: furtherNames, enough: 1, alike: 0.7 },
  { seek: namesAlike, enough: 0, alike: 0 },
] as const;

/** The villages that a name may mean, the likeliest first. */
export async function findVillagesByName(
  db: Database,
  { name, areas, near, limit }: VillageQuestion,
): Promise<VillageFound[]> {
  const ways = askedNames(name).filter(({ spelling }) => spelling !== '');
  if (ways.length === 0) return [];
  const best = new Map<string, Found>();
  for (const { seek, enough, alike } of SEARCHES) {
    keepBest(best, ways, await seek(db, ways, areas));
    if ([...best.values()].filter(({ match }) => match.score >= alike).length >= enough) break;
  }
  const likeliest = [...best.values()].sort((a, b) => b.match.score - a.match.score).slice(0, 2 * limit);
  return (await described(db, likeliest, near)).sort(byLikenessTo(name)).slice(0, limit);
}

function keepBest(
  best: Map<string, Found>,
  ways: readonly NameKeys[],
  candidates: readonly NameCandidate[],
): void {
  for (const [way, asked] of ways.entries()) {
    for (const candidate of candidates) {
      const match = matchName(asked, candidate.keys);
      if (match === null) continue;
      const score = match.score * EACH_OTHER_WAY ** way;
      const key = `${candidate.area} ${candidate.village}`;
      if (score > (best.get(key)?.match.score ?? 0)) best.set(key, { candidate, match: { ...match, score } });
    }
  }
}

/** So much less like it, and it is not what was meant. */
const CLEARLY_LESS = 0.04;
/** What is less like it than this needs somebody to look at it. */
const CLEAR = 0.7;
const NAMED_AT_MOST = 5;

/**
 * The one village that a name means, without anybody to choose.
 * Errors: `village-name-unknown`; `village-name-ambiguous` where several are alike, or none is enough.
 */
export async function requireVillageByName(
  db: Database,
  name: string,
  areas: readonly AreaId[] | null,
): Promise<VillageFound> {
  const found = await findVillagesByName(db, { name, areas, near: null, limit: NAMED_AT_MOST });
  const likeliest = [...found].sort((a, b) => b.match.score - a.match.score);
  const [first, second] = likeliest;
  if (first === undefined) throw new DomainError('village-name-unknown', { name });
  const isAlone = second === undefined || second.match.score < first.match.score - CLEARLY_LESS;
  if (first.match.score >= CLEAR && isAlone) return first;
  const names = likeliest.map(
    ({ village, area: its }) => `${village.name.ar} / ${village.name.en} (${its}: ${village.id})`,
  );
  throw new DomainError('village-name-ambiguous', {
    name,
    names: names.join('، '),
    village: first.village.id,
  });
}

async function described(
  db: Database,
  found: readonly Found[],
  near: Position | null,
): Promise<VillageFound[]> {
  const villages = await villagesOf(
    db,
    found.map(({ candidate }) => candidate),
  );
  const centres = await villagesOf(
    db,
    [...villages.values()].flatMap(({ area, village }) =>
      village.centre === null ? [] : [{ area, village: village.centre }],
    ),
  );
  return found.flatMap(({ candidate, match }) => {
    const known = villages.get(keyOf(candidate));
    if (known === undefined) return [];
    const { area, village } = known;
    const centre =
      village.centre === null ? undefined : centres.get(keyOf({ area, village: village.centre }));
    const distanceKm =
      near === null || village.location === null ? null : distanceBetweenM(near, village.location) / 1000;
    return [
      {
        area,
        village,
        match: { name: candidate.name, reason: match.reason, score: Number(match.score.toFixed(3)) },
        centre: centre?.village.name ?? null,
        distanceKm: distanceKm === null ? null : Number(distanceKm.toFixed(1)),
      },
    ];
  });
}

interface VillageKey {
  readonly area: AreaId;
  readonly village: VillageId;
}

async function villagesOf(db: Database, keys: readonly VillageKey[]) {
  const found = await villagesByKeys(db, keys);
  return new Map(found.map((one) => [keyOf({ area: one.area, village: one.village.id }), one]));
}

function keyOf({ area, village }: VillageKey): string {
  return `${area} ${village}`;
}

function byLikenessTo(asked: string): (a: VillageFound, b: VillageFound) => number {
  const articles = articlesIn(asked);
  const missed = ({ match }: VillageFound) => Math.abs(articlesIn(match.name) - articles);
  return (a, b) => {
    const steps = Math.round(b.match.score / EQUALLY_ALIKE) - Math.round(a.match.score / EQUALLY_ALIKE);
    return (
      steps ||
      (a.distanceKm ?? Number.MAX_VALUE) - (b.distanceKm ?? Number.MAX_VALUE) ||
      KINDS.indexOf(a.village.kind) - KINDS.indexOf(b.village.kind) ||
      b.match.score - a.match.score ||
      missed(a) - missed(b) ||
      keyOf({ area: a.area, village: a.village.id }).localeCompare(
        keyOf({ area: b.area, village: b.village.id }),
        'en',
      )
    );
  };
}
