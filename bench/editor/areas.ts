/** Two made-up areas to draw in: few territories of many vertices, and many territories. */
import type { AreaId, AssociationId, MultiPolygon, PlanId, Position, VillageId } from '@nitaq/core';
import { locateIn } from '@nitaq/core';
import { seededRandom } from '../../core/test/generators/seeded-random.ts';
import { type GeneratedPlan, wigglyPlan } from '../../core/test/generators/wiggly-plan.ts';
import type { AreaFolder, FolderVillage } from '../../server/src/area-folder/area-folder.ts';

export const PLAN = 'draft';

const VILLAGES = 500;
/** A vertex is dragged in which no other comes under the hand. */
const LEAST_METRES_BETWEEN = 70;
const METRES_PER_DEGREE = 111_320;

export interface BenchArea {
  readonly name: string;
  readonly folder: AreaFolder;
  /** A vertex of a border that exactly two territories share, and one of the two. */
  readonly vertex: Position;
  readonly association: AssociationId;
}

export const BENCH_AREAS: Readonly<Record<string, () => BenchArea>> = {
  four: () =>
    areaOf(
      'four',
      '4 territories × 2,000 vertices',
      wigglyPlan({ seed: 1, territories: 4, verticesEach: 2_000 }),
    ),
  many: () =>
    areaOf(
      'many',
      '500 territories × 100 vertices',
      wigglyPlan({ seed: 2, territories: 500, verticesEach: 100 }),
    ),
};

function areaOf(id: string, name: string, plan: GeneratedPlan): BenchArea {
  const text = { ar: id, en: id };
  return {
    name,
    ...sharedVertex(plan),
    folder: {
      area: {
        id: id as AreaId,
        name: text,
        estimated: true,
        note: null,
        timeZone: 'Asia/Riyadh',
        attribution: text,
        boundary: plan.boundary,
        land: null,
      },
      associations: plan.territories.map(({ association, geometry }, colour) => ({
        id: association,
        name: { ar: `جمعية ${colour + 1}`, en: `Association ${colour + 1}` },
        seat: {
          name: { ar: `مقر ${colour + 1}`, en: `Seat ${colour + 1}` },
          location: middleOf(geometry),
        },
        capacity: null,
        colour,
      })),
      villages: villagesIn(plan.boundary),
      plans: [
        {
          id: PLAN as PlanId,
          title: text,
          example: true,
          base: null,
          territories: plan.territories,
          state: 'draft',
          inForceFrom: null,
        },
      ],
    },
  };
}

function middleOf({ coordinates }: MultiPolygon): Position {
  const ring = coordinates[0]?.[0] ?? [];
  const sum = ring.reduce(([x, y], position) => [x + position[0], y + position[1]], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

function villagesIn(boundary: MultiPolygon): FolderVillage[] {
  const random = seededRandom(3);
  const [longitudes, latitudes] = [0, 1].map((axis) =>
    boundary.coordinates.flat(2).map((position) => position[axis] ?? 0),
  );
  const between = (values: readonly number[] = []) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return Math.round((least + random() * (most - least)) * 1e4) / 1e4;
  };
  const area = locateIn(boundary, []);
  const villages: FolderVillage[] = [];
  while (villages.length < VILLAGES) {
    const location: Position = [between(longitudes), between(latitudes)];
    if (area.locate(location).status === 'outside') continue;
    const number = villages.length + 1;
    villages.push({
      id: `village-${number}` as VillageId,
      name: { ar: `قرية ${number}`, en: `Village ${number}` },
      aliases: [],
      kind: 'village',
      centre: null,
      location,
    });
  }
  return villages;
}

/** The one nearest the middle of the area, with room around it. */
function sharedVertex({ boundary, territories }: GeneratedPlan): Pick<BenchArea, 'vertex' | 'association'> {
  const owners = new Map<string, { at: Position; associations: Set<AssociationId> }>();
  for (const { association, geometry } of territories) {
    for (const at of geometry.coordinates.flat(2)) {
      const known = owners.get(`${at}`) ?? { at, associations: new Set() };
      known.associations.add(association);
      owners.set(`${at}`, known);
    }
  }
  const middle = middleOf(boundary);
  const all = [...owners.values()];
  const byDistance = all
    .filter(({ associations }) => associations.size === 2)
    .sort((a, b) => metresBetween(a.at, middle) - metresBetween(b.at, middle));
  const found = byDistance.find(({ at }) =>
    all.every((other) => other.at === at || metresBetween(other.at, at) > LEAST_METRES_BETWEEN),
  );
  const [association] = found?.associations ?? [];
  if (!found || !association) throw new Error('No vertex is shared by two territories');
  return { vertex: found.at, association };
}

function metresBetween(a: Position, b: Position): number {
  const shrink = Math.cos((a[1] * Math.PI) / 180);
  return METRES_PER_DEGREE * Math.hypot((a[0] - b[0]) * shrink, a[1] - b[1]);
}
