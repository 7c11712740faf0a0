import { boxOf, type GridBox, snapPosition } from '../geometry/grid.ts';
import { locateIn } from '../geometry/territory-locator.ts';
import type { Position } from '../model/geometry.ts';
import type { VillageId } from '../model/ids.ts';
import type { VillageLocation } from '../model/village.ts';
import { placeKey } from './borders.ts';
import type { EditedPlan } from './edit.ts';
import { type MetricPlane, metricPlane } from './metric-plane.ts';

/** The places in an area at which there are villages; several villages at one place are one site. */
export interface VillageSites {
  readonly places: readonly Position[];
  readonly siteOf: ReadonlyMap<VillageId, number>;
  readonly villagesAt: readonly (readonly VillageLocation[])[];
  /** In degrees, around the area with some room; where there is no area, around the villages and their territories. */
  readonly box: GridBox;
  /** In which the nearest village is told. */
  readonly plane: MetricPlane;
}

/** Why ground cannot be found for a village. */
export type VillageFault = 'no-such-village' | 'village-not-located' | 'village-outside-area';

/** Room around an area, as a share of its width and height, and without one around villages. */
const ROOM_AROUND_AREA = 0.02;
const ROOM_AROUND_VILLAGES = 0.2;
/** For one village alone. */
const LEAST_ROOM = 0.05;

/** The sites of the located villages of a plan that lie in its area. */
export function villageSites({ boundary, territories, villages }: EditedPlan): VillageSites {
  const area = locateIn(boundary, []);
  const places: Position[] = [];
  const villagesAt: VillageLocation[][] = [];
  const [siteOf, siteAt] = [new Map<VillageId, number>(), new Map<string, number>()];
  for (const village of villages) {
    if (!village.location || area.locate(village.location).status === 'outside') continue;
    const place = snapPosition(village.location);
    const site = siteAt.get(placeKey(place)) ?? places.push(place) - 1;
    siteAt.set(placeKey(place), site);
    siteOf.set(village.id, site);
    villagesAt[site] = [...(villagesAt[site] ?? []), village];
  }
  const ground = boundary ? [boundary] : territories.map(({ geometry }) => geometry);
  const around = [...ground.flatMap(({ coordinates }) => coordinates.flat(3)), ...places.flat()];
  const box = enlarged(boxOf(around), boundary ? ROOM_AROUND_AREA : ROOM_AROUND_VILLAGES);
  const plane = metricPlane([(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]);
  return { places, siteOf, villagesAt, box, plane };
}

/** What is wrong with the first village that has no site, if any has none. */
export function faultOf(
  plan: EditedPlan,
  { siteOf }: VillageSites,
  ids: Iterable<VillageId>,
): VillageFault | null {
  const missing = [...ids].find((id) => !siteOf.has(id));
  if (missing === undefined) return null;
  const village = plan.villages.find(({ id }) => id === missing);
  if (!village) return 'no-such-village';
  return village.location ? 'village-outside-area' : 'village-not-located';
}

function enlarged({ minX, minY, maxX, maxY }: GridBox, share: number): GridBox {
  const room = Math.max(LEAST_ROOM, share * Math.max(maxX - minX, maxY - minY));
  return { minX: minX - room, minY: minY - room, maxX: maxX + room, maxY: maxY + room };
}
