import type { MultiPolygon, Position, Ring } from '../model/geometry.ts';

/** Names a place on the positions' grid. */
export function placeKey([longitude, latitude]: Position): string {
  return `${longitude} ${latitude}`;
}

/** The pieces of an outline in the direction in which they have its inside on their left. */
export type OutlinePieces = ReadonlySet<string>;

/** The pieces of a cut outline, whose rings must have the inside on their left. */
export function piecesOf(outline: MultiPolygon): OutlinePieces {
  const pieces = new Set<string>();
  for (const ring of outline.coordinates.flat()) {
    forPieces(ring, (from, to) => pieces.add(pieceKey(from, to)));
  }
  return pieces;
}

/** Calls for each piece of a closed ring. */
export function forPieces(ring: Ring, visit: (from: Position, to: Position) => void): void {
  let from = ring[0];
  for (const to of ring.slice(1)) {
    if (from) visit(from, to);
    from = to;
  }
}

/** Names the piece from one vertex to the next. */
export function pieceKey(from: Position, to: Position): string {
  return `${placeKey(from)} ${placeKey(to)}`;
}
