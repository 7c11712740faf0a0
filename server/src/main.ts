import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createAnalyser } from './analysis/analyser.ts';
import { type Config, publicUrlOf, readConfig } from './config.ts';
import { keepTidy } from './database/embedded/keep-tidy.ts';
import type { Database } from './database/open-database.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { importFolder } from './import-folder.ts';
import { startMail } from './mail/mail-worker.ts';
import { showOpeningLinks } from './opening-links.ts';
import { createMailer } from './people/mailer.ts';
import { readSigningSecret } from './people/signing-secret.ts';
import { startReminders } from './reminders.ts';
import { listAreas } from './repositories/area-repository.ts';
import type { App } from './routes/context.ts';
import { keyMissingVillageNames } from './services/key-village-names.ts';
import { startReportJobs } from './services/reports/jobs/job-worker.ts';
import { startKeepingReports } from './services/reports/kept/report-keeper.ts';
import { createReportMaker } from './services/reports/report-maker.ts';
import { StartupError } from './startup-error.ts';
import { say } from './terminal-texts.ts';

const SHIPPED_AREAS = path.resolve(import.meta.dirname, '../../geo-data');

try {
  await start(readConfig(process.env));
} catch (error) {
  console.error(error instanceof StartupError ? error.message : error);
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  // The database opens in its own thread while this one loads everything else.
  const opening = prepareDatabase(config, (error) => console.error(error.message));
  const [database, { buildApp }] = await Promise.all([opening, import('./app.ts')]);
  const analyser = createAnalyser();
  try {
    const publicUrl = publicUrlOf(config);
    await keyMissingVillageNames(database.db);
    if ((await listAreas(database.db)).length === 0) await importShippedAreas(database.db);
    await showOpeningLinks(database.db, publicUrl);
    const sendMail = config.smtpUrl === null ? null : createMailer(config.smtpUrl, config.mailFrom);
    const app = await buildApp({
      db: database.db,
      analyser,
      notifications: database.notifications,
      people: {
        signingSecret: await readSigningSecret(config),
        publicUrl,
        sendMail,
      },
      logger: { level: config.logLevel },
      trustProxy: config.trustProxy,
    });
    const stopTidying =
      config.databaseUrl === null
        ? await keepTidy(database.db, (error) => app.log.warn({ err: error }, 'tidying up failed'))
        : () => {};
    const stopMail = await startMail({
      db: database.db,
      notifications: database.notifications,
      sendMail,
      publicUrl,
      now: () => new Date(),
      onFailure: (error) => app.log.warn({ err: error }, 'an e-mail could not be sent'),
    });
    const stopReminders = startReminders({
      db: database.db,
      now: () => new Date(),
      onFailure: (error) =>
        app.log.warn({ err: error }, 'reminding of actions or planning the next meetings failed'),
    });
    // Apart from what people wait for at once: one more thread, for all that may take its time.
    const maker = createReportMaker();
    const stopKeeping = startKeepingReports({
      db: database.db,
      maker,
      notifications: database.notifications,
      now: () => new Date(),
      onFailure: (error) => app.log.warn({ err: error }, 'a report could not be made'),
    });
    const stopReportJobs = startReportJobs({
      db: database.db,
      maker,
      notifications: database.notifications,
      publicUrl,
      now: () => new Date(),
      onFailure: (error) =>
        app.log.warn({ err: error }, 'a report that somebody waits for could not be made'),
    });
    app.addHook('onClose', async () => {
      stopTidying();
      await stopReminders();
      const stopping = [stopKeeping(), stopReportJobs()];
      await maker.close();
      await Promise.all(stopping);
      await stopMail();
      await analyser.close();
      await database.close();
    });
    closeOnSignals(app);
    const address = await listen(app, config);
    say('ready', { address: config.port === 0 ? address : publicUrl.origin });
  } catch (error) {
    await analyser.close();
    await database.close();
    throw error;
  }
}

async function importShippedAreas(db: Database): Promise<void> {
  const entries = await readdir(SHIPPED_AREAS, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory()) await importFolder(db, path.join(SHIPPED_AREAS, entry.name));
  }
}

async function listen(app: App, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new StartupError('port-in-use', { port });
    throw new StartupError('address-unavailable', { host, port, reason: String(code ?? error) });
  }
}

function closeOnSignals(app: App): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      say('stopping');
      void app.close().then(() => process.exit(0));
    });
  }
}
