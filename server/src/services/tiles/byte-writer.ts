/** Writes Protocol Buffers into bytes that grow. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(4_096);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  reset(): void {
    this.#length = 0;
  }

  /** A whole number from 0 up to 2 ** 32. */
  varint(value: number): void {
    if (this.#length + 5 > this.#bytes.length) this.#grow(5);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** A whole number of either sign. */
  zigzag(value: number): void {
    this.varint(((value << 1) ^ (value >> 31)) >>> 0);
  }

  bytes(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A field whose content has a length. */
  field(number: number, content: Uint8Array): void {
    this.varint((number << 3) | 2);
    this.varint(content.length);
    this.bytes(content);
  }

  /** A field whose content was written apart. */
  nested(number: number, content: ByteWriter): void {
    this.varint((number << 3) | 2);
    this.varint(content.length);
    if (this.#length + content.length > this.#bytes.length) this.#grow(content.length);
    content.#bytes.copy(this.#bytes, this.#length, 0, content.length);
    this.#length += content.length;
  }

  /** A field that is a number. */
  numberField(number: number, value: number): void {
    this.varint(number << 3);
    this.varint(value);
  }

  /** What is written. */
  written(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }

  #grow(by: number): void {
    const larger = Buffer.allocUnsafe(2 * (this.#bytes.length + by));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
