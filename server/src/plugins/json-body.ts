import { DomainError } from '@nitaq/core';
import type { FastifyInstance } from 'fastify';

/** A MultiPolygon in a Feature in a collection nests eight deep. */
const DEEPEST = 32;
/** Tab and the ends of lines are written; other control characters, and the two that are no characters, are not. */
const UNWRITTEN = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/u;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads JSON bodies strictly: invalid UTF-8 and deep nesting are refused before parsing, and nothing but JSON is read.
 * What stands in an address is held to less: it is sought and not kept, but no database is ever asked for U+0000.
 * Errors: `text-not-utf8`, `text-not-written`, `json-too-deep`, `json-invalid`.
 */
export function registerJsonBody(app: FastifyInstance): void {
  app.addHook('preValidation', ({ url }, _reply, done) => {
    const query = url.indexOf('?');
    const holdsNul = query >= 0 && url.includes('%00', query);
    done(holdsNul ? new DomainError('text-not-written', { character: codeOf('\0') }) : undefined);
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['application/json', 'application/geo+json'],
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => parseJson(body),
  );
}

function parseJson(body: Buffer): unknown {
  const text = decode(body);
  if (depthOf(text) > DEEPEST) throw new DomainError('json-too-deep', { limit: DEEPEST });
  try {
    return JSON.parse(text, refuseDangerous);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('json-invalid', { reason: error instanceof Error ? error.message : '' });
  }
}

/**
 * A member that could reach the prototype of an object, characters that are not written and that neither PostgreSQL nor
 * XML can hold, and half of a surrogate pair, which an escape can smuggle in and no UTF-8 can hold.
 */
function refuseDangerous(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('the member name __proto__ is not allowed');
  refuseUnwritten(key);
  if (typeof value === 'string') refuseUnwritten(value);
  return value;
}

function refuseUnwritten(text: string): void {
  if (!text.isWellFormed()) throw new DomainError('text-not-utf8');
  const found = UNWRITTEN.exec(text)?.[0];
  if (found !== undefined) throw new DomainError('text-not-written', { character: codeOf(found) });
}

/** A character as Unicode names it: U+001B. */
function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function decode(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new DomainError('text-not-utf8');
  }
}

/** How deep brackets nest outside strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') inString = !inString;
    else if (inString && character === '\\') i++;
    else if (!inString && (character === '[' || character === '{')) deepest = Math.max(deepest, ++depth);
    else if (!inString && (character === ']' || character === '}')) depth--;
  }
  return deepest;
}
