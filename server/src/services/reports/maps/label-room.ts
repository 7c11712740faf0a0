import type { Box } from './map-drawing.ts';

const CELL = 60;

/** What is taken on a map: a label goes where nothing else stands. */
export class LabelRoom {
  readonly #taken = new Map<string, Box[]>();

  take(box: Box): void {
    for (const key of keysOf(box)) this.#taken.set(key, [...(this.#taken.get(key) ?? []), box]);
  }

  isFree(box: Box): boolean {
    return keysOf(box).every((key) => !this.#taken.get(key)?.some((other) => meets(box, other)));
  }
}

function keysOf({ x, y, width, height }: Box): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column += 1) {
    for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row += 1) {
      keys.push(`${column} ${row}`);
    }
  }
  return keys;
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
