import type { Hex } from '@nitaq/core';

/** Patterns as on the screen, so that colour never carries a meaning alone. */
export interface Pattern {
  readonly pattern: 'dots' | 'stripes' | 'bands';
  readonly colours: readonly Hex[];
}

export type Paint = Hex | Pattern;

/** An outline in the notation of SVG paths, filled by the even-odd rule. */
export interface PathShape {
  readonly kind: 'path';
  readonly d: string;
  readonly fill?: Paint;
  readonly fillOpacity?: number;
  readonly stroke?: Hex;
  readonly strokeOpacity?: number;
  readonly width?: number;
  readonly dash?: readonly number[];
}

/** One line of text; `x` is where its `anchor` stands, whatever its direction. */
export interface TextShape {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: 400 | 600;
  readonly colour: Hex;
  readonly anchor: 'left' | 'middle' | 'right';
  /** Drawn around the letters, for what they stand on. */
  readonly halo?: Hex;
}

/** Shapes of which only what lies in a box is seen. */
export interface WindowShape {
  readonly kind: 'window';
  readonly box: Box;
  readonly shapes: readonly (PathShape | TextShape)[];
}

/** West, north, width and height in the units of the drawing. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Shape = PathShape | TextShape | WindowShape;

/** A map as shapes, the first lowest: what SVG and PNG are written of. */
export interface MapDrawing {
  readonly width: number;
  readonly height: number;
  readonly rightToLeft: boolean;
  /** For those who cannot see it. */
  readonly description: string;
  readonly shapes: readonly Shape[];
}

export function disc(x: number, y: number, radius: number): string {
  const arc = `a${short(radius)} ${short(radius)} 0 1 0`;
  return `M${short(x - radius)} ${short(y)}${arc} ${short(2 * radius)} 0${arc} -${short(2 * radius)} 0z`;
}

/** The half of a disc at the right. */
export function halfDisc(x: number, y: number, radius: number): string {
  return `M${short(x)} ${short(y - radius)}a${short(radius)} ${short(radius)} 0 0 1 0 ${short(2 * radius)}z`;
}

export function rectangle({ x, y, width, height }: Box): string {
  return `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h-${short(width)}z`;
}

export function line(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${short(x)} ${short(y)}`).join('');
}

/** A coordinate as short as can be seen. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
