import type { EditedPlan } from '../../src/edits/edit.ts';
import { degreeLengthsAt } from '../../src/geometry/ellipsoid.ts';
import { boxOf } from '../../src/geometry/grid.ts';
import { pointInPolygon } from '../../src/geometry/point-in-polygon.ts';
import type { Position } from '../../src/model/geometry.ts';
import type { VillageId } from '../../src/model/ids.ts';
import { sampledPlaces } from './sampled-places.ts';

/** A place in an area and the village of the area that is nearest to it. */
export interface NearestVillage {
  readonly place: Position;
  readonly nearest: VillageId;
}

/** Some hundred places in the area of a plan, each with its nearest village where one is clearly nearest. */
export function nearestVillage({ boundary, villages }: EditedPlan): NearestVillage[] {
  if (!boundary) return [];
  const { minY, maxY } = boxOf(boundary.coordinates.flat(3));
  const { longitudeM, latitudeM } = degreeLengthsAt((minY + maxY) / 2);
  const known = villages.flatMap(({ id, location }) =>
    location && pointInPolygon(location, boundary) ? [{ id, location }] : [],
  );
  return sampledPlaces(boundary).flatMap((place) => {
    const [first, second] = known
      .map(({ id, location: [x, y] }) => ({
        id,
        metres: Math.hypot((x - place[0]) * longitudeM, (y - place[1]) * latitudeM),
      }))
      .sort((a, b) => a.metres - b.metres);
    // What is nearer by less than a hundredth depends on where the lengths of a degree are taken.
    return first && (!second || first.metres < 0.99 * second.metres) ? [{ place, nearest: first.id }] : [];
  });
}
