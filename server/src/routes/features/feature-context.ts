import type { Box } from '@nitaq/core';
import type { FastifyRequest } from 'fastify';
import { listAreas } from '../../repositories/area-repository.ts';
import { COLLECTION_KINDS } from '../../services/features/collection-kinds.ts';
import { type Collection, listCollections, requireCollection } from '../../services/features/collections.ts';
import type { FeatureList } from '../../services/features/feature-list.ts';
import type { FeatureStore } from '../../services/features/feature-store.ts';
import type { Query } from '../../services/features/items-query.ts';
import type { Context } from '../context.ts';
import { type CollectionDocument, collectionDocument } from './collection-document.ts';
import { addressOf } from './links.ts';
import { readerLanguage } from './representation.ts';

/** What all answers of `/ogc` are made with. */
export interface FeatureContext extends Pick<Context, 'db' | 'people' | 'now'> {
  readonly store: FeatureStore;
}

/** One request: who asks, in which language, and under which address. */
export function askedBy({ people, now }: FeatureContext, request: FastifyRequest) {
  const base = `${people.publicUrl.origin}/ogc`;
  const language = readerLanguage(request);
  const path = (request.url.split('?')[0] ?? '').replace(/^\/ogc/, '').replace(/\/$/, '');
  const parameters = request.query as Readonly<Record<string, string | undefined>>;
  return {
    base,
    language,
    path,
    person: request.person,
    now: now(),
    query: request.query as Query,
    parameters,
    /** The same page in the other language, and as a document. */
    page: {
      language,
      otherLanguage: addressOf(base, path, {
        ...parameters,
        f: 'html',
        lang: language === 'ar' ? 'en' : 'ar',
      }),
      document: addressOf(base, path, { ...parameters, f: 'json' }),
    },
  };
}

export type Asked = ReturnType<typeof askedBy>;

/** The collections that somebody may see, described. */
export async function describedCollections(context: FeatureContext, asked: Asked) {
  const collections = await listCollections(context.db, asked);
  return describe(context, asked, collections);
}

/** One collection, described. Errors: as `requireCollection`. */
export async function describedCollection(
  context: FeatureContext,
  asked: Asked,
  id: string,
): Promise<{ collection: Collection; document: CollectionDocument }> {
  const collection = await requireCollection(context.db, id, asked);
  const [described] = await describe(context, asked, [collection]);
  if (described === undefined) throw new Error('One is described for each');
  return described;
}

async function describe(context: FeatureContext, asked: Asked, collections: readonly Collection[]) {
  const { base, language } = asked;
  const areas = await listAreas(context.db);
  const areaNames = new Map<string, (typeof areas)[number]['name']>(areas.map(({ id, name }) => [id, name]));
  const whole = boxOfAll(
    areas.map(({ bbox: [west = 0, south = 0, east = 0, north = 0] }) => [west, south, east, north]),
  );
  const ever = { ...asked, asked: { as: 'span', from: null, to: null } } as const;
  const history = await context.store.list({ kind: 'territories', of: null }, ever);
  const since = history.all.map(({ properties }) => String(properties.in_force_from)).sort()[0] ?? null;
  return Promise.all(
    collections.map(async (collection) => {
      const { kind, of } = collection;
      // Gaps and overlaps lie within their areas: finding out where would mean assessing every plan there was.
      const isWithin = kind === 'areas' || kind === 'gaps' || kind === 'overlaps';
      const extent = isWithin ? whole : boxOfFeatures(await featuresOfAllTimes(collection));
      const document = collectionDocument(collection, { base, language, areaNames, extent, since });
      return { collection, document, queryables: COLLECTION_KINDS[kind].queryables };

      async function featuresOfAllTimes(one: Collection): Promise<FeatureList> {
        if (kind === 'territories' && of === null) return history;
        return context.store.list(one, { ...asked, asked: null });
      }
    }),
  );
}

function boxOfFeatures({ all }: FeatureList): Box | null {
  return boxOfAll(all.flatMap(({ box }) => (box === null ? [] : [box])));
}

function boxOfAll(boxes: readonly Box[]): Box | null {
  const [first] = boxes;
  if (first === undefined) return null;
  return boxes.reduce<Box>(
    (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
    first,
  );
}
