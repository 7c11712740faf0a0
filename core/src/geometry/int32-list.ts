/** A list of 32-bit integers that grows: no boxes, no holes, doubled when full. */
export class Int32List {
  /** Longer than the list: what follows its end is of no meaning. */
  data: Int32Array;
  length = 0;

  constructor(capacity = 64) {
    this.data = new Int32Array(capacity);
  }

  /** Appends a number of places, 0 where nothing was taken off before, and returns where they begin. */
  reserve(count: number): number {
    const start = this.length;
    this.length += count;
    if (this.length > this.data.length) {
      const grown = new Int32Array(Math.max(this.length, 2 * this.data.length));
      grown.set(this.data);
      this.data = grown;
    }
    return start;
  }

  at(index: number): number {
    return this.data[index] ?? 0;
  }

  push(value: number): void {
    const at = this.reserve(1);
    this.data[at] = value;
  }

  /** Takes the last value off; of no meaning where there is none. */
  pop(): number {
    return this.data[--this.length] ?? 0;
  }

  /** The values, only until the list is next written to. */
  values(): Int32Array {
    return this.data.subarray(0, this.length);
  }
}
