import type { MultiPolygon, Position } from '@nitaq/core';

/** A ring as it goes from thread to thread: stretches of rings that both have, and what is new between them. */
interface SplicedRing {
  /** Three numbers for each stretch: of which ring, from which position on, how many; below 0 they are new. */
  readonly stretches: readonly number[];
  /** Longitude and latitude in turn. */
  readonly fresh: Float64Array;
}

export type SplicedDrawing = readonly (readonly SplicedRing[])[];

/** What of a drawing was not in the one before: reading thousands of positions would take the other thread long. */
export function spliced(before: MultiPolygon | null, now: MultiPolygon): SplicedDrawing {
  const known = openRings(before);
  const places = new Map(
    known.flatMap((ring, of) => ring.map((position, at): [number, Place] => [keyOf(position), { of, at }])),
  );
  return now.coordinates.map((rings) => rings.map((ring) => splicedRing(ring, { known, places })));
}

/** The drawing again, of which the one before has a part. */
export function restored(before: MultiPolygon | null, drawing: SplicedDrawing): MultiPolygon {
  const known = openRings(before);
  const coordinates = drawing.map((rings) => rings.map((ring) => restoredRing(ring, known)));
  return { type: 'MultiPolygon', coordinates };
}

type Ring = readonly Position[];

/** A position of the drawing before. */
interface Place {
  readonly of: number;
  readonly at: number;
}

const FRESH = -1;

/** Without the last position, which is the first once more: a stretch may go on beyond it. */
function openRings(drawing: MultiPolygon | null): Ring[] {
  return drawing?.coordinates.flat().map((ring) => ring.slice(0, -1)) ?? [];
}

function splicedRing(
  ring: Ring,
  { known, places }: { readonly known: readonly Ring[]; readonly places: ReadonlyMap<number, Place> },
): SplicedRing {
  const stretches: number[] = [];
  const fresh: number[] = [];
  for (let i = 0; i < ring.length; ) {
    const place = places.get(keyOf(ring[i]));
    const count = place ? sameFrom(ring.slice(i), known[place.of] ?? [], place.at) : 0;
    if (place && count > 0) stretches.push(place.of, place.at, count);
    else {
      fresh.push(...(ring[i] ?? []));
      const isOneMore = stretches.at(-3) === FRESH;
      if (isOneMore) stretches.push((stretches.pop() ?? 0) + 1);
      else stretches.push(FRESH, 0, 1);
    }
    i += Math.max(1, count);
  }
  return { stretches, fresh: Float64Array.from(fresh) };
}

/** How many positions of a ring are those that follow each other in another one, around it and no farther. */
function sameFrom(ring: Ring, other: Ring, at: number): number {
  let count = 0;
  while (count < ring.length && isSame(ring[count], other[(at + count) % other.length])) count++;
  return count;
}

function restoredRing({ stretches, fresh }: SplicedRing, known: readonly Ring[]): Position[] {
  const ring: Position[] = [];
  let taken = 0;
  for (let i = 0; i < stretches.length; i += 3) {
    const [of = FRESH, at = 0, count = 0] = stretches.slice(i, i + 3);
    const from = known[of] ?? [];
    for (let k = 0; k < count; k++) {
      const old = from[(at + k) % from.length];
      ring.push(old ?? [fresh[taken] ?? 0, fresh[taken + 1] ?? 0]);
      if (of === FRESH) taken += 2;
    }
  }
  return ring;
}

/** A number, since texts take long; another position may have the same, and is told apart when it is found. */
function keyOf(position: Position | undefined): number {
  return (position?.[0] ?? 0) * 7919 + (position?.[1] ?? 0);
}

function isSame(a: Position | undefined, b: Position | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1];
}
