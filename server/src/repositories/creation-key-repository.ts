import type { AreaId } from '@nitaq/core';
import type { CreationKeyTable } from '../database/missing-village-tables.ts';
import type { Database } from '../database/open-database.ts';

/** The client's key of a creation, with the digest of the request it came with. */
export interface Creation {
  readonly area: AreaId;
  readonly kind: CreationKeyTable['kind'];
  readonly key: string;
  readonly digest: string;
}

/** What a creation with this key made, and the digest of its request; or null. */
export async function findCreation(
  db: Database,
  { area, kind, key }: Creation,
): Promise<{ id: string; digest: string } | null> {
  const row = await db
    .selectFrom('creation_key')
    .select(['made_id as id', 'request_digest as digest'])
    .where('area_id', '=', area)
    .where('kind', '=', kind)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row ?? null;
}

export async function rememberCreation(
  db: Database,
  { area, kind, key, digest }: Creation,
  made: { readonly id: string; readonly at: Date },
): Promise<void> {
  await db
    .insertInto('creation_key')
    .values({
      area_id: area,
      kind,
      idempotency_key: key,
      request_digest: digest,
      made_id: made.id,
      made_at: made.at,
    })
    .execute();
}

/** Forgets the keys of one kind of creation that are older than an instant. */
export async function forgetCreations(
  db: Database,
  { area, kind }: Pick<Creation, 'area' | 'kind'>,
  before: Date,
): Promise<void> {
  await db
    .deleteFrom('creation_key')
    .where('area_id', '=', area)
    .where('kind', '=', kind)
    .where('made_at', '<', before)
    .execute();
}
