import type { FastifyReply, FastifyRequest } from 'fastify';
import { escaped } from '../escaped.ts';
import { COLLECTION_KINDS } from '../services/features/collection-kinds.ts';
import type { App } from './context.ts';
import { apiDescription } from './features/api-description.ts';
import { queryablesDocument } from './features/collection-document.ts';
import { CONFORMS_TO } from './features/conformance.ts';
import { ASKED_A_MINUTE, describedFeatures } from './features/described.ts';
import {
  askedBy,
  describedCollection,
  describedCollections,
  type FeatureContext,
} from './features/feature-context.ts';
import { anchor, htmlPage, list, table } from './features/html-page.ts';
import { sendItem, sendItems } from './features/items.ts';
import { landingPage } from './features/landing-page.ts';
import { addressOf, ownLinks } from './features/links.ts';
import { collectionsAbove, startAbove } from './features/pages.ts';
import {
  JSON_TYPE,
  OPENAPI_TYPE,
  requirePlainQuery,
  SCHEMA_TYPE,
  sendRepresentation,
} from './features/representation.ts';
import { say } from './features/words.ts';

type Answer = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** OGC API – Features: what GIS programs read, at `/ogc`. */
export function registerFeatures(app: App, context: FeatureContext, aMinute = ASKED_A_MINUTE): void {
  const get = (path: string, answer: Answer) => {
    const config = {
      action: 'features.read',
      rateLimit: { max: aMinute, timeWindow: '1 minute' },
    } as const;
    app.get(`/ogc${path}`, { config: { ...config, described: describedFeatures(path) } }, answer);
    // OWSLib puts a slash behind the address of the landing page.
    app.get(`/ogc${path}/`, { config, schema: { hide: true } }, answer);
  };

  get('', async (request, reply) => {
    requirePlainQuery(request);
    return sendRepresentation(request, reply, landingPage(askedBy(context, request)));
  });

  get('/conformance', async (request, reply) => {
    requirePlainQuery(request);
    const asked = askedBy(context, request);
    return sendRepresentation(request, reply, {
      type: JSON_TYPE,
      json: () => JSON.stringify({ conformsTo: CONFORMS_TO }),
      html: () =>
        htmlPage({
          ...asked.page,
          title: say('conformance', asked.language),
          above: startAbove(asked),
          body: list(CONFORMS_TO.map((uri) => anchor(uri, uri))),
        }),
    });
  });

  get('/api', async (request, reply) => {
    requirePlainQuery(request);
    const asked = askedBy(context, request);
    const { base, language } = asked;
    const about = { title: say('title', language), description: say('description', language) };
    const described = apiDescription(base, about, await describedCollections(context, asked));
    return sendRepresentation(request, reply, {
      type: OPENAPI_TYPE,
      json: () => JSON.stringify(described),
      html: () =>
        htmlPage({
          ...asked.page,
          title: say('api', language),
          above: startAbove(asked),
          body: table(
            [say('address', language)],
            Object.keys(described.paths).map((path) => [`<code dir="ltr">GET /ogc${path}</code>`]),
          ),
        }),
    });
  });

  get('/collections', async (request, reply) => {
    requirePlainQuery(request);
    const asked = askedBy(context, request);
    const { base, path, language } = asked;
    const documents = (await describedCollections(context, asked)).map(({ document }) => document);
    return sendRepresentation(request, reply, {
      type: JSON_TYPE,
      json: () =>
        JSON.stringify({
          links: ownLinks({ base, path, type: JSON_TYPE, language }),
          crs: documents[0]?.crs ?? [],
          collections: documents,
        }),
      html: () =>
        htmlPage({
          ...asked.page,
          title: say('collections', language),
          above: startAbove(asked),
          body: list(
            documents.map(({ id, title, description }) => {
              const href = addressOf(base, `/collections/${id}/items`, { f: 'html', lang: language });
              return `${anchor(href, title)}<p>${escaped(description)}</p>`;
            }),
          ),
        }),
    });
  });

  get('/collections/:collection', async (request, reply) => {
    requirePlainQuery(request);
    const asked = askedBy(context, request);
    const { document } = await describedCollection(context, asked, idIn(request));
    return sendRepresentation(request, reply, {
      type: JSON_TYPE,
      json: () => JSON.stringify(document),
      html: () =>
        htmlPage({
          ...asked.page,
          title: document.title,
          description: document.description,
          above: collectionsAbove(asked),
          body: list(
            ['items', 'queryables'].map((part) =>
              anchor(
                addressOf(asked.base, `/collections/${document.id}/${part}`, {
                  f: 'html',
                  lang: asked.language,
                }),
                say(part === 'items' ? 'items' : 'queryables', asked.language),
              ),
            ),
          ),
        }),
    });
  });

  get('/collections/:collection/queryables', async (request, reply) => {
    requirePlainQuery(request);
    const asked = askedBy(context, request);
    const { collection, document } = await describedCollection(context, asked, idIn(request));
    return sendRepresentation(request, reply, {
      type: SCHEMA_TYPE,
      json: () => JSON.stringify(queryablesDocument(collection, asked.base, document.title)),
      html: () =>
        htmlPage({
          ...asked.page,
          title: say('queryables', asked.language),
          above: collectionsAbove(asked, document),
          body: table(
            [say('property', asked.language), say('type', asked.language)],
            Object.entries(COLLECTION_KINDS[collection.kind].queryables).map(([name, type]) => [
              `<code>${name}</code>`,
              `<code>${type}</code>`,
            ]),
          ),
        }),
    });
  });

  get('/collections/:collection/items', async (request, reply) =>
    sendItems(context, { request, reply, id: idIn(request) }),
  );
  get('/collections/:collection/items/:feature', async (request, reply) =>
    sendItem(context, { request, reply, id: idIn(request), feature: (request.params as Named).feature }),
  );
}

interface Named {
  readonly collection: string;
  readonly feature: string;
}

function idIn(request: FastifyRequest): string {
  return (request.params as Named).collection;
}
