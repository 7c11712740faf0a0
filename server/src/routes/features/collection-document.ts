import type { AreaSummary, Language, Queryables } from '@nitaq/core';
import { COLLECTION_KINDS } from '../../services/features/collection-kinds.ts';
import type { Collection } from '../../services/features/collections.ts';
import { COORDINATE_SYSTEMS, CRS84 } from '../../services/features/coordinate-systems.ts';
import { addressOf, type Link, ownLinks, QUERYABLES_REL } from './links.ts';
import { GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, SCHEMA_TYPE } from './representation.ts';
import { say } from './words.ts';

export interface CollectionDocument {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly links: readonly Link[];
  readonly extent?: object;
  readonly itemType: 'feature';
  readonly crs: readonly string[];
  readonly storageCrs: string;
}

/** What a document about a collection is made from. */
export interface CollectionContext {
  readonly base: string;
  readonly language: Language;
  /** By id. */
  readonly areaNames: ReadonlyMap<string, AreaSummary['name']>;
  /** West, south, east, north of everything in it; null: it is empty. */
  readonly extent: readonly number[] | null;
  /** Since when there have been plans in force; null: never. */
  readonly since: string | null;
}

export function collectionDocument(collection: Collection, context: CollectionContext): CollectionDocument {
  const { base, language, extent, since } = context;
  const { title, description } = collectionTitle(collection, context);
  const path = `/collections/${collection.id}`;
  const link = (rel: string, part: string, [type, f]: [string, string?], text: string): Link => ({
    href: addressOf(base, `${path}${part}`, { f }),
    rel,
    type,
    title: text,
    hreflang: language,
  });
  const items = say('items', language);
  const isTemporal = collection.of === null && COLLECTION_KINDS[collection.kind].isTemporal;
  return {
    id: collection.id,
    title,
    description,
    links: [
      ...ownLinks({ base, path, type: JSON_TYPE, language }),
      // GDAL puts the id of a feature behind this address as it is, so nothing may stand after the path.
      link('items', '/items', [GEOJSON_TYPE], items),
      link('items', '/items', [HTML_TYPE, 'html'], items),
      link(QUERYABLES_REL, '/queryables', [SCHEMA_TYPE, 'json'], say('queryables', language)),
    ],
    ...(extent !== null && {
      extent: {
        spatial: { bbox: [extent], crs: CRS84.uri },
        ...(isTemporal && {
          temporal: {
            interval: [[since, null]],
            trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian',
          },
        }),
      },
    }),
    itemType: 'feature',
    crs: COORDINATE_SYSTEMS.map(({ uri }) => uri),
    storageCrs: CRS84.uri,
  };
}

/** What a collection is called, and what is in it. */
export function collectionTitle(
  { kind, of }: Collection,
  { language, areaNames }: Pick<CollectionContext, 'language' | 'areaNames'>,
): { title: string; description: string } {
  if (of === null) {
    const { title, description } = COLLECTION_KINDS[kind];
    return { title: title[language], description: description[language] };
  }
  const area = areaNames.get(of.area)?.[language] ?? of.area;
  return {
    title: say('territoriesOf', language, { plan: of.plan.title[language], area }),
    description: say('territoriesOfAbout', language, { state: say(of.plan.state, language) }),
  };
}

/** The properties of a collection that can be asked for, as a JSON Schema. */
export function queryablesDocument(collection: Collection, base: string, title: string) {
  const { queryables, geometry } = COLLECTION_KINDS[collection.kind];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: addressOf(base, `/collections/${collection.id}/queryables`),
    type: 'object',
    title,
    properties: Object.fromEntries(
      Object.entries(queryables).map(([name, type]) => [
        name,
        type === 'geometry'
          ? { title: name, 'x-ogc-role': 'primary-geometry', format: `geometry-${geometry}` }
          : { title: name, ...propertySchema(type) },
      ]),
    ),
    additionalProperties: false,
  };
}

/** The JSON Schema of a property's values. */
export function propertySchema(type: Queryables[string]) {
  return type === 'instant' ? { type: 'string', format: 'date-time' } : { type };
}
