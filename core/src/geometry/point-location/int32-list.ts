/** A list of 32-bit integers that grows: no boxes, no holes, doubled when full. */
export class Int32List {
  /** Longer than the list: what follows its end is 0. */
  data = new Int32Array(64);
  length = 0;

  /** Appends a number of zeros and returns where they begin. */
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

  push(value: number): void {
    const at = this.reserve(1);
    this.data[at] = value;
  }
}
