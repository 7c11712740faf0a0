import type {
  Area,
  AreaSummary,
  Association,
  CoverageAnswer,
  Position,
  Village,
  VillageFound,
} from '@nitaq/core';
import { firstVillagesOf, keptAreas, keptAt } from './kept-area.ts';

const SHOWN = 8;

/** What was answered, and whether by what is kept on the phone. */
export interface Told<T> {
  readonly value: T;
  readonly isKept: boolean;
}

/** Villages that a name may mean. Rejects where neither the service nor the phone can say. */
export function searchVillages(name: string, near: Position | null): Promise<Told<readonly VillageFound[]>> {
  const query = new URLSearchParams({
    q: name,
    limit: String(SHOWN),
    ...(near ? { near: near.join(',') } : {}),
  });
  return told(
    async () => (await get<{ items: readonly VillageFound[] }>(`/api/v1/villages?${query}`)).items,
    async () => (await import('./kept-answers.ts')).searchKept(name, SHOWN),
  );
}

export function coverVillage(area: string, village: string): Promise<Told<CoverageAnswer>> {
  const query = new URLSearchParams({ village, area });
  return told(
    () => get<CoverageAnswer>(`/api/v1/coverage?${query}`),
    async () => (await import('./kept-answers.ts')).coverKeptVillage(area, village),
  );
}

export function coverPlace([lon, lat]: Position): Promise<Told<CoverageAnswer>> {
  return told(
    () => get<CoverageAnswer>(`/api/v1/coverage?lon=${lon}&lat=${lat}`),
    async () => (await import('./kept-answers.ts')).coverKeptPlace([lon, lat]),
  );
}

/** The associations of an area; none where these cannot be had. */
export async function associationsOf(area: string): Promise<readonly Association[]> {
  const address = `/api/v1/areas/${area}/associations`;
  type Items = { items: readonly Association[] };
  const found = await get<Items>(address).catch(() => keptAt<Items>(address));
  return found?.items ?? [];
}

/** The areas there are, or those that are kept on the phone. */
export async function areasKnown(): Promise<readonly Pick<AreaSummary, 'id' | 'name' | 'bbox'>[]> {
  try {
    return (await get<{ items: readonly AreaSummary[] }>('/api/v1/areas')).items;
  } catch {
    const kept = Object.keys(keptAreas()).map((area) => keptAt<Area>(`/api/v1/areas/${area}`));
    return (await Promise.all(kept)).filter((area) => area !== null);
  }
}

/** The first thousand villages of an area, to find one's way on a map; none where these cannot be had. */
export async function villagesOf(area: string): Promise<readonly Village[]> {
  type Items = { items: readonly Village[] };
  const address = firstVillagesOf(area);
  const found = await get<Items>(address).catch(() => keptAt<Items>(address));
  return found?.items ?? [];
}

/** What the small map draws; kept with the area. */
export async function groundOf(
  area: string,
): Promise<{ area: Area; land: Area['boundary'] | null; territories: readonly DrawnTerritory[] } | null> {
  const [areaAt, drawnAt] = [`/api/v1/areas/${area}`, `/api/v1/areas/${area}/plans/in-force/territories`];
  const landAt = `${areaAt}/land`;
  type Drawn = { features: readonly DrawnTerritory[] };
  type Land = { geometry: Area['boundary'] };
  const [ground, drawn, land] = await Promise.all([
    get<Area>(areaAt).catch(() => keptAt<Area>(areaAt)),
    get<Drawn>(drawnAt).catch(() => keptAt<Drawn>(drawnAt)),
    // An area may have no land around it on record.
    get<Land>(landAt).catch(() => keptAt<Land>(landAt)),
  ]);
  return ground && { area: ground, land: land?.geometry ?? null, territories: drawn?.features ?? [] };
}

export interface DrawnTerritory {
  readonly geometry: Area['boundary'] | null;
  readonly properties: { readonly association: string };
}

/** The service's word where it can be reached, whatever it says; else what the phone knows. */
async function told<T>(ask: () => Promise<T>, kept: () => Promise<T | null>): Promise<Told<T>> {
  try {
    return { value: await ask(), isKept: false };
  } catch (error) {
    if (error instanceof Refused) throw error;
    const value = await kept();
    if (value === null) throw error;
    return { value, isKept: true };
  }
}

/** The service was reached, and said no. */
class Refused extends Error {}

async function get<T>(address: string): Promise<T> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw answer.status < 500 ? new Refused(address) : new Error(address);
  return (await answer.json()) as T;
}
