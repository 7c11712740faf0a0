const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // Read-only, as after a change of servers; lost against another transaction; no connections allowed for now.
  '25006',
  '40001',
  '40P01',
  '55000',
]);
/** Classes of PostgreSQL's codes: connection, insufficient resources, intervention of an operator or a time limit. */
const CLASSES = ['08', '53', '57'];

/** What the driver for a server says without a code. */
const OF_THE_DRIVER =
  /Connection terminated|connection error and is not queryable|Query read timeout|timeout exceeded when trying to connect/i;

/** True where the database could not be asked or gave up, so that trying again later can help. */
export function isUnavailable(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    CODES.has(code) ||
    (code.length === 5 && CLASSES.includes(code.slice(0, 2))) ||
    OF_THE_DRIVER.test(error.message)
  );
}
