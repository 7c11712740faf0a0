/** Writes `server/openapi.json`; with `--check` it only tells whether the file is up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Kysely } from 'kysely';
import { createAnalyser } from './analysis/analyser.ts';
import { buildApp } from './app.ts';
import { EmbeddedDialect } from './database/embedded/embedded-dialect.ts';
import { EmbeddedEngine } from './database/embedded/embedded-engine.ts';
import type { Tables } from './database/schema.ts';

const target = path.resolve(import.meta.dirname, '../openapi.json');

// Describing the routes asks nothing of the database: the engine behind it is never started.
const engine = new EmbeddedEngine({ dataDir: null, preparedDatabase: null }, 1_000);
const db = new Kysely<Tables>({ dialect: new EmbeddedDialect(engine) });
const analyser = createAnalyser();
const app = await buildApp({ db, analyser, notifications: engine, listensOnLoopback: true, logger: false });
await app.ready();
const text = `${JSON.stringify(app.swagger(), null, 2)}\n`;
await app.close();
await analyser.close();

if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('server/openapi.json is out of date. Run: npm run generate');
  process.exitCode = 1;
}
