import { locateIn } from '../geometry/territory-locator.ts';
import type { Position } from '../model/geometry.ts';
import type { VillageId } from '../model/ids.ts';
import { type Handover, isStandstill, type PlansToCompare } from './handover.ts';

/** A village that changes hands; beyond the area nobody claims it. */
export interface VillageHandover extends Handover {
  readonly village: VillageId;
}

/** The located villages that change hands, in their order, by the rule of `pointInPolygon`. */
export function villageHandovers({
  boundary,
  before,
  after,
  villages,
}: PlansToCompare): (VillageHandover & { readonly location: Position })[] {
  const [old, anew] = [locateIn(boundary, before), locateIn(boundary, after)];
  return villages.flatMap(({ id, location }) => {
    if (location === null) return [];
    const handover = { before: old.locate(location).associations, after: anew.locate(location).associations };
    return isStandstill(handover) ? [] : [{ village: id, location, ...handover }];
  });
}
