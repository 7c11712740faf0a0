import { LANGUAGES, type Language } from '@nitaq/core';
import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

/** Programs send no preference and get English; browsers send the reader's. */
const WITHOUT_PREFERENCE: Language = 'en';

/** The language to answer a person in, from `Accept-Language`. */
export function languageOf(request: FastifyRequest): Language {
  if (request.headers['accept-language'] === undefined) return WITHOUT_PREFERENCE;
  const preferred = new Negotiator(request.raw).language([...LANGUAGES]);
  return LANGUAGES.find((language) => language === preferred) ?? WITHOUT_PREFERENCE;
}
