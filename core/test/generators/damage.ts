import { degreeLengthsAt } from '../../src/geometry/ellipsoid.ts';
import { snapPosition } from '../../src/geometry/grid.ts';
import type { Position, Ring } from '../../src/model/geometry.ts';
import type { AssociationId } from '../../src/model/ids.ts';
import type { Territory } from '../../src/model/territory.ts';
import { magnitudeBetween, oneOf, type Random, seededRandom } from './seeded-random.ts';
import type { GeneratedPlan } from './wiggly-plan.ts';

/** Done to single vertices: as many as the share says. */
export const VERTEX_DAMAGES = ['jitter', 'self-crossing', 'spike', 'repeated-point'] as const;
/** Done to whole territories: to one of each kind at least. */
export const TERRITORY_DAMAGES = ['shift', 'hole', 'double-piece'] as const;
export type VertexDamage = (typeof VERTEX_DAMAGES)[number];
export type TerritoryDamage = (typeof TERRITORY_DAMAGES)[number];

export interface DamageRequest {
  readonly seed: number;
  /** Of the vertices, and of the territories. */
  readonly share: number;
  readonly kinds: readonly (VertexDamage | TerritoryDamage)[];
  /** How far places are moved; every order of magnitude equally often. */
  readonly reachM?: { readonly least: number; readonly most: number };
}

/** What was done. Only the named association's territory was changed; its neighbours kept their border. */
export interface Damage {
  readonly kind: VertexDamage | TerritoryDamage;
  readonly association: AssociationId;
  /** The vertex before it was changed, or a place in the middle of what was cut or doubled. */
  readonly at: Position;
}

export interface DamagedPlan {
  readonly plan: GeneratedPlan;
  readonly truth: readonly Damage[];
}

/** The plan with known damage. */
export function damage(plan: GeneratedPlan, request: DamageRequest): DamagedPlan {
  const random = seededRandom(request.seed);
  const { least, most } = request.reachM ?? { least: 2, most: 300 };
  const move = (from: Position): Position => movedBy(from, magnitudeBetween(random, least, most), random);
  const truth: Damage[] = [];
  const vertexKinds = VERTEX_DAMAGES.filter((kind) => request.kinds.includes(kind));
  let territories = plan.territories.map(({ association, geometry }): Territory => {
    if (vertexKinds.length === 0) return { association, geometry };
    const coordinates = geometry.coordinates.map((rings) =>
      rings.map((ring) => {
        const damaged = damageRing(ring, { random, share: request.share, kinds: vertexKinds, move });
        truth.push(...damaged.truth.map((one) => ({ ...one, association })));
        return damaged.ring;
      }),
    );
    return { association, geometry: { type: 'MultiPolygon', coordinates } };
  });
  for (const kind of TERRITORY_DAMAGES.filter((one) => request.kinds.includes(one))) {
    const times = Math.max(1, Math.round(request.share * territories.length));
    for (let i = 0; i < times; i++) {
      const done = damageTerritory(territories, { kind, random, move });
      if (done === null) continue;
      territories = done.territories;
      truth.push(done.truth);
    }
  }
  return { plan: { boundary: plan.boundary, territories }, truth };
}

interface RingDamage {
  readonly random: Random;
  readonly share: number;
  readonly kinds: readonly VertexDamage[];
  readonly move: (from: Position) => Position;
}

function damageRing(ring: Ring, { random, share, kinds, move }: RingDamage) {
  const truth: Omit<Damage, 'association'>[] = [];
  const open: Ring = [];
  const source = ring.slice(0, -1);
  for (let i = 0; i < source.length; i++) {
    const at = source[i] ?? [0, 0];
    const next = source[i + 1];
    const kind = random() < share ? oneOf(random, kinds) : undefined;
    if (kind === undefined) {
      open.push(at);
      continue;
    }
    truth.push({ kind, at });
    switch (kind) {
      case 'jitter':
        open.push(move(at));
        break;
      case 'self-crossing':
        // The two swapped vertices are done with; at the end of the ring there is none to swap with.
        if (next !== undefined) open.push(next);
        open.push(at);
        i++;
        break;
      case 'spike':
        open.push(at, move(at), at);
        break;
      case 'repeated-point':
        open.push(at, at);
        break;
    }
  }
  return { ring: [...open, ...open.slice(0, 1)], truth };
}

interface TerritoryDamageRequest {
  readonly kind: TerritoryDamage;
  readonly random: Random;
  readonly move: (from: Position) => Position;
}

function damageTerritory(
  territories: readonly Territory[],
  { kind, random, move }: TerritoryDamageRequest,
): { territories: Territory[]; truth: Damage } | null {
  const victim = oneOf(random, territories);
  const [outer, ...holes] = victim?.geometry.coordinates[0] ?? [];
  if (victim === undefined || outer === undefined) return null;
  const at = middleOf(outer);
  const size = (0.02 + 0.1 * random()) * widthOf(outer);
  const replaced = (association: AssociationId, coordinates: Ring[][]) => ({
    territories: territories.map(
      (one): Territory =>
        one.association === association
          ? { association, geometry: { type: 'MultiPolygon', coordinates } }
          : one,
    ),
    truth: { kind, association, at },
  });
  const others = victim.geometry.coordinates.slice(1);
  switch (kind) {
    case 'shift': {
      const to = move(at);
      const shift = ([x, y]: Position): Position => snapPosition([x + to[0] - at[0], y + to[1] - at[1]]);
      return replaced(
        victim.association,
        victim.geometry.coordinates.map((rings) => rings.map((ring) => ring.map(shift))),
      );
    }
    case 'hole':
      return replaced(victim.association, [[outer, ...holes, squareAround(at, size).reverse()], ...others]);
    case 'double-piece': {
      const second = oneOf(
        random,
        territories.filter((one) => one !== victim),
      );
      if (second === undefined) return null;
      return replaced(second.association, [...second.geometry.coordinates, [squareAround(at, size)]]);
    }
  }
}

/** The place so many metres away, in any direction; on the grid. */
export function movedBy([longitude, latitude]: Position, metres: number, random: Random): Position {
  const angle = 2 * Math.PI * random();
  const { longitudeM, latitudeM } = degreeLengthsAt(latitude);
  return snapPosition([
    longitude + (metres * Math.cos(angle)) / longitudeM,
    latitude + (metres * Math.sin(angle)) / latitudeM,
  ]);
}

/** A square ring, counter-clockwise; its size in degrees. */
export function squareAround([x, y]: Position, size: number): Ring {
  const half = size / 2;
  const corners: Position[] = [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ];
  const snapped = corners.map(snapPosition);
  return [...snapped, ...snapped.slice(0, 1)];
}

function middleOf(ring: Ring): Position {
  const count = Math.max(1, ring.length - 1);
  let [x, y] = [0, 0];
  for (const position of ring.slice(0, count)) {
    x += position[0] / count;
    y += position[1] / count;
  }
  return snapPosition([x, y]);
}

function widthOf(ring: Ring): number {
  const longitudes = ring.map(([longitude]) => longitude);
  return longitudes.reduce((a, b) => Math.max(a, b)) - longitudes.reduce((a, b) => Math.min(a, b));
}
