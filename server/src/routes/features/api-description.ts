import type { Queryables } from '@nitaq/core';
import { LANGUAGES } from '@nitaq/core';
import { COORDINATE_SYSTEMS, CRS84 } from '../../services/features/coordinate-systems.ts';
import { DEFAULT_LIMIT, HIGHEST_LIMIT, propertyParameters } from '../../services/features/items-query.ts';
import type { CollectionDocument } from './collection-document.ts';
import { propertySchema } from './collection-document.ts';
import { FORMATS, GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, OPENAPI_TYPE, SCHEMA_TYPE } from './representation.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly required: boolean;
  readonly schema: object;
  readonly style?: 'form';
  readonly explode?: false;
}

function inQuery(name: string, schema: object): Parameter {
  return { name, in: 'query', required: false, schema, style: 'form', explode: false };
}

const crsSchema = {
  type: 'string',
  format: 'uri',
  enum: COORDINATE_SYSTEMS.map(({ uri }) => uri),
  default: CRS84.uri,
};
const number = { type: 'number' };
export const PARAMETERS = {
  f: inQuery('f', { type: 'string', enum: FORMATS }),
  lang: inQuery('lang', { type: 'string', enum: LANGUAGES }),
  limit: inQuery('limit', { type: 'integer', minimum: 1, maximum: HIGHEST_LIMIT, default: DEFAULT_LIMIT }),
  offset: inQuery('offset', { type: 'integer', minimum: 0, default: 0 }),
  bbox: inQuery('bbox', {
    type: 'array',
    oneOf: [
      { minItems: 4, maxItems: 4 },
      { minItems: 6, maxItems: 6 },
    ],
    items: number,
  }),
  'bbox-crs': inQuery('bbox-crs', crsSchema),
  datetime: inQuery('datetime', { type: 'string' }),
  crs: inQuery('crs', crsSchema),
  filter: inQuery('filter', { type: 'string' }),
  'filter-lang': inQuery('filter-lang', {
    type: 'string',
    enum: ['cql2-text', 'cql2-json'],
    default: 'cql2-text',
  }),
  'filter-crs': inQuery('filter-crs', crsSchema),
};
export type ParameterName = keyof typeof PARAMETERS;

/** The description of `/ogc` in OpenAPI 3.0, with the collections that the reader may see. */
export function apiDescription(
  base: string,
  { title, description }: { readonly title: string; readonly description: string },
  collections: readonly { readonly document: CollectionDocument; readonly queryables: Queryables }[],
) {
  const plain: ParameterName[] = ['f', 'lang'];
  const paths = {
    '/': get('getLandingPage', title, plain, JSON_TYPE),
    '/conformance': get('getConformance', 'Conformance', plain, JSON_TYPE),
    '/api': get('getApi', 'OpenAPI', plain, OPENAPI_TYPE),
    '/collections': get('getCollections', 'Collections', plain, JSON_TYPE),
    ...Object.assign(
      {},
      ...collections.map(({ document, queryables }) => collectionPaths(document, queryables)),
    ),
  };
  return {
    openapi: '3.0.3',
    info: { title, description, version: '1', license: { name: 'MIT' } },
    servers: [{ url: base }],
    paths,
    // What is for everybody is read without; with a session one also finds the plans that one may see.
    security: [{}, { session: [] }],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'nitaq.session_token' } },
      parameters: PARAMETERS,
      schemas: {
        problem: {
          type: 'object',
          required: ['type', 'status', 'title', 'detail'],
          properties: {
            type: { type: 'string' },
            status: { type: 'integer' },
            title: { type: 'string' },
            detail: { type: 'string' },
          },
        },
      },
    },
  };
}

function collectionPaths({ id, title }: CollectionDocument, queryables: Queryables) {
  const path = `/collections/${id}`;
  const operation = id.replaceAll(/[^a-z0-9]/g, '_');
  const properties = propertyParameters(queryables).map((name) =>
    inQuery(name, propertySchema(queryables[name] ?? 'string')),
  );
  const featureId: Parameter = { name: 'featureId', in: 'path', required: true, schema: { type: 'string' } };
  const all = Object.keys(PARAMETERS) as ParameterName[];
  return {
    [path]: get(`describe_${operation}`, title, ['f', 'lang'], JSON_TYPE),
    [`${path}/queryables`]: get(`queryables_${operation}`, title, ['f', 'lang'], SCHEMA_TYPE),
    [`${path}/items`]: get(`items_${operation}`, title, all, GEOJSON_TYPE, properties),
    [`${path}/items/{featureId}`]: get(`item_${operation}`, title, ['f', 'lang', 'crs'], GEOJSON_TYPE, [
      featureId,
    ]),
  };
}

function get(
  operationId: string,
  summary: string,
  parameters: readonly ParameterName[],
  type: string,
  more: readonly Parameter[] = [],
) {
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } };
  return {
    get: {
      operationId,
      summary,
      parameters: [...parameters.map((name) => ({ $ref: `#/components/parameters/${name}` })), ...more],
      responses: {
        200: {
          description: summary,
          content: { [type]: { schema: { type: 'object' } }, [HTML_TYPE]: { schema: { type: 'string' } } },
        },
        '4XX': { description: 'Problem details (RFC 9457)', content: problem },
      },
    },
  };
}
