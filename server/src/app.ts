import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyServerOptions, LogController } from 'fastify';
import type { Analyser } from './analysis/analyser.ts';
import type { TrustProxy } from './config.ts';
import { asService, forPeople } from './database/acting.ts';
import type { Notifications } from './database/notifications.ts';
import type { Database } from './database/open-database.ts';
import { EventFeed, type FeedLimits } from './events/event-feed.ts';
import { createPeople, type PeopleOptions } from './people/people.ts';
import { registerAllowedMethods } from './plugins/allowed-methods.ts';
import { ASKED_A_MINUTE, registerApiKeys } from './plugins/api-keys.ts';
import { registerContentSecurity } from './plugins/content-security.ts';
import { registerEntityTags } from './plugins/entity-tags.ts';
import { answerFailure, registerErrorHandler } from './plugins/error-handler.ts';
import { registerJsonBody } from './plugins/json-body.ts';
import { registerMetrics } from './plugins/metrics.ts';
import { registerOpenApi } from './plugins/openapi.ts';
import { createRequestCounts } from './plugins/request-counts.ts';
import { registerRights } from './plugins/rights.ts';
import { registerSameOrigin } from './plugins/same-origin.ts';
import { openShortWays } from './plugins/short-way.ts';
import { registerUnusedConnections } from './plugins/unused-connections.ts';
import { registerValidation } from './plugins/validation.ts';
import { registerWebApp } from './plugins/web-app.ts';
import { registerAccount } from './routes/account.ts';
import { registerActions } from './routes/actions.ts';
import { registerAgreement } from './routes/agreement.ts';
import { registerApiKeyRoutes } from './routes/api-keys.ts';
import { registerAreas } from './routes/areas.ts';
import { registerCalendar } from './routes/calendar.ts';
import type { App, Context } from './routes/context.ts';
import { registerCoverage } from './routes/coverage.ts';
import { registerCoverageAnalysis } from './routes/coverage-analysis.ts';
import { registerCoverageBatch } from './routes/coverage-batch.ts';
import { coverageShortWay } from './routes/coverage-short-way.ts';
import { registerDecisions } from './routes/decisions.ts';
import { registerDocuments } from './routes/documents.ts';
import { registerEvents } from './routes/events.ts';
import { registerFeatures } from './routes/features.ts';
import { registerInitiativeCourse } from './routes/initiative-course.ts';
import { registerInitiatives } from './routes/initiatives.ts';
import { registerMailedReports } from './routes/mailed-reports.ts';
import { registerMeetingGuests } from './routes/meeting-guests.ts';
import { registerMeetingRoom } from './routes/meeting-room.ts';
import { registerMeetings } from './routes/meetings.ts';
import { registerMinutes } from './routes/minutes.ts';
import { registerMissingVillages } from './routes/missing-villages.ts';
import { registerNeed } from './routes/need.ts';
import { registerNotices } from './routes/notices.ts';
import { registerHealth } from './routes/operations.ts';
import { registerPeople } from './routes/people.ts';
import { registerPlans } from './routes/plans.ts';
import { registerPrintedReports } from './routes/printed-reports.ts';
import { printingRoutes } from './routes/printing.ts';
import { registerProposals } from './routes/proposals.ts';
import { registerReasons } from './routes/reasons.ts';
import { registerRecord } from './routes/record.ts';
import { registerReportJobs } from './routes/report-jobs.ts';
import { registerReportSchedule } from './routes/report-schedule.ts';
import { registerReports } from './routes/reports.ts';
import { registerSession } from './routes/session.ts';
import { registerSharedZones } from './routes/shared-zones.ts';
import { registerTerritories } from './routes/territories.ts';
import { registerThreads } from './routes/threads.ts';
import { tilesShortWay } from './routes/tiles/tiles-short-way.ts';
import { registerTiles, TILES_A_MINUTE } from './routes/tiles.ts';
import { registerVillages } from './routes/villages.ts';
import { registerWatches } from './routes/watches.ts';
import { createCoverageLookup } from './services/coverage-lookup.ts';
import { createFeatureStore } from './services/features/feature-store.ts';
import { AreaDirectory } from './services/lookup/area-directory.ts';
import { createCoverageReporter } from './services/report-coverage.ts';
import { LastReport } from './services/reports/last-report.ts';
import { createReportMaker } from './services/reports/report-maker.ts';
import { createTileLayers } from './services/tiles/tile-layers.ts';

export interface AppOptions {
  readonly db: Database;
  readonly analyser: Analyser;
  readonly notifications: Notifications;
  readonly people: PeopleOptions;
  readonly logger: NonNullable<FastifyServerOptions['logger']>;
  readonly now?: () => Date;
  readonly feedLimits?: FeedLimits;
  /** Which proxies are believed when they say who asks; left out: none. */
  readonly trustProxy?: TrustProxy;
  /** How many lookups one key, or one address without, may make; left out: two hundred a second. */
  readonly lookupsAMinute?: number;
  /** How many pages of features, and how many tiles, one address may read; left out: as each of them says. */
  readonly readsAMinute?: number;
  /** How many reports, maps and cards one address may have drawn together; left out: twenty. */
  readonly printsAMinute?: number;
  /** How much room the files of an area have together; left out: 1 GiB. */
  readonly shelfBytes?: number;
}

/** Builds the service: the table of contents of everything it answers. */
export async function buildApp(options: AppOptions): Promise<App> {
  const {
    db: service,
    analyser,
    notifications,
    people: peopleOptions,
    logger,
    feedLimits,
    trustProxy = false,
    lookupsAMinute = ASKED_A_MINUTE,
    readsAMinute,
    printsAMinute,
    shelfBytes,
    now = () => new Date(),
  } = options;
  // All that has this handle acts as whoever asks; `asService` shows where the service itself does something.
  const db = forPeople(service);
  const feed = new EventFeed(asService(db), notifications, feedLimits);
  const app = Fastify({
    logger,
    trustProxy,
    // A request without a body needs no stream to read it from, which costs more than many an answer.
    http: { optimizeEmptyRequests: true },
    // Addresses hold names and places that people ask about: requests are counted, not written down.
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read never reaches a route, nor the error handler.
    frameworkErrors: answerFailure,
  }).withTypeProvider<TypeBoxTypeProvider>();

  registerValidation(app);
  registerErrorHandler(app);
  registerJsonBody(app);
  registerContentSecurity(app);
  const counts = createRequestCounts();
  await app.register(rateLimit, { global: false, enableDraftSpec: true, store: counts.Store });
  await registerEntityTags(app);
  await app.register(compress);
  registerAllowedMethods(app);
  await registerOpenApi(app);
  const counterOf = registerMetrics(app);

  const people = createPeople(asService(db), peopleOptions);
  registerSameOrigin(app, people.publicUrl);
  registerRights(app, { db: asService(db), people, now });
  registerApiKeys(app, { db: asService(db), now });

  registerUnusedConnections(app);
  // What was in force is for everybody, and kept in memory for everybody.
  const directory = new AreaDirectory(asService(db), notifications);
  const lookup = createCoverageLookup(asService(db), directory);
  app.addHook('preClose', async () => {
    feed.close();
    lookup.close();
  });
  const context: Context = {
    db,
    analyser,
    feed,
    people,
    now,
    lookup,
    lookupsAMinute,
    report: createCoverageReporter(db, analyser),
  };
  const reports = createReportMaker();
  app.addHook('onClose', () => reports.close());
  const printing = printingRoutes(app, printsAMinute);
  const ofReports = { ...context, reports, lastReport: new LastReport(), printing };
  const store = createFeatureStore({ db, directory, report: context.report });
  registerFeatures(app, { ...context, store }, readsAMinute);
  const layers = createTileLayers(store);
  registerTiles(app, { ...context, store, layers }, readsAMinute);
  registerHealth(app, context);
  await app.register(
    async (api: App) => {
      registerSession(api, context);
      registerAccount(api, context);
      registerAreas(api, context);
      registerApiKeyRoutes(api, context);
      registerPeople(api, context);
      registerVillages(api, context);
      registerMissingVillages(api, context);
      registerPlans(api, context);
      registerTerritories(api, context);
      registerReasons(api, context);
      registerSharedZones(api, context);
      registerNeed(api, context);
      registerProposals(api, context);
      registerAgreement(api, context);
      registerThreads(api, context);
      registerInitiatives(api, context);
      registerInitiativeCourse(api, context);
      await registerDocuments(api, context, shelfBytes);
      registerNotices(api, context);
      registerWatches(api, context);
      registerReports(api, ofReports);
      registerReportJobs(api, ofReports);
      registerReportSchedule(api, context);
      registerMailedReports(api, ofReports);
      registerMeetings(api, context);
      registerMeetingRoom(api, context);
      registerMeetingGuests(api, context);
      registerMinutes(api, ofReports);
      registerDecisions(api, context);
      registerActions(api, context);
      registerCalendar(api, context);
      registerRecord(api, context);
      registerCoverage(api, context);
      registerCoverageAnalysis(api, context);
      registerPrintedReports(api, ofReports);
      await registerCoverageBatch(api, context);
      registerEvents(api, context);
    },
    { prefix: '/api/v1' },
  );
  await registerWebApp(app);
  openShortWays(
    app,
    [coverageShortWay(context), tilesShortWay({ layers, now, aMinute: readsAMinute ?? TILES_A_MINUTE })],
    {
      counts,
      counterOf,
      trustProxy,
    },
  );
  return app;
}
