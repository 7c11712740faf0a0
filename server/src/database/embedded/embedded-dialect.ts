import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { EmbeddedEngine, EngineSession } from './embedded-engine.ts';

/** Bound to one session: a transaction whose session was lost fails instead of going on in the next one. */
class EmbeddedConnection implements DatabaseConnection {
  readonly #session: EngineSession;

  constructor(session: EngineSession) {
    this.#session = session;
  }

  get lost(): boolean {
    return this.#session.ended;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return this.run<R>(sql, parameters);
  }

  async run<R>(sql: string, parameters: readonly unknown[] = []): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await this.#session.query(sql, parameters);
    return {
      rows: rows as R[],
      ...(affectedRows === undefined ? {} : { numAffectedRows: BigInt(affectedRows) }),
    };
  }

  streamQuery(): never {
    throw new Error('The embedded database cannot stream rows');
  }
}

function connectionOf(connection: DatabaseConnection): EmbeddedConnection {
  if (connection instanceof EmbeddedConnection) return connection;
  throw new Error('This connection belongs to another driver');
}

class EmbeddedDriver implements Driver {
  readonly #engine: EmbeddedEngine;

  constructor(engine: EmbeddedEngine) {
    this.#engine = engine;
  }

  async init(): Promise<void> {
    await this.#engine.session();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    return new EmbeddedConnection(await this.#engine.session());
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connectionOf(connection).run('begin');
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connectionOf(connection).run('commit');
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const open = connectionOf(connection);
    // A lost session has rolled back already; failing here would hide the error that lost it.
    if (!open.lost) await open.run('rollback');
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    await this.#engine.close();
  }
}

/** Kysely on the embedded engine: one connection, which Kysely's own mutex hands round (`PGliteAdapter`). */
export class EmbeddedDialect implements Dialect {
  readonly #engine: EmbeddedEngine;

  constructor(engine: EmbeddedEngine) {
    this.#engine = engine;
  }

  createAdapter() {
    return new PGliteAdapter();
  }

  createDriver(): Driver {
    return new EmbeddedDriver(this.#engine);
  }

  createIntrospector(db: ConstructorParameters<typeof PostgresIntrospector>[0]) {
    return new PostgresIntrospector(db);
  }

  createQueryCompiler() {
    return new PostgresQueryCompiler();
  }
}
