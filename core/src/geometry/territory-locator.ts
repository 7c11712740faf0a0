import type { MultiPolygon, Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { Territory } from '../model/territory.ts';
import { toGridPolygons } from './grid.ts';
import { AREA, OwnedPolygons } from './point-location/owned-polygons.ts';
import { PointIndex } from './point-location/point-index.ts';
import { canBeIndexed, scanOf } from './point-location/scan.ts';

/** Who covers a point; `associations` in the order of their ids, empty unless covered or overlap. */
export interface PointCoverage {
  readonly status: 'covered' | 'overlap' | 'gap' | 'outside';
  readonly associations: AssociationId[];
}

export interface TerritoryLocator {
  /** Which territories cover the position, by the rule of `pointInPolygon`. */
  locate(position: Position): PointCoverage;
  /**
   * The same for many positions, given in degrees as longitude, latitude, longitude, latitude, …: for each the number
   * of its answer, written into `answers` when given. Equal answers have equal numbers. Nothing is allocated per point,
   * unless borders of very many polygons meet around it.
   */
  locateMany(coordinates: Float64Array, answers?: Int32Array): Int32Array;
  /** The answer that `locateMany` gave a number. */
  answer(number: number): PointCoverage;
}

/**
 * An index to ask again and again which territories cover a point. Outside the boundary everything is `outside`, even
 * where a territory reaches there; without a boundary nothing is.
 */
export function locateIn(boundary: MultiPolygon | null, territories: readonly Territory[]): TerritoryLocator {
  const associations = [...new Set(territories.map(({ association }) => association))].sort();
  // The area is owner 0, so that the associations are numbered from 1 in the order of their ids.
  const numberOf = new Map(associations.map((association, i) => [association, i + 1]));
  const owned = new OwnedPolygons([
    ...(boundary === null ? [] : [{ owner: AREA, polygons: toGridPolygons(boundary) }]),
    ...territories.map(({ association, geometry }) => ({
      owner: numberOf.get(association) ?? AREA,
      polygons: toGridPolygons(geometry),
    })),
  ]);
  const lookup = owned.polygons.every(canBeIndexed) ? new PointIndex(owned) : scanOf(owned);

  const answer = (number: number): PointCoverage => {
    const owners = owned.sets.members(number);
    if (boundary !== null && owners[0] !== AREA) return { status: 'outside', associations: [] };
    const claimants = owners.flatMap((owner) => associations[owner - 1] ?? []);
    return { status: statusOf(claimants.length), associations: claimants };
  };
  const place = new Float64Array(2);
  const found = new Int32Array(1);
  return {
    locate(position) {
      [place[0], place[1]] = position;
      lookup.answerAll(place, found);
      return answer(found[0] ?? 0);
    },
    locateMany(coordinates, answers = new Int32Array(Math.floor(coordinates.length / 2))) {
      lookup.answerAll(coordinates, answers);
      return answers;
    },
    answer,
  };
}

function statusOf(claimants: number): PointCoverage['status'] {
  if (claimants === 0) return 'gap';
  return claimants === 1 ? 'covered' : 'overlap';
}
