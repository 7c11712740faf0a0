import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { type Acting, ActingDriver } from './acting-driver.ts';
import type { Database } from './open-database.ts';
import type { Tables } from './schema.ts';

const NOBODY: Acting = { person: null, now: () => new Date() };

const acting = new AsyncLocalStorage<Acting>();
/** Whose handle it was made from, for each handle that people act through. */
const services = new WeakMap<Database, Database>();

/** Does some work, and all that it waits for, for somebody: see `forPeople`. */
export function actFor<T>(who: Acting, work: () => T): T {
  return acting.run(who, work);
}

/**
 * A handle on the database through which everything is done as the person for whom it is done: the policies of the tables
 * say which rows there are for them. Outside of `actFor` that is nobody, so that what is forgotten is not open.
 */
export function forPeople(service: Database): Database {
  const people = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ActingDriver(service, () => acting.getStore() ?? NOBODY),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  services.set(people, service);
  return people;
}

/**
 * The handle of the service itself, bound by no policy: for what rests on a secret, a proof or a rule of its own instead of
 * a role. Whoever calls it answers for the rights. Not within a transaction.
 */
export function asService(db: Database): Database {
  if (db.isTransaction) throw new Error('Within a transaction everything is done for the same person');
  return services.get(db) ?? db;
}
