/**
 * Writes `build/openapi.json`, of which the client's types are made, and `docs/RIGHTS.md`; with `--check` it only tells
 * whether the latter is up to date.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
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
const description = JSON.stringify(app.swagger());
const rights = rightsDocument(app.routeActions);
await app.close();
await analyser.close();

const root = path.resolve(import.meta.dirname, '../..');
mkdirSync(path.join(root, 'build'), { recursive: true });
writeFileSync(path.join(root, 'build/openapi.json'), description);
const target = path.join(root, 'docs/RIGHTS.md');
if (!process.argv.includes('--check')) {
  writeFileSync(target, rights);
} else if (!existsSync(target) || readFileSync(target, 'utf8') !== rights) {
  console.error(`${target} is out of date. Run: npm run generate`);
  process.exitCode = 1;
}
