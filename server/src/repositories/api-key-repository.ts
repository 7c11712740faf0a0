import type { ApiKey, ApiKeyAddress, ApiKeyId, AreaId, AssociationId } from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';

export interface KeyOwner {
  readonly area: AreaId;
  readonly association: AssociationId;
}

function keys(db: Database) {
  return (
    db
      .selectFrom('api_key')
      .select(['area_id', 'key_id', 'association_id', 'title', 'addresses', 'areas', 'created_at'])
      // As text: a day has no time zone.
      .select(sql<string | null>`to_char(last_used_on, 'YYYY-MM-DD')`.as('last_used_on'))
  );
}

function toApiKey(row: Awaited<ReturnType<ReturnType<typeof keys>['execute']>>[number]): ApiKey {
  return {
    id: row.key_id as ApiKeyId,
    title: row.title,
    addresses: row.addresses as ApiKeyAddress[],
    areas: row.areas as AreaId[] | null,
    createdAt: row.created_at.toISOString(),
    lastUsedOn: row.last_used_on,
  };
}

/** The keys of an association, the oldest first. */
export async function listApiKeys(db: Database, { area, association }: KeyOwner): Promise<ApiKey[]> {
  const rows = await keys(db)
    .where('area_id', '=', area)
    .where('association_id', '=', association)
    .orderBy('created_at')
    .orderBy('key_id')
    .execute();
  return rows.map(toApiKey);
}

/** The key whose secret has this digest, or null. */
export async function findApiKeyByDigest(db: Database, digest: string): Promise<ApiKey | null> {
  const row = await keys(db).where('secret_digest', '=', digest).executeTakeFirst();
  return row === undefined ? null : toApiKey(row);
}

export async function addApiKey(
  db: Database,
  { area, association }: KeyOwner,
  key: Pick<ApiKey, 'id' | 'title' | 'addresses' | 'areas'> & { readonly digest: string; readonly now: Date },
): Promise<void> {
  await db
    .insertInto('api_key')
    .values({
      area_id: area,
      key_id: key.id,
      association_id: association,
      title: key.title,
      secret_digest: key.digest,
      addresses: sql`${[...key.addresses]}::text[]`,
      areas: key.areas === null ? null : sql`${[...key.areas]}::text[]`,
      created_at: key.now,
    })
    .execute();
}

/** Removes a key; its title, or null where the association has none of this id. */
export async function removeApiKey(
  db: Database,
  { area, association }: KeyOwner,
  key: ApiKeyId,
): Promise<string | null> {
  const row = await db
    .deleteFrom('api_key')
    .where('area_id', '=', area)
    .where('association_id', '=', association)
    .where('key_id', '=', key)
    .returning('title')
    .executeTakeFirst();
  return row?.title ?? null;
}

/** Notes on which day a key was used; ids of keys are unique in all areas. */
export async function noteKeyUse(db: Database, key: ApiKeyId, day: string): Promise<void> {
  await db
    .updateTable('api_key')
    .set({ last_used_on: day })
    .where('key_id', '=', key)
    .where((eb) => eb.or([eb('last_used_on', 'is', null), eb('last_used_on', '<', day)]))
    .execute();
}
