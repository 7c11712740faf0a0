import type { MapFeature } from '../features/feature.ts';
import { ByteWriter } from './byte-writer.ts';

type Value = string | number | boolean;

/** Names and values of the properties of one layer, each encoded once for all its tiles. */
export class TileDictionary {
  readonly names = new Terms((name: string) => Buffer.from(name));
  readonly values = new Terms(encodedValue);

  beginTile(): void {
    this.names.beginTile();
    this.values.beginTile();
  }

  /** The properties of a feature as numbers of a name, a value, a name, … Its id is one of them: ids of tiles are numbers. */
  tagsOf({ id, properties }: MapFeature): Uint32Array {
    const known = Object.entries({ id, ...properties }).flatMap(([name, value]) =>
      value === null ? [] : [this.names.numberOf(name), this.values.numberOf(value)],
    );
    return Uint32Array.from(known);
  }
}

/** What is numbered in all of a layer, and again in each tile that has some of it. */
class Terms<T> {
  readonly #encode: (term: T) => Uint8Array;
  readonly #numbers = new Map<T, number>();
  readonly #encoded: Uint8Array[] = [];
  /** Which tile each was last used in, and as what. */
  readonly #usedIn: number[] = [];
  readonly #usedAs: number[] = [];
  #tile = 0;
  #inTile: Uint8Array[] = [];

  constructor(encode: (term: T) => Uint8Array) {
    this.#encode = encode;
  }

  numberOf(term: T): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.#encoded.push(this.#encode(term)) - 1;
    this.#usedIn.push(0);
    this.#usedAs.push(0);
    this.#numbers.set(term, number);
    return number;
  }

  beginTile(): void {
    this.#tile++;
    this.#inTile = [];
  }

  /** Its number in the tile that was begun last. */
  use(number: number): number {
    if (this.#usedIn[number] !== this.#tile) {
      this.#usedIn[number] = this.#tile;
      this.#usedAs[number] = this.#inTile.push(this.#encoded[number] ?? new Uint8Array()) - 1;
    }
    return this.#usedAs[number] ?? 0;
  }

  /** What the tile uses, in its order there. */
  used(): readonly Uint8Array[] {
    return this.#inTile;
  }
}

const STRING = 1;
const DOUBLE = 3;
const UNSIGNED = 5;
const BOOLEAN = 7;

const writer = new ByteWriter();

function encodedValue(value: Value): Uint8Array {
  writer.reset();
  if (typeof value === 'string') writer.field(STRING, Buffer.from(value));
  else if (typeof value === 'boolean') writer.numberField(BOOLEAN, value ? 1 : 0);
  else if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) writer.numberField(UNSIGNED, value);
  else {
    const double = Buffer.alloc(8);
    double.writeDoubleLE(value);
    writer.varint((DOUBLE << 3) | 1);
    writer.bytes(double);
  }
  return writer.written();
}
