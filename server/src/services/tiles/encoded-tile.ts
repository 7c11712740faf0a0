import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** What is sent of a tile in one encoding: Node writes head and body of an answer at once only where both are texts. */
export interface TileBody {
  /** The bytes as a text of Latin-1. */
  readonly text: string;
  /** Strong: another one for each encoding. */
  readonly etag: string;
}

/** A tile as it is sent again and again. */
export class EncodedTile {
  /** In bytes, with what it takes once it was asked for compressed. */
  readonly size: number;
  readonly plain: TileBody;
  readonly #bytes: Buffer;
  #gzip: TileBody | null = null;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.size = 3 * bytes.length;
    this.plain = { text: bytes.toString('latin1'), etag: `"${hash('sha1', bytes, 'base64')}"` };
  }

  get isEmpty(): boolean {
    return this.plain.text === '';
  }

  /** Compressed once. */
  get gzip(): TileBody {
    this.#gzip ??= {
      text: gzipSync(this.#bytes).toString('latin1'),
      etag: this.plain.etag.replace(/"$/, '-gzip"'),
    };
    return this.#gzip;
  }
}
