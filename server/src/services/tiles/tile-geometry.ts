import type { ByteWriter } from './byte-writer.ts';
import type { Positions } from './clip-ring.ts';

export const EXTENT = 4096;

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 15;

/** A tile among as many in each direction as its scale says. */
interface TilePlace {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** Writes the geometry of one feature of a tile; each begins anew. */
export class TileGeometry {
  readonly #writer: ByteWriter;
  #points = new Int32Array(1_024);
  #x = 0;
  #y = 0;

  constructor(writer: ByteWriter) {
    this.#writer = writer;
  }

  begin(): void {
    this.#writer.reset();
    this.#x = 0;
    this.#y = 0;
  }

  /** A position on the square. */
  point([x, y]: readonly [number, number], tile: TilePlace): void {
    this.#writer.varint(MOVE_TO | (1 << 3));
    this.#step(
      Math.round((x * tile.scale - tile.x) * EXTENT),
      Math.round((y * tile.scale - tile.y) * EXTENT),
    );
  }

  /**
   * A ring of positions on the square. What has no extent on its grid is left out. Outer rings run
   * clockwise on the screen, inner ones against it.
   */
  ring({ xy, length }: Positions, tile: TilePlace, isOuter: boolean): boolean {
    if (this.#points.length < length) this.#points = new Int32Array(2 * length);
    const points = this.#points;
    let count = 0;
    for (let i = 0; i < length; i += 2) {
      const x = Math.round(((xy[i] ?? 0) * tile.scale - tile.x) * EXTENT);
      const y = Math.round(((xy[i + 1] ?? 0) * tile.scale - tile.y) * EXTENT);
      if (count > 0 && points[count - 2] === x && points[count - 1] === y) continue;
      points[count++] = x;
      points[count++] = y;
    }
    if (count > 2 && points[0] === points[count - 2] && points[1] === points[count - 1]) count -= 2;
    const area = count < 6 ? 0 : doubleArea(points, count);
    if (area === 0) return false;
    this.#write(count, area > 0 === isOuter);
    return true;
  }

  #write(count: number, isForwards: boolean): void {
    const points = this.#points;
    for (let i = 0; i < count; i += 2) {
      const from = isForwards ? i : count - 2 - i;
      if (i === 0) this.#writer.varint(MOVE_TO | (1 << 3));
      if (i === 2) this.#writer.varint(LINE_TO | ((count / 2 - 1) << 3));
      this.#step(points[from] ?? 0, points[from + 1] ?? 0);
    }
    this.#writer.varint(CLOSE_PATH);
  }

  #step(x: number, y: number): void {
    this.#writer.zigzag(x - this.#x);
    this.#writer.zigzag(y - this.#y);
    this.#x = x;
    this.#y = y;
  }
}

function doubleArea(points: Int32Array, count: number): number {
  let area = 0;
  let [fromX, fromY] = [points[count - 2] ?? 0, points[count - 1] ?? 0];
  for (let i = 0; i < count; i += 2) {
    const x = points[i] ?? 0;
    const y = points[i + 1] ?? 0;
    area += fromX * y - x * fromY;
    [fromX, fromY] = [x, y];
  }
  return area;
}
