import type { Person } from '@nitaq/core';
import {
  type CompiledQuery,
  type ControlledTransaction,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  sql,
} from 'kysely';
import type { Database } from './open-database.ts';
import type { Tables } from './schema.ts';

/** For whom something is done. */
export interface Acting {
  /** Null: nobody who is signed in. */
  readonly person: Pick<Person, 'id' | 'provenTwice'> | null;
  readonly now: () => Date;
}

/** Does each statement in a transaction in which the database knows who asks; or several, where the caller began one. */
class ActingConnection implements DatabaseConnection {
  readonly #service: Database;
  readonly #who: Acting;
  #transaction: ControlledTransaction<Tables> | undefined;

  constructor(service: Database, who: Acting) {
    this.#service = service;
    this.#who = who;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#transaction !== undefined) return this.#transaction.executeQuery<R>(query as CompiledQuery<R>);
    await this.begin();
    try {
      const result = await this.executeQuery<R>(query);
      await this.commit();
      return result;
    } catch (error) {
      // Where the connection is lost there is nothing to roll back: why it was is what is told.
      await this.rollback().catch(() => {});
      throw error;
    }
  }

  async begin(): Promise<void> {
    const { person, now } = this.#who;
    this.#transaction = await this.#service.startTransaction().execute();
    try {
      await sql`select act_for(${person?.id ?? null}, ${person?.provenTwice ?? false}, ${now()})`.execute(
        this.#transaction,
      );
    } catch (error) {
      await this.rollback();
      throw error;
    }
  }

  async commit(): Promise<void> {
    await this.#transaction?.commit().execute();
    this.#transaction = undefined;
  }

  async rollback(): Promise<void> {
    const transaction = this.#transaction;
    this.#transaction = undefined;
    await transaction?.rollback().execute();
  }

  streamQuery(): never {
    throw new Error('Rows are not streamed');
  }
}

function actingConnection(connection: DatabaseConnection): ActingConnection {
  if (connection instanceof ActingConnection) return connection;
  throw new Error('This connection belongs to another driver');
}

/** Kysely's driver for what people do: it borrows the connections of the service, one for each transaction. */
export class ActingDriver implements Driver {
  readonly #service: Database;
  readonly #who: () => Acting;

  constructor(service: Database, who: () => Acting) {
    this.#service = service;
    this.#who = who;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new ActingConnection(this.#service, this.#who());
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await actingConnection(connection).begin();
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await actingConnection(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await actingConnection(connection).rollback();
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}
