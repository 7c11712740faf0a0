import type { Client, ClientOptions } from 'openapi-fetch';
import type { paths } from './schema.d.ts';

export type { Middleware } from 'openapi-fetch';
/** What the service takes and answers, generated from its `openapi.json`. */
export type { components, paths } from './schema.d.ts';

export interface NitaqClientOptions extends ClientOptions {
  /** Where the service is, for example `https://nitaq.example.org`. */
  readonly baseUrl: string;
  /** A key that a coordinator of an association made; left out: as anybody asks. */
  readonly key?: string;
}

/** Has a method for each verb; addresses, parameters, bodies and answers are typed. */
export type NitaqClient = Client<paths>;

/** A client of a service. Calls resolve to `{ data, error, response }`: `error` is the RFC 9457 problem of a refusal. */
export declare function createNitaqClient(options: NitaqClientOptions): NitaqClient;
