import { DomainError } from '@nitaq/core';
import type { FastifyInstance } from 'fastify';

/** A MultiPolygon in a Feature in a collection nests eight deep. */
const DEEPEST = 32;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads JSON bodies strictly: invalid UTF-8 and deep nesting are refused before parsing, and nothing but JSON is read.
 * Errors: `text-not-utf8`, `json-too-deep`, `json-invalid`.
 */
export function registerJsonBody(app: FastifyInstance): void {
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
 * A member that could reach the prototype of an object, the one character that PostgreSQL cannot keep, and half of a
 * surrogate pair, which an escape can smuggle in and no UTF-8 can hold.
 */
function refuseDangerous(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('the member name __proto__ is not allowed');
  if (!key.isWellFormed()) throw new DomainError('text-not-utf8');
  if (typeof value !== 'string') return value;
  if (!value.isWellFormed()) throw new DomainError('text-not-utf8');
  if (value.includes('\0')) {
    throw new SyntaxError('the character U+0000 is not allowed');
  }
  return value;
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
