import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Analyser } from '../analysis/analyser.ts';
import type { Database } from '../database/open-database.ts';
import type { EventFeed } from '../events/event-feed.ts';
import type { People } from '../people/people.ts';
import type { CoverageLookup } from '../services/coverage-lookup.ts';
import type { CoverageReporter } from '../services/report-coverage.ts';

/** Fastify whose handlers take their types from the TypeBox schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What the routes work with. */
export interface Context {
  /** Acts as whoever sends the request: see `forPeople`. */
  readonly db: Database;
  readonly analyser: Analyser;
  readonly lookup: CoverageLookup;
  /** How many lookups one key, or one address without, may make. */
  readonly lookupsAMinute: number;
  readonly report: CoverageReporter;
  readonly feed: EventFeed;
  readonly people: People;
  /** The clock, handed in so that tests can set it. */
  readonly now: () => Date;
}
