import { hash } from 'node:crypto';

/** As many letters of a SHA-1 as tell any two texts that are ever compared from each other. */
const TAG_LETTERS = 16;

/**
 * A part of an answer as it is sent. The text is Latin-1 of the bytes of UTF-8: joining such texts is joining their bytes,
 * and their length is that of the bytes.
 */
export interface TextPart {
  readonly text: string;
  /** Another one for each text, of characters that an entity tag may have. */
  readonly tag: string;
}

/** A part of an answer, given as it stands in JSON. */
export function textPart(json: string): TextPart {
  return {
    text: Buffer.from(json, 'utf8').toString('latin1'),
    tag: hash('sha1', json, 'base64url').slice(0, TAG_LETTERS),
  };
}
