import { DomainError, LANGUAGES, type Language } from '@nitaq/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { cachePublicly } from '../../plugins/caching.ts';
import { languageOf } from '../../plugins/language.ts';
import { type Query, singleValues } from '../../services/features/items-query.ts';

export const FORMATS = ['json', 'html'] as const;
type Format = (typeof FORMATS)[number];

export const JSON_TYPE = 'application/json';
export const GEOJSON_TYPE = 'application/geo+json';
export const SCHEMA_TYPE = 'application/schema+json';
/** Exactly so: GDAL knows it in no other spelling. */
export const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.0';
export const HTML_TYPE = 'text/html';

/** What one address answers: a document for programs, and a page of the same for people. */
export interface Representations {
  readonly type: string;
  readonly json: () => string;
  readonly html: () => string | Promise<string>;
}

/** Sends what the reader asks for, in the language they read. */
export async function sendRepresentation(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, json, html }: Representations,
): Promise<FastifyReply> {
  const isPage = formatOf(request, type) === 'html';
  if (request.person === null) cachePublicly(reply);
  else reply.header('cache-control', 'private, no-cache');
  reply.header('content-language', readerLanguage(request));
  reply.header('vary', 'accept, accept-language, cookie');
  reply.header('content-type', isPage ? `${HTML_TYPE}; charset=utf-8` : type);
  // Of a text the media type would be rewritten.
  return reply.send(Buffer.from(isPage ? await html() : json()));
}

/** The language of an answer: the one that is asked for in the address, or the reader's. */
export function readerLanguage(request: FastifyRequest): Language {
  const asked = (request.query as Query).lang;
  return LANGUAGES.find((language) => language === asked) ?? languageOf(request);
}

/** Sees to it that no other parameter is given than those which every address takes. Errors: `query-parameter-unknown`. */
export function requirePlainQuery(request: FastifyRequest): void {
  singleValues(request.query as Query, ['f', 'lang']);
}

/** Errors: `query-parameter-invalid`. */
function formatOf(request: FastifyRequest, type: string): Format {
  const { f, lang } = request.query as Query;
  if (lang !== undefined && !LANGUAGES.some((language) => language === lang)) {
    throw new DomainError('query-parameter-invalid', { parameter: 'lang', value: String(lang) });
  }
  if (f !== undefined) {
    const asked = FORMATS.find((format) => format === f);
    if (asked === undefined)
      throw new DomainError('query-parameter-invalid', { parameter: 'f', value: String(f) });
    return asked;
  }
  // Programs that ask for anything, or for something else, get the document.
  const preferred = new Negotiator(request.raw).mediaType([type.split(';')[0] ?? type, JSON_TYPE, HTML_TYPE]);
  return preferred === HTML_TYPE ? 'html' : 'json';
}
