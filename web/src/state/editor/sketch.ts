import type { Position } from '@nitaq/core';
import type { Tool } from './editing.ts';

/** The tools that draw by clicked points, too. */
export const SKETCH_TOOLS: readonly Tool[] = ['polygon', 'cut', 'measure'];

/** The way from one clicked point to the next. */
export interface Leg {
  readonly to: Position;
  /** What lies between along a border; null: straight. */
  readonly along: readonly Position[] | null;
}

/** A line or an outline that is drawn point by point. */
export interface Sketch {
  readonly tool: Tool;
  readonly start: Position;
  readonly legs: readonly Leg[];
  /** Up to where the pointer is. */
  readonly ahead: Leg | null;
  /** Which way around a border is followed next. */
  readonly way: 'shorter' | 'longer';
}

/** All positions of a sketch in order, with the way to the pointer or without. */
export function sketchedLine({ start, legs, ahead }: Sketch, upTo: 'pointer' | 'click'): Position[] {
  const all = upTo === 'pointer' && ahead ? [...legs, ahead] : legs;
  return [start, ...all.flatMap(({ along, to }) => [...(along ?? []), to])];
}

/** Where the next leg begins. */
export function lastPoint({ start, legs }: Pick<Sketch, 'start' | 'legs'>): Position {
  return legs.at(-1)?.to ?? start;
}

/** Whether a sketch encloses ground when its end is joined to its beginning. */
export function canClose(sketch: Sketch): boolean {
  return isOutline(sketch) && sketchedLine(sketch, 'click').length > 2;
}

/** Whether a sketch closes to an outline, or stays a line. */
export function isOutline({ tool }: Pick<Sketch, 'tool'>): boolean {
  return tool === 'polygon';
}
