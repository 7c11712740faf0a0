import { PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';

const INT8 = 20;

/** Counts and other int8 stay below 2^53 here; as numbers they are the same as from the embedded engine. */
const numericTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
};

/**
 * Kysely on a PostGIS server. Ten connections serve a few hundred requests a second and leave room under
 * PostgreSQL's default of 100 for several processes; a connection that the server dropped is replaced by the pool.
 */
export function postgresDialect(
  databaseUrl: string,
  onConnectionLost: (error: Error) => void,
): PostgresDialect {
  const pool = new Pool({
    connectionString: databaseUrl,
    types: numericTypes,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    query_timeout: 40_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    application_name: 'nitaq',
  });
  pool.on('error', onConnectionLost);
  // The pool listens to its idle connections only; one lost within a transaction would end the process.
  pool.on('connect', (client) => client.on('error', ignore));
  return new PostgresDialect({ pool });
}

/** Whoever uses the connection is told by the failure of the statement; an idle one reaches the pool's listener. */
function ignore(): void {}
