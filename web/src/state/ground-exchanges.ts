import { comparePlans, type HandoverTotals, type TerritoryCollection } from '@nitaq/core';
import type { AreaData } from './app-state.ts';
import { drawnTerritories } from './editor/draft-territories.ts';
import { withoutTangles } from './editor/without-tangles.ts';

export type GroundExchange = HandoverTotals['exchanges'][number];

/** Less than this is not worth a line. */
const LEAST_KM2 = 0.05;

/** The ground that is with others in one plan than in another, from whom to whom, most first; null where it cannot be worked out. */
export function groundExchanges(
  { area: { boundary }, villages }: AreaData,
  before: TerritoryCollection,
  now: TerritoryCollection,
): readonly GroundExchange[] | null {
  return withoutTangles(() => {
    const plans = { before: drawnTerritories(before), after: drawnTerritories(now) };
    return comparePlans({ ...plans, boundary, villages })
      .exchanges.filter(({ areaKm2 }) => areaKm2 >= LEAST_KM2)
      .sort((a, b) => b.areaKm2 - a.areaKm2);
  }, null);
}
