import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect } from 'vitest';

const GOLDEN = path.resolve(import.meta.dirname, '../golden');
/** Letters are drawn a little differently by every version of what draws them. */
const SAME_GREY = 48;
const MOST_DIFFERENT = 0.02;

/** A picture that looks as one that somebody looked at; `UPDATE_GOLDEN=1` keeps this one instead. */
export async function expectLooksLike(name: string, png: Buffer): Promise<void> {
  const file = path.join(GOLDEN, `${name}.png`);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, png);
  expect([name, existsSync(file)]).toEqual([name, true]);
  const [known, found] = [await greysOf(file), await greysOf(png)];
  expect([name, found.width, found.height]).toEqual([name, known.width, known.height]);
  const different = known.greys.filter((grey, at) => Math.abs(grey - (found.greys[at] ?? 0)) > SAME_GREY);
  expect([name, different.length / known.greys.length <= MOST_DIFFERENT]).toEqual([name, true]);
}

async function greysOf(source: string | Buffer) {
  const image = await loadImage(source);
  const pen = createCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, image.width, image.height);
  return {
    width: image.width,
    height: image.height,
    greys: Array.from({ length: data.length / 4 }, (_, at) => data[at * 4] ?? 0),
  };
}
