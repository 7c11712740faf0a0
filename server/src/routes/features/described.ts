import type { FastifySchema } from 'fastify';
import { HIGHEST_LIMIT } from '../../services/features/items-query.ts';
import { problems } from '../schemas.ts';
import { PARAMETERS, type ParameterName } from './api-description.ts';
import { GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, OPENAPI_TYPE, SCHEMA_TYPE } from './representation.ts';

/** How often one address may ask anything of `/ogc`: a program that reads all there is, on some desks of one office. */
export const ASKED_A_MINUTE = 1_200;

const ABOUT = `OGC API – Features, as JSON and as a page for people (\`f\`, \`lang\`). Parameters that are not named here are refused, \
except that \`items\` takes each queryable of its collection too. At most ${ASKED_A_MINUTE.toLocaleString('en')} requests a minute from one address, \
with \`ratelimit-*\` headers and 429.`;

const ABOUT_ITEMS = `${ABOUT} A page has at most ${HIGHEST_LIMIT.toLocaleString('en')} features: more are not refused but cut, and the link \
\`next\` leads on. \`bbox\` is in \`bbox-crs\`, \`datetime\` is one instant or an interval: what was in force then. \
\`/ogc/api\` describes each collection with its queryables, in OpenAPI 3.0.`;

interface Part {
  readonly summary: string;
  readonly type: string;
  readonly takes: readonly ParameterName[];
}

/** OpenAPI 3.0 says the same as a list; what is made of a schema here would repeat the parameter for each number. */
const BOX = { type: 'string', description: 'Four numbers with commas between them, or six' };
const PLAIN = ['f', 'lang'] as const satisfies readonly ParameterName[];
const PARTS: Readonly<Record<string, Part>> = {
  '': { summary: 'Features for GIS programs: where to begin', type: JSON_TYPE, takes: PLAIN },
  '/conformance': { summary: 'What of the standard is fulfilled', type: JSON_TYPE, takes: PLAIN },
  '/api': { summary: 'The features described in OpenAPI 3.0', type: OPENAPI_TYPE, takes: PLAIN },
  '/collections': {
    summary: 'Areas, villages, seats, territories, gaps and overlaps',
    type: JSON_TYPE,
    takes: PLAIN,
  },
  '/collections/:collection': { summary: 'A collection of features', type: JSON_TYPE, takes: PLAIN },
  '/collections/:collection/queryables': {
    summary: 'By what the features of a collection are filtered',
    type: SCHEMA_TYPE,
    takes: PLAIN,
  },
  '/collections/:collection/items': {
    summary: 'The features of a collection, page by page',
    type: GEOJSON_TYPE,
    takes: Object.keys(PARAMETERS) as ParameterName[],
  },
  '/collections/:collection/items/:feature': {
    summary: 'One feature',
    type: GEOJSON_TYPE,
    takes: [...PLAIN, 'crs'],
  },
};

/** What `/openapi.json` says of an address of `/ogc`. These routes read their requests themselves, as the standard has it. */
export function describedFeatures(path: string): FastifySchema {
  const part = PARTS[path];
  if (part === undefined) return { hide: true };
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return {
    tags: ['features'],
    summary: part.summary,
    description: part.takes.includes('bbox') ? ABOUT_ITEMS : ABOUT,
    ...(parameters.length > 0 && {
      params: {
        type: 'object',
        properties: Object.fromEntries(parameters.map((name) => [name, { type: 'string' }])),
      },
    }),
    querystring: {
      type: 'object',
      properties: Object.fromEntries(
        part.takes.map((name) => [name, name === 'bbox' ? BOX : PARAMETERS[name].schema]),
      ),
    },
    response: {
      200: {
        description: part.summary,
        content: { [part.type]: { schema: { type: 'object' } }, [HTML_TYPE]: { schema: { type: 'string' } } },
      },
      ...problems,
    },
  };
}
