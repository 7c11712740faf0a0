import type { MapDrawing } from '../maps/map-drawing.ts';
import { writeSvg } from '../maps/write-svg.ts';

/** A picture as templates take it. */
export interface Picture {
  readonly svg: string;
  /** For those who cannot see it. */
  readonly description: string;
  /** Height over width. */
  readonly proportion: number;
}

export function pictureOf(drawing: MapDrawing): Picture {
  const { description, width, height } = drawing;
  return { svg: writeSvg(drawing, 'typesetter'), description, proportion: height / width };
}
