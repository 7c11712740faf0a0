const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '57014',
  '53300',
]);

/** What the driver for a server says without a code. */
const OF_THE_DRIVER =
  /Connection terminated|connection error and is not queryable|Query read timeout|timeout exceeded when trying to connect/i;

/** True where the database could not be asked or gave up, so that trying again later can help. */
export function isUnavailable(error: Error): boolean {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (CONNECTION_CODES.has(code) || code.startsWith('08')) return true;
  return OF_THE_DRIVER.test(error.message);
}
