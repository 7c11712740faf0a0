import { DomainError } from '@nitaq/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { COLLECTION_KINDS } from '../../services/features/collection-kinds.ts';
import { type Collection, requireCollection } from '../../services/features/collections.ts';
import type { MapFeature } from '../../services/features/feature.ts';
import { type ItemsQuery, readItemQuery, readItemsQuery } from '../../services/features/items-query.ts';
import { selectFeatures } from '../../services/features/select-features.ts';
import { type Asked, askedBy, describedCollection, type FeatureContext } from './feature-context.ts';
import { pageText, singleText } from './feature-json.ts';
import { anchor, htmlPage, table, valueText } from './html-page.ts';
import { addressOf, type Link, ownLinks, QUERYABLES_REL } from './links.ts';
import { collectionsAbove } from './pages.ts';
import { GEOJSON_TYPE, HTML_TYPE, JSON_TYPE, SCHEMA_TYPE, sendRepresentation } from './representation.ts';
import { say } from './words.ts';

/** A page of the features of a collection. */
export async function sendItems(
  context: FeatureContext,
  { request, reply, id }: { request: FastifyRequest; reply: FastifyReply; id: string },
): Promise<FastifyReply> {
  const asked = askedBy(context, request);
  const collection = await requireCollection(context.db, id, asked);
  const query = readItemsQuery(asked.query, COLLECTION_KINDS[collection.kind].queryables);
  // Of one plan the territories are the same on every day.
  const all = await context.store.list(collection, { ...asked, asked: query.asked });
  const matching = selectFeatures(all, query);
  const page = matching.slice(query.offset, query.offset + query.limit);
  const links = [...pageLinks(asked, query, matching.length), collectionLink(asked, collection)];
  reply.header('content-crs', `<${query.crs.uri}>`);
  reply.header('link', queryablesHeader(asked, collection));
  return sendRepresentation(request, reply, {
    type: GEOJSON_TYPE,
    json: () => pageText(page, { crs: query.crs, matched: matching.length, links }),
    html: async () => {
      const { document } = await describedCollection(context, asked, id);
      return htmlPage({
        ...asked.page,
        title: document.title,
        description: document.description,
        above: collectionsAbove(asked, document),
        body: itemsBody(asked, { page, collection, links, from: query.offset, matched: matching.length }),
      });
    },
  });
}

/** One feature. */
export async function sendItem(
  context: FeatureContext,
  {
    request,
    reply,
    id,
    feature: featureId,
  }: { request: FastifyRequest; reply: FastifyReply; id: string; feature: string },
): Promise<FastifyReply> {
  const asked = askedBy(context, request);
  const collection = await requireCollection(context.db, id, asked);
  const crs = readItemQuery(asked.query);
  const feature = await context.store.find(collection, featureId, { ...asked, asked: null });
  if (feature === null) throw new DomainError('feature-not-found', { feature: featureId, collection: id });
  const { base, path, language, parameters } = asked;
  const links = [
    ...ownLinks({ base, path, type: GEOJSON_TYPE, language }, parameters),
    collectionLink(asked, collection),
  ];
  reply.header('content-crs', `<${crs.uri}>`);
  const name = feature.properties[`name_${language}`];
  return sendRepresentation(request, reply, {
    type: GEOJSON_TYPE,
    json: () => singleText(feature, crs, links),
    html: async () => {
      const { document } = await describedCollection(context, asked, id);
      const href = addressOf(base, `/collections/${id}/items`, { f: 'html', lang: language });
      return htmlPage({
        ...asked.page,
        title: typeof name === 'string' ? name : feature.id,
        above: [...collectionsAbove(asked, document), { title: say('items', language), href }],
        body: table(
          [say('property', language), say('value', language)],
          Object.entries(feature.properties).map(([property, value]) => [
            `<code>${property}</code>`,
            valueText(value, language),
          ]),
        ),
      });
    },
  });
}

/** Links to this page, the next and the one before. */
function pageLinks(
  { base, path, language, parameters }: Asked,
  { limit, offset }: ItemsQuery,
  matched: number,
): Link[] {
  const own = ownLinks({ base, path, type: GEOJSON_TYPE, language }, parameters);
  const linkTo = (rel: 'next' | 'prev', at: number): Link => ({
    href: addressOf(base, path, { ...parameters, limit, offset: at }),
    rel,
    type: parameters.f === 'html' ? HTML_TYPE : GEOJSON_TYPE,
    title: say(rel === 'next' ? 'next' : 'previous', language),
  });
  return [
    ...own,
    ...(offset + limit < matched ? [linkTo('next', offset + limit)] : []),
    ...(offset > 0 ? [linkTo('prev', Math.max(0, offset - limit))] : []),
  ];
}

function collectionLink({ base, language }: Asked, { id }: Collection): Link {
  const href = addressOf(base, `/collections/${id}`, { f: 'json' });
  return { href, rel: 'collection', type: JSON_TYPE, title: id, hreflang: language };
}

/** Which properties can be asked for, as a `Link` header. */
function queryablesHeader({ base }: Asked, { id }: Collection): string {
  const href = addressOf(base, `/collections/${id}/queryables`);
  return `<${href}>; rel="${QUERYABLES_REL}"; type="${SCHEMA_TYPE}"`;
}

interface ItemsShown {
  readonly page: readonly MapFeature[];
  readonly collection: Collection;
  readonly links: readonly Link[];
  readonly from: number;
  readonly matched: number;
}

function itemsBody(
  { base, language }: Asked,
  { page, collection, links, from, matched }: ItemsShown,
): string {
  if (page.length === 0) return `<p>${say('noItems', language)}</p>`;
  const { queryables } = COLLECTION_KINDS[collection.kind];
  const properties = Object.keys(queryables).filter((name) => queryables[name] !== 'geometry');
  const rows = page.map(({ id, properties: values }) => [
    anchor(addressOf(base, `/collections/${collection.id}/items/${id}`, { f: 'html', lang: language }), id),
    ...properties.map((name) => valueText(values[name], language)),
  ]);
  const ways = links.filter(({ rel }) => rel === 'next' || rel === 'prev');
  const shown = say('shown', language, { from: from + 1, to: from + page.length, total: matched });
  return `<p>${shown}</p>${table([say('id', language), ...properties], rows)}<nav>${ways
    .map(({ href, title }) => anchor(href, title))
    .join('')}</nav>`;
}
