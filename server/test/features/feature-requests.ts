import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { App } from '../../src/routes/context.ts';

export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
}

export interface Items {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly type: 'Feature';
    readonly id: string;
    readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
    readonly properties: Record<string, string | number | boolean | null>;
  }[];
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly links: readonly Link[];
}

export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
export const epsg = (code: number) => `http://www.opengis.net/def/crs/EPSG/0/${code}`;
export const KINDS = ['areas', 'territories', 'villages', 'gaps', 'overlaps', 'seats'];

/** The part of an address that a request is made to. */
export const pathOf = (href: string) => href.replace(/^https?:\/\/[^/]+/, '');

/** What somebody who is not signed in gets. */
export function ask(
  app: App,
  path: string,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  return app.inject({ url: `/ogc${path}`, headers: { cookie: '', ...headers } });
}

export async function read<T>(app: App, path: string, headers: Record<string, string> = {}): Promise<T> {
  const response = await ask(app, path, headers);
  expect(response.statusCode, `${path} ${response.body}`).toBe(200);
  return response.json<T>();
}

/** A page of items; parameters are encoded. */
export const readItems = (app: App, collection: string, parameters: Record<string, string | number> = {}) =>
  read<Items>(app, `/collections/${collection}/items?${query(parameters)}`);

export function query(parameters: Record<string, string | number>): string {
  return new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [name, String(value)] as [string, string]),
  ).toString();
}
