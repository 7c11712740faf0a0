import { type CoverageStatus, type Hex, TOKENS } from '@nitaq/core';
import type { Theme } from './draw-ground.ts';
import { disc, halfDisc, line, type PathShape } from './map-drawing.ts';
import type { Place } from './projected-ground.ts';

/** Dots of villages of one status: full where it is served, half where several claim it, hollow where nobody does. */
export function villageDots(
  places: readonly Place[],
  {
    status,
    radius,
    theme,
  }: { readonly status: CoverageStatus; readonly radius: number; readonly theme: Theme },
): PathShape[] {
  if (places.length === 0) return [];
  const { label, halo, gap } = TOKENS[theme];
  const discs = (size: number) => places.map(([x, y]) => disc(x, y, size)).join('');
  const filled = (d: string, fill: Hex): PathShape => ({ kind: 'path', d, fill });
  const edge = status === 'gap' ? gap : label;
  const base = [filled(discs(radius * 1.4), halo), filled(discs(radius), edge)];
  if (status === 'covered') return base;
  const inner = radius * 0.66;
  const inside = status === 'overlap' ? places.map(([x, y]) => halfDisc(x, y, inner)).join('') : discs(inner);
  return [...base, filled(inside, halo)];
}

/** A small house on a place: the seat of an association, in its colour. */
export function house([x, y]: Place, colour: Hex, theme: Theme): PathShape[] {
  const { halo } = TOKENS[theme];
  const outline = line([
    [x, y - 9],
    [x + 8, y - 2],
    [x + 6, y - 2],
    [x + 6, y + 7],
    [x - 6, y + 7],
    [x - 6, y - 2],
    [x - 8, y - 2],
  ]);
  const door = line([
    [x - 1.8, y + 7],
    [x - 1.8, y + 1.5],
    [x + 1.8, y + 1.5],
    [x + 1.8, y + 7],
  ]);
  return [
    { kind: 'path', d: `${outline}Z`, stroke: halo, width: 4 },
    { kind: 'path', d: `${outline}Z`, fill: colour },
    { kind: 'path', d: `${door}Z`, fill: halo },
  ];
}

/** The mark of the village that a map is about. */
export function target([x, y]: Place): PathShape[] {
  return [
    { kind: 'path', d: disc(x, y, 15), stroke: TOKENS.light.halo, width: 6 },
    { kind: 'path', d: disc(x, y, 15), stroke: TOKENS.light.accent, width: 3 },
    { kind: 'path', d: disc(x, y, 6), fill: TOKENS.light.accent },
  ];
}
