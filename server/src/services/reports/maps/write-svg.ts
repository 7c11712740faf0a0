import { escaped } from '../../../escaped.ts';
import { fontRuns } from '../pdf/font-runs.ts';
import {
  disc,
  type MapDrawing,
  type Paint,
  type PathShape,
  type Pattern,
  rectangle,
  type Shape,
  short,
  type TextShape,
} from './map-drawing.ts';

export const MAP_FONT = 'IBM Plex Sans Arabic';

/** Who reads it: a browser sets text in its direction; the typesetter knows of none and is told where each line begins. */
export type SvgReader = 'browser' | 'typesetter';

/**
 * A map as an SVG document. Whatever stands in names is text in it and nothing else. Of several on one page each has a
 * name, which keeps its patterns apart from theirs.
 */
export function writeSvg(drawing: MapDrawing, reader: SvgReader = 'browser', name = 'map'): string {
  const { width, height, rightToLeft, description, shapes } = drawing;
  const direction = reader === 'browser' && rightToLeft ? ' direction="rtl"' : '';
  const writer = new SvgWriter(reader, { rightToLeft, name });
  const body = shapes.map((shape) => writer.write(shape)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(width)} ${short(height)}" width="${short(width)}" ` +
    `height="${short(height)}" role="img"${direction} font-family="'${MAP_FONT}', 'IBM Plex Sans', sans-serif">` +
    `<title>${escaped(description)}</title><defs>${writer.definitions()}</defs>${body}</svg>`
  );
}

/** The sign of a legend by itself, for a page that says beside it what it means. */
export function writeSign(
  shapes: readonly Shape[],
  { width, height, name }: { readonly width: number; readonly height: number; readonly name: string },
): string {
  const writer = new SvgWriter('browser', { rightToLeft: false, name });
  const body = shapes.map((shape) => writer.write(shape)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" aria-hidden="true">` +
    `<defs>${writer.definitions()}</defs>${body}</svg>`
  );
}

class SvgWriter {
  readonly #reader: SvgReader;
  readonly #name: string;
  readonly #begins: TextShape['anchor'];
  readonly #patterns = new Map<string, string>();
  readonly #windows: string[] = [];

  constructor(
    reader: SvgReader,
    { rightToLeft, name }: { readonly rightToLeft: boolean; readonly name: string },
  ) {
    this.#reader = reader;
    this.#name = name;
    this.#begins = reader === 'browser' && rightToLeft ? 'right' : 'left';
  }

  write(shape: Shape): string {
    switch (shape.kind) {
      case 'path':
        return this.#path(shape);
      case 'text':
        return this.#text(shape);
      case 'window': {
        const id = `${this.#name}-window-${this.#windows.length}`;
        this.#windows.push(`<clipPath id="${id}"><path d="${rectangle(shape.box)}"/></clipPath>`);
        return `<g clip-path="url(#${id})">${shape.shapes.map((one) => this.write(one)).join('')}</g>`;
      }
    }
  }

  definitions(): string {
    return [...this.#windows, ...this.#patterns.values()].join('');
  }

  #path({ d, fill, fillOpacity, stroke, strokeOpacity, width, dash }: PathShape): string {
    const attributes = [
      ['d', d],
      ['fill', fill === undefined ? 'none' : this.#paint(fill)],
      ['fill-rule', fill === undefined ? undefined : 'evenodd'],
      ['fill-opacity', fillOpacity],
      ['stroke', stroke],
      ['stroke-opacity', strokeOpacity],
      ['stroke-width', stroke === undefined ? undefined : (width ?? 1)],
      ['stroke-linejoin', stroke === undefined ? undefined : 'round'],
      ['stroke-dasharray', dash?.join(' ')],
    ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${value}"`]));
    return `<path ${attributes.join(' ')}/>`;
  }

  #text({ text, x, y, size, weight, colour, anchor, halo }: TextShape): string {
    const svgAnchor = anchor === 'middle' ? 'middle' : anchor === this.#begins ? 'start' : 'end';
    const written = (look: string) =>
      `<text x="${short(x)}" y="${short(y)}" font-size="${short(size)}" font-weight="${weight}" ` +
      `text-anchor="${svgAnchor}" ${look}>${this.#letters(text)}</text>`;
    const fill = `fill="${colour}"`;
    if (halo === undefined) return written(fill);
    const edge = `stroke="${halo}" stroke-width="${short(size / 4)}" stroke-linejoin="round"`;
    // The typesetter would draw letter after letter, and the edge of one over the one before.
    if (this.#reader === 'typesetter') return written(`fill="none" ${edge}`) + written(fill);
    return written(`${fill} ${edge} paint-order="stroke"`);
  }

  /** The typesetter has a font for each alphabet, and looks for none but the one it is told. */
  #letters(text: string): string {
    if (this.#reader === 'browser') return escaped(text);
    return fontRuns(text)
      .map(({ text: run, family }) => `<tspan font-family="${family}">${escaped(run)}</tspan>`)
      .join('');
  }

  #paint(paint: Paint): string {
    if (typeof paint === 'string') return paint;
    const id = `${this.#name}-${paint.pattern}-${paint.colours.map((colour) => colour.slice(1)).join('-')}`;
    if (!this.#patterns.has(id)) this.#patterns.set(id, patternTile(id, paint));
    return `url(#${id})`;
  }
}

function patternTile(id: string, { pattern, colours }: Pattern): string {
  const open = (width: number, height: number, turn = '') =>
    `<pattern id="${id}" width="${width}" height="${height}" patternUnits="userSpaceOnUse"${turn}>`;
  const bars = (widths: readonly number[], height: number) => {
    let x = 0;
    return colours.map((colour, index) => {
      const bar = { x, y: 0, width: widths[index] ?? 0, height };
      x += bar.width;
      return `<path d="${rectangle(bar)}" fill="${colour}"/>`;
    });
  };
  const [first = '#000000'] = colours;
  switch (pattern) {
    case 'dots':
      return `${open(DOT_TILE, DOT_TILE)}<path d="${DOT_PLACES.map(([x, y]) => disc(x, y, DOT_RADIUS)).join('')}" fill="${first}"/></pattern>`;
    case 'stripes': {
      const period = colours.length * STRIPE;
      const turned = ' patternTransform="rotate(45)"';
      return `${open(period, ENDLESS, turned)}${bars(
        colours.map(() => STRIPE),
        ENDLESS,
      ).join('')}</pattern>`;
    }
    case 'bands': {
      const widths = bandWidths(colours.length);
      return `${open(
        widths.reduce((a, b) => a + b, 0),
        ENDLESS,
      )}${bars(widths, ENDLESS).join('')}</pattern>`;
    }
  }
}

/** Along a stripe a tile never ends within a map: printers draw a seam where one does. */
const ENDLESS = 2000;

/** As on the screen: dots in quincunx, stripes of one width, and the first band as wide as all others together. */
export const DOT_TILE = 9;
export const DOT_RADIUS = 1.05;
export const DOT_PLACES = [
  [2.25, 2.25],
  [6.75, 6.75],
] as const;
export const STRIPE = 7;
export const BAND = 14;

export function bandWidths(colours: number): number[] {
  const others = Math.max(1, colours - 1);
  return Array.from({ length: colours }, (_, index) => (index === 0 ? others * BAND : BAND));
}
