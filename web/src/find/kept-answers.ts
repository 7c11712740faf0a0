import {
  type Area,
  type Association,
  agreedCoverage,
  askedNames,
  type CoverageAnswer,
  type CoverageReport,
  dayAt,
  liveZones,
  locateIn,
  matchName,
  nameKeys,
  type PlanZone,
  type Position,
  type Territory,
  type Village,
  type VillageFound,
} from '@nitaq/core';
import { firstVillagesOf, keptAreas, keptAt, nextPageOf } from './kept-area.ts';

/** Answers from what is kept on the phone, where the service cannot be reached. Loaded only then. */

interface Page {
  readonly items: readonly Village[];
  readonly next: string | null;
}

export async function searchKept(name: string, limit: number): Promise<VillageFound[]> {
  const ways = askedNames(name);
  const found: VillageFound[] = [];
  for (const area of Object.keys(keptAreas())) {
    const villages = await villagesOf(area);
    for (const village of villages) {
      const names = [village.name.ar, village.name.en, ...village.aliases];
      const best = names
        .flatMap((one) => ways.map((asked) => ({ name: one, match: matchName(asked, nameKeys(one)) })))
        .reduce((a, b) => ((b.match?.score ?? 0) > (a.match?.score ?? 0) ? b : a));
      if (best.match === null) continue;
      const centre = villages.find(({ id }) => id === village.centre)?.name ?? null;
      found.push({
        area: area as VillageFound['area'],
        village,
        match: { name: best.name, ...best.match },
        centre,
        distanceKm: null,
      });
    }
  }
  return found.sort((a, b) => b.match.score - a.match.score).slice(0, limit);
}

export async function coverKeptVillage(area: string, id: string): Promise<CoverageAnswer | null> {
  const village = (await villagesOf(area)).find((one) => one.id === id);
  const report = await keptAt<CoverageReport>(`/api/v1/areas/${area}/plans/in-force/coverage`);
  const standing = report?.villages.find((one) => one.id === id);
  if (!village || !report || !standing) return null;
  const [lon = null, lat = null] = village.location ?? [];
  return {
    ...(await answerOf(area, standing.status, standing.associations)),
    village: { id: village.id, name: village.name, lon, lat },
  };
}

/** Which associations cover a place of an area that is kept; null: of none, or none is kept. */
export async function coverKeptPlace(position: Position): Promise<CoverageAnswer | null> {
  for (const area of Object.keys(keptAreas())) {
    const summary = await keptAt<Area>(`/api/v1/areas/${area}`);
    const drawn = await keptAt<{ features: readonly TerritoryFeature[] }>(
      `/api/v1/areas/${area}/plans/in-force/territories`,
    );
    if (!summary || !drawn) continue;
    const territories = drawn.features.flatMap(({ geometry, properties }): Territory[] =>
      geometry === null ? [] : [{ association: properties.association, geometry }],
    );
    const found = locateIn(summary.boundary, territories).locate(position);
    if (found.status === 'outside') continue;
    const shared = await keptAt<{ items: readonly PlanZone[] }>(
      `/api/v1/areas/${area}/plans/in-force/shared-zones`,
    );
    const asOf = dayAt(Date.now(), summary.timeZone);
    const { status, associations } = agreedCoverage(
      position,
      found,
      liveZones({ zones: shared?.items ?? [], asOf }),
    );
    return answerOf(area, status, associations);
  }
  return null;
}

interface TerritoryFeature {
  readonly geometry: Territory['geometry'] | null;
  readonly properties: { readonly association: Territory['association'] };
}

async function villagesOf(area: string): Promise<Village[]> {
  const villages: Village[] = [];
  for (let next: string | null = firstVillagesOf(area); next !== null; ) {
    const page: Page | null = await keptAt<Page>(next);
    if (page === null) break;
    villages.push(...page.items);
    next = nextPageOf(area, page);
  }
  return villages;
}

async function answerOf(
  area: string,
  status: CoverageAnswer['status'],
  ids: readonly string[],
): Promise<CoverageAnswer> {
  const kept = await keptAt<{ items: readonly Association[] }>(`/api/v1/areas/${area}/associations`);
  const associations = ids.flatMap((id) => {
    const known = kept?.items.find((one) => one.id === id);
    return known ? [{ id: known.id, name: known.name }] : [];
  });
  return {
    status,
    associations,
    area: area as NonNullable<CoverageAnswer['area']>,
    plan: null,
    version: null,
    at: keptAreas()[area] ?? '',
  };
}
