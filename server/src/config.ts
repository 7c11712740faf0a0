import { isIP } from 'node:net';
import path from 'node:path';
import { StartupError } from './startup-error.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const SHORTEST_SECRET = 32;
type LogLevel = (typeof LOG_LEVELS)[number];

/** Addresses and ranges; how many proxies there are would not tell whether it is one of them that asks. */
export type TrustProxy = false | string[];

/** The environment, read once. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** A PostGIS server; null: the embedded engine. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  /** Where people reach the service; null: as it listens. */
  readonly publicUrl: URL | null;
  /** An SMTP server, smtp://user:password@host:port; null: no e-mail, links are shown instead. */
  readonly smtpUrl: URL | null;
  /** The address that e-mail comes from. */
  readonly mailFrom: string;
  /** Signs cookies; null: made at the first start and kept in the data folder. */
  readonly authSecret: string | null;
  /** Which proxies are believed when they say who asks; false: none. */
  readonly trustProxy: TrustProxy;
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
    smtpUrl: readSmtpUrl(env.SMTP_URL || null),
    mailFrom: env.MAIL_FROM || 'Nitaq <nitaq@localhost>',
    authSecret: readSecret(env.AUTH_SECRET || null),
    trustProxy: readTrustProxy(env.TRUST_PROXY || null),
    logLevel: readLogLevel(env.LOG_LEVEL || 'warn'),
  };
}

/** Where people reach the service. Browsers make passkeys for names only, so this machine is called by its name. */
export function publicUrlOf({ publicUrl, host, port }: Config): URL {
  return publicUrl ?? new URL(`http://${isLoopback(host) ? 'localhost' : host}:${port}`);
}

/** True for an address that only this machine reaches. */
function isLoopback(host: string): boolean {
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

function readSmtpUrl(text: string | null): URL | null {
  if (text === null) return null;
  if (URL.canParse(text) && /^smtps?:/.test(text)) return new URL(text);
  // The text may hold a password.
  throw new StartupError('smtp-url-invalid');
}

/** Ranges of addresses that the router knows by name. */
const NAMED_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

function readTrustProxy(text: string | null): TrustProxy {
  if (text === null) return false;
  const addresses = text.split(',').map((one) => one.trim());
  if (addresses.every(isAddressRange)) return addresses;
  throw new StartupError('trust-proxy-invalid', { value: text });
}

function isAddressRange(text: string): boolean {
  if (NAMED_RANGES.includes(text)) return true;
  const [address = '', bits = '0', ...more] = text.split('/');
  const version = isIP(address);
  return (
    version !== 0 && more.length === 0 && /^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)
  );
}

function readSecret(text: string | null): string | null {
  if (text === null || text.length >= SHORTEST_SECRET) return text;
  throw new StartupError('auth-secret-short', { least: SHORTEST_SECRET });
}

function readLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text);
  if (level !== undefined) return level;
  throw new StartupError('log-level-invalid', { value: text, levels: LOG_LEVELS.join(', ') });
}
