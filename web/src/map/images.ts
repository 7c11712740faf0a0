import { type CoverageStatus, channels, type Hex, mix } from '@nitaq/core';
import type { Theme } from '../state/preferences.ts';
import { TOKENS, territoryColours } from '../style/tokens.ts';
import type { ImageName } from './image-names.ts';

/** Images are drawn twice as large as they appear, for sharp screens. */
export const IMAGE_PIXEL_RATIO = 2;

const STRIPE_PX = 14;
const STRIPE_STRENGTH = 0.62;
const BAND_PX = 28;
const BAND_STRENGTH = 0.38;
const DOT_TILE_PX = 18;
const DOT_RADIUS_PX = 2.1;
const VILLAGE_PX = 28;
const NOTE_PX = 40;
const HOUSE_PX = 44;
const LOCK_PX = 44;
const BAR_TILE_PX = 24;
const MAGNET_PX = 112;

/** Draws an image that the map asks for by name. */
export function drawImage(name: ImageName): ImageData {
  switch (name.kind) {
    case 'dots':
      return dots(TOKENS[name.theme].gap);
    case 'stripes':
      return stripes(name.places.map((place) => stripeColour(place, name.theme)));
    case 'bands':
      return bands(name.places.map((place) => bandColour(place, name.theme)));
    case 'village':
      return village(name.status, name.theme);
    case 'reason':
      return note(TOKENS[name.theme].label, TOKENS[name.theme].halo);
    case 'lock':
      return padlock(TOKENS[name.theme].label, TOKENS[name.theme].halo);
    case 'barred':
      return bars(TOKENS[name.theme].label, TOKENS[name.theme].halo);
    case 'magnet':
      return magnet(name.part, TOKENS[name.theme].accent, TOKENS[name.theme].halo);
    case 'house':
      return house(territoryColours(name.place, name.theme).border, TOKENS[name.theme].halo);
  }
}

function stripeColour(place: number, theme: Theme): Hex {
  return mix(TOKENS[theme].ground, territoryColours(place, theme).fill, STRIPE_STRENGTH);
}

/** Diagonal stripes, one colour after the other; the tile repeats without a seam. */
function stripes(colours: readonly Hex[]): ImageData {
  const period = colours.length * STRIPE_PX;
  const image = new ImageData(period, period);
  const rows = colours.map(channels);
  for (let y = 0; y < period; y += 1) {
    for (let x = 0; x < period; x += 1) {
      const along = (x + y) % period;
      const here = rows[Math.floor(along / STRIPE_PX)] ?? [0, 0, 0];
      image.data.set([...here, 255], (y * period + x) * 4);
    }
  }
  return image;
}

function bandColour(place: number, theme: Theme): Hex {
  return mix(TOKENS[theme].ground, territoryColours(place, theme).fill, BAND_STRENGTH);
}

/** Upright bands, calmer than stripes: the first as wide as all others together. */
function bands([first = '#808080', ...others]: readonly Hex[]): ImageData {
  const half = Math.max(1, others.length) * BAND_PX;
  const [lead, ...rest] = [first, ...others].map(channels);
  const image = new ImageData(2 * half, BAND_PX);
  for (let i = 0; i < 2 * half * BAND_PX; i += 1) {
    const x = i % (2 * half);
    const here = (x < half ? lead : rest[Math.floor((x - half) / BAND_PX)]) ?? [0, 0, 0];
    image.data.set([...here, 255], i * 4);
  }
  return image;
}

/** Dots in quincunx. */
function dots(colour: Hex): ImageData {
  return onCanvas(DOT_TILE_PX, (canvas) => {
    canvas.fillStyle = colour;
    for (const centre of [DOT_TILE_PX / 4, (DOT_TILE_PX * 3) / 4]) {
      canvas.beginPath();
      canvas.arc(centre, centre, DOT_RADIUS_PX, 0, 2 * Math.PI);
      canvas.fill();
    }
  });
}

/** A dot: full where one association serves the village, half where several claim it, hollow where none does. */
function village(status: CoverageStatus, theme: Theme): ImageData {
  const { label, halo, gap } = TOKENS[theme];
  const middle = VILLAGE_PX / 2;
  const radius = 8;
  const edge = status === 'gap' ? gap : label;
  return onCanvas(VILLAGE_PX, (canvas) => {
    const disc = (size: number, from = 0, to = 2 * Math.PI) => {
      canvas.beginPath();
      canvas.arc(middle, middle, size, from, to);
      canvas.fill();
    };
    canvas.fillStyle = halo;
    disc(radius + 3.5);
    canvas.fillStyle = edge;
    disc(radius);
    if (status === 'covered') return;
    canvas.fillStyle = halo;
    if (status === 'overlap') disc(radius - 2.6, -Math.PI / 2, Math.PI / 2);
    else disc(radius - 2.9);
  });
}

/** A small house with a pitched roof and a door. */
function house(colour: Hex, halo: Hex): ImageData {
  return onCanvas(HOUSE_PX, (canvas) => {
    const outline = new Path2D('M22 6 L38 20 L34 20 L34 38 L10 38 L10 20 L6 20 Z');
    canvas.lineJoin = 'round';
    canvas.strokeStyle = halo;
    canvas.lineWidth = 7;
    canvas.stroke(outline);
    canvas.fillStyle = colour;
    canvas.strokeStyle = colour;
    canvas.lineWidth = 2.5;
    canvas.fill(outline);
    canvas.stroke(outline);
    canvas.fillStyle = halo;
    canvas.fill(new Path2D('M18.5 38 L18.5 28 Q18.5 25 22 25 Q25.5 25 25.5 28 L25.5 38 Z'));
  });
}

/** A note with two lines on it. */
function note(ink: string, paper: string): ImageData {
  return onCanvas(NOTE_PX, (canvas) => {
    canvas.lineJoin = 'round';
    canvas.lineCap = 'round';
    canvas.fillStyle = paper;
    canvas.strokeStyle = ink;
    canvas.lineWidth = 3;
    const sheet = new Path2D('M8 7 L32 7 L32 27 L23 27 L20 33 L17 27 L8 27 Z');
    canvas.fill(sheet);
    canvas.stroke(sheet);
    canvas.stroke(new Path2D('M14 14 L26 14 M14 20 L22 20'));
  });
}

/** A padlock on a round plate. */
function padlock(ink: string, paper: string): ImageData {
  return onCanvas(LOCK_PX, (canvas) => {
    const middle = LOCK_PX / 2;
    canvas.beginPath();
    canvas.arc(middle, middle, middle - 2, 0, 2 * Math.PI);
    canvas.fillStyle = paper;
    canvas.fill();
    canvas.strokeStyle = ink;
    canvas.lineWidth = 3;
    canvas.stroke();
    canvas.stroke(new Path2D('M16.5 20 V17 a5.5 5.5 0 0 1 11 0 V20'));
    canvas.fillStyle = ink;
    canvas.fill(new Path2D('M13 20 H31 V32 H13 Z'));
    canvas.fillStyle = paper;
    canvas.fill(new Path2D('M20.5 23.5 H23.5 V28.5 H20.5 Z'));
  });
}

/** A line with short bars across it; the tile repeats along the line. */
function bars(ink: string, paper: string): ImageData {
  return onCanvas(BAR_TILE_PX, (canvas) => {
    const middle = BAR_TILE_PX / 2;
    const stroke = (colour: string, grown: number) => {
      canvas.fillStyle = colour;
      canvas.fillRect(0, middle - 2.5 - grown, BAR_TILE_PX, 5 + 2 * grown);
      canvas.fillRect(middle - 2.5 - grown, 2.5 - grown, 5 + 2 * grown, BAR_TILE_PX - 5 + 2 * grown);
    };
    stroke(paper, 2);
    stroke(ink, 0);
  });
}

/** The mark of a place that the hand sticks to, a square for a point and a cross for a line, with a magnet beside it. */
function magnet(part: 'vertex' | 'edge', ink: string, paper: string): ImageData {
  return onCanvas(MAGNET_PX, (canvas) => {
    const mark = new Path2D(
      part === 'vertex' ? 'M45 45 L67 45 L67 67 L45 67 Z' : 'M45 45 L67 67 M67 45 L45 67',
    );
    const horseshoe = new Path2D('M74 30 L74 20 A10 10 0 0 1 94 20 L94 30');
    const poles = new Path2D('M74 33 L74 37 M94 33 L94 37');
    for (const [colour, wider] of [
      [paper, 6],
      [ink, 0],
    ] as const) {
      canvas.strokeStyle = colour;
      canvas.lineWidth = 5 + wider;
      canvas.stroke(mark);
      canvas.lineWidth = 7 + wider;
      canvas.stroke(horseshoe);
      canvas.stroke(poles);
    }
  });
}

function onCanvas(size: number, draw: (canvas: CanvasRenderingContext2D) => void): ImageData {
  const element = document.createElement('canvas');
  element.width = size;
  element.height = size;
  const canvas = element.getContext('2d');
  if (!canvas) return new ImageData(size, size);
  draw(canvas);
  return canvas.getImageData(0, 0, size, size);
}
