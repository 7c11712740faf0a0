import path from 'node:path';
import { StartupError } from './startup-error.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment, read once. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** A PostGIS server; null: the embedded engine. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Where people reach the service; null: as it listens. */
  readonly publicUrl: URL | null;
  /** What is worth a line of the log; pino's levels. */
  readonly logLevel: LogLevel;
}

/** Reads the configuration. Errors: `StartupError` that names the variable at fault. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    host: env.HOST || '127.0.0.1',
    port: readPort(env.PORT || '3000'),
    databaseUrl: env.DATABASE_URL || null,
    dataDir: path.resolve(env.DATA_DIR || 'data'),
    publicUrl: readUrl(env.PUBLIC_URL || null),
    logLevel: readLogLevel(env.LOG_LEVEL || 'warn'),
  };
}

/** True for an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw new StartupError('port-invalid', { value: text });
}

function readUrl(text: string | null): URL | null {
  if (text === null) return null;
  if (URL.canParse(text) && /^https?:/.test(text)) return new URL(text);
  throw new StartupError('public-url-invalid', { value: text });
}

function readLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level !== undefined) return level;
  throw new StartupError('log-level-invalid', { value: text, levels: LOG_LEVELS.join(', ') });
}
