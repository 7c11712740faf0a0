/** A column of a table of integers that grows as it is written; a place not written yet holds the initial value. */
export class IntColumn {
  #items: Int32Array;
  readonly #initial: number;

  constructor(initial = 0, capacity = 64) {
    this.#initial = initial;
    this.#items = initial === 0 ? new Int32Array(capacity) : new Int32Array(capacity).fill(initial);
  }

  /** The values themselves, for hot loops; rows that come later may be missing. */
  get items(): Int32Array {
    return this.#items;
  }

  get(row: number): number {
    return this.#items[row] ?? this.#initial;
  }

  set(row: number, value: number): void {
    this.reserve(row);
    this.#items[row] = value;
  }

  /** Makes sure that a row is among the items. */
  reserve(row: number): void {
    if (row >= this.#items.length) this.#grow(row);
  }

  /** The values at rows, in their order. */
  valuesAt(rows: Int32Array): Int32Array {
    const values = new Int32Array(rows.length);
    for (let i = 0; i < values.length; i++) values[i] = this.get(rows[i] ?? 0);
    return values;
  }

  #grow(row: number): void {
    const { length } = this.#items;
    const grown = new Int32Array(Math.max(2 * length, row + 1)).fill(this.#initial, length);
    grown.set(this.#items);
    this.#items = grown;
  }
}

/** As `IntColumn`, of doubles; a class of its own, so that the engine compiles each for one kind of array. */
export class FloatColumn {
  #items: Float64Array;
  readonly #initial: number;

  constructor(initial = 0, capacity = 64) {
    this.#initial = initial;
    this.#items = new Float64Array(capacity).fill(initial);
  }

  /** The values themselves, for hot loops; rows that come later may be missing. */
  get items(): Float64Array {
    return this.#items;
  }

  get(row: number): number {
    return this.#items[row] ?? this.#initial;
  }

  set(row: number, value: number): void {
    this.reserve(row);
    this.#items[row] = value;
  }

  /** Makes sure that a row is among the items. */
  reserve(row: number): void {
    if (row >= this.#items.length) this.#grow(row);
  }

  #grow(row: number): void {
    const { length } = this.#items;
    const grown = new Float64Array(Math.max(2 * length, row + 1)).fill(this.#initial, length);
    grown.set(this.#items);
    this.#items = grown;
  }
}
