import type { Position } from '@nitaq/core';
import type { Sketch } from './sketch.ts';
import type { Snap, SnapReachPx } from './snapping.ts';
import type { StrokeGround } from './stroke-ground.ts';

/** How the tools in hand behave: kept while one draws on, whatever the draft. */
export interface DrawingAids {
  /** Whether the hand sticks to borders. */
  readonly snaps: boolean;
  readonly reachPx: SnapReachPx;
  /** Whether clicked points on one border are joined along that border. */
  readonly traces: boolean;
  /** Whether shapes are given to the territory that is drawn, or taken from it. */
  readonly shapes: 'add' | 'remove';
  /** Whether a drag chooses the villages that it goes around, or those that it passes. */
  readonly villagesBy: 'lasso' | 'brush';
}

export interface DrawingAidsSlice {
  readonly aids: DrawingAids;
  /** What the hand sticks to now. */
  readonly snap: Snap | null;
  /** What is drawn point by point; null: nothing is. */
  readonly sketch: Sketch | null;
  /** What would come of it, for the map, which shows it over the plan beneath; null: nothing yet. */
  readonly strokeGround: StrokeGround | null;
  chooseAids(change: Partial<DrawingAids>): void;
  showSnap(snap: Snap | null): void;
  /** Begins a sketch, or goes on with it; a point that is its first one closes an outline. */
  addPoint(at: Position): void;
  /** Shows the way to where the pointer is; null: it is away. */
  aimAt(at: Position | null): void;
  takeBackPoint(): void;
  /** Follows the border the other way around: on the way to the pointer, or else on the last one. */
  turnTrace(): void;
  finishSketch(): void;
  cancelSketch(): void;
  /** Shows what would come of a stroke if the hand let go here. */
  previewStroke(positions: readonly Position[]): void;
  previewCircle(centre: Position, radiusKm: number): void;
  /** Shows the plan as it is. */
  dropPreview(): void;
  /** Gives the territory that is drawn all within a distance of a place, or takes it away. */
  drawCircle(centre: Position, radiusKm: number): void;
}
