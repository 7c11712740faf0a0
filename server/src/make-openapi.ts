/** Writes `server/openapi.json` and `docs/RIGHTS.md`; with `--check` it only tells whether they are up to date. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Kysely } from 'kysely';
import { createAnalyser } from './analysis/analyser.ts';
import { buildApp } from './app.ts';
import { EmbeddedDialect } from './database/embedded/embedded-dialect.ts';
import { EmbeddedEngine } from './database/embedded/embedded-engine.ts';
import type { Tables } from './database/schema.ts';
import { rightsDocument } from './rights-document.ts';

// Describing the routes asks nothing of the database: the engine behind it is never started.
const engine = new EmbeddedEngine({ dataDir: null, preparedDatabase: null }, 1_000);
const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(engine) });
const analyser = createAnalyser();
const people = {
  signingSecret: 'never signs anything',
  publicUrl: new URL('http://localhost'),
  sendMail: null,
};
const app = await buildApp({ db, analyser, notifications: engine, people, logger: false });
await app.ready();
const texts = {
  '../openapi.json': `${JSON.stringify(app.swagger(), null, 2)}\n`,
  '../../docs/RIGHTS.md': rightsDocument(app.routeActions),
};
await app.close();
await analyser.close();

for (const [file, text] of Object.entries(texts)) {
  const target = path.resolve(import.meta.dirname, file);
  if (!process.argv.includes('--check')) {
    writeFileSync(target, text);
  } else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error(`${target} is out of date. Run: npm run generate`);
    process.exitCode = 1;
  }
}
