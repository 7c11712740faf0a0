import { type Canvas, createCanvas, GlobalFonts, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { loadFonts } from '../pdf/fonts.ts';
import {
  type MapDrawing,
  type Paint,
  type PathShape,
  rectangle,
  type Shape,
  type TextShape,
} from './map-drawing.ts';
import { BAND, bandWidths, DOT_PLACES, DOT_RADIUS, DOT_TILE, MAP_FONT, STRIPE } from './write-svg.ts';

/** For screens and for paper: about 200 dots to the inch on A4. */
const PIXELS_PER_UNIT = 2;

/** A map as a PNG image, its text shaped here, whatever fonts the machine has. */
export async function writePng(drawing: MapDrawing): Promise<Buffer> {
  await registerFonts();
  const { width, height, rightToLeft, shapes } = drawing;
  const canvas = createCanvas(Math.ceil(width * PIXELS_PER_UNIT), Math.ceil(height * PIXELS_PER_UNIT));
  const pen = canvas.getContext('2d');
  pen.scale(PIXELS_PER_UNIT, PIXELS_PER_UNIT);
  pen.direction = rightToLeft ? 'rtl' : 'ltr';
  for (const shape of shapes) draw(pen, shape);
  return canvas.encode('png');
}

let registered: Promise<void> | undefined;

function registerFonts(): Promise<void> {
  registered ??= loadFonts().then((fonts) => {
    for (const font of fonts) GlobalFonts.register(font, MAP_FONT);
  });
  return registered;
}

function draw(pen: SKRSContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'path':
      drawPath(pen, shape);
      return;
    case 'text':
      drawText(pen, shape);
      return;
    case 'window':
      pen.save();
      pen.clip(new Path2D(rectangle(shape.box)));
      for (const one of shape.shapes) draw(pen, one);
      pen.restore();
  }
}

function drawPath(
  pen: SKRSContext2D,
  { d, fill, fillOpacity = 1, stroke, strokeOpacity = 1, width = 1, dash = [] }: PathShape,
): void {
  if (d === '') return;
  const path = new Path2D(d);
  if (fill !== undefined) {
    pen.globalAlpha = fillOpacity;
    const style = typeof fill === 'string' ? fill : pen.createPattern(tileOf(fill), 'repeat');
    if (style !== null) pen.fillStyle = style;
    pen.fill(path, 'evenodd');
  }
  if (stroke !== undefined) {
    pen.globalAlpha = strokeOpacity;
    pen.strokeStyle = stroke;
    pen.lineWidth = width;
    pen.lineJoin = 'round';
    pen.setLineDash([...dash]);
    pen.stroke(path);
  }
  pen.globalAlpha = 1;
}

function drawText(pen: SKRSContext2D, { text, x, y, size, weight, colour, anchor, halo }: TextShape): void {
  pen.font = `${weight} ${size}px "${MAP_FONT}"`;
  pen.textAlign = anchor === 'middle' ? 'center' : anchor;
  if (halo !== undefined) {
    pen.strokeStyle = halo;
    pen.lineWidth = size / 4;
    pen.lineJoin = 'round';
    pen.setLineDash([]);
    pen.strokeText(text, x, y);
  }
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

/** The tile of a pattern; patterns go along with the scale of the pen, so it is as large as its units say. */
function tileOf({ pattern, colours }: Exclude<Paint, string>): Canvas {
  switch (pattern) {
    case 'dots': {
      const tile = createCanvas(DOT_TILE, DOT_TILE);
      const pen = tile.getContext('2d');
      pen.fillStyle = colours[0] ?? '#000000';
      for (const [x, y] of DOT_PLACES) {
        pen.beginPath();
        pen.arc(x, y, DOT_RADIUS, 0, 2 * Math.PI);
        pen.fill();
      }
      return tile;
    }
    case 'stripes':
      return stripedTile(colours);
    case 'bands': {
      const widths = bandWidths(colours.length);
      const tile = createCanvas(
        widths.reduce((a, b) => a + b, 0),
        BAND,
      );
      const pen = tile.getContext('2d');
      let x = 0;
      colours.forEach((colour, index) => {
        pen.fillStyle = colour;
        pen.fillRect(x, 0, widths[index] ?? 0, BAND);
        x += widths[index] ?? 0;
      });
      return tile;
    }
  }
}

/** Diagonal stripes in a square that repeats without a seam. */
function stripedTile(colours: readonly string[]): Canvas {
  const wide = Math.round(STRIPE * Math.SQRT2);
  const period = colours.length * wide;
  const tile = createCanvas(period, period);
  const pen = tile.getContext('2d');
  for (let start = -period; start < 2 * period; start += wide) {
    const index = ((Math.round(start / wide) % colours.length) + colours.length) % colours.length;
    pen.fillStyle = colours[index] ?? '#000000';
    pen.beginPath();
    pen.moveTo(start, 0);
    pen.lineTo(start + wide, 0);
    pen.lineTo(start + wide - period, period);
    pen.lineTo(start - period, period);
    pen.fill();
  }
  return tile;
}
