import { randomUUID } from 'node:crypto';
import { DomainError, type PlanZone, type SharedZone, type ZoneId, type ZoneInput } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { inTransaction } from '../database/transaction.ts';
import { appendEvent } from '../repositories/event-repository.ts';
import { appendToRecord } from '../repositories/record-repository.ts';
import {
  addZone,
  addZoneKey,
  deleteZone,
  findZone,
  findZoneKey,
  replaceZone,
} from '../repositories/shared-zone-repository.ts';
import { matchesVersion, type VersionMatch } from '../repositories/version-match.ts';
import { sha256 } from '../sha256.ts';
import { checkedZone, type ZoneChecking } from './checked-zone.ts';
import { etagOf } from './etag.ts';
import { type DraftKey, requireDraft } from './require-draft.ts';

export interface ZoneCreation extends DraftKey {
  readonly input: ZoneInput;
  /** The client's key for this creation: repeated with the same request it makes nothing new. */
  readonly idempotencyKey: string | null;
}

export interface ZoneChange extends DraftKey {
  readonly zone: ZoneId;
  /** The version the change was made on. */
  readonly version: VersionMatch;
}

/**
 * Agrees in a draft to share an overlap, in an area that exists.
 * Errors: those of `checkedZone` and `requireDraft`, `idempotency-key-reused`, `zone-not-found`.
 */
export async function agreeZone(checking: ZoneChecking, creation: ZoneCreation): Promise<PlanZone> {
  const { area, plan, idempotencyKey, input } = creation;
  const { geometry, lead, partners, services, endsOn } = input;
  const digest = sha256(JSON.stringify([geometry, lead, partners, services, endsOn]));
  // What cannot be changed is refused before what is asked for is looked at.
  await requireDraft(checking.database, area, plan);
  const repeated = await earlierZone(checking.database, creation, digest);
  if (repeated !== null) return repeated;
  const zone = await checkedZone(checking, creation, input);
  return inTransaction(checking.database, async (db) => {
    await requireDraft(db, area, plan);
    const earlier = await earlierZone(db, creation, digest);
    if (earlier !== null) return earlier;
    const key = { area, plan, id: randomUUID() as ZoneId };
    await addZone(db, key, zone);
    if (idempotencyKey !== null) await addZoneKey(db, key, { key: idempotencyKey, digest });
    const stored = await requireZone(db, creation, key.id);
    await tell(db, creation, { act: 'zone-agreed', change: 'created', zone: stored });
    return stored;
  });
}

/** What an earlier creation with the same key made. Errors: `idempotency-key-reused`, `zone-not-found`. */
async function earlierZone(
  db: Database,
  { area, plan, idempotencyKey }: ZoneCreation,
  digest: string,
): Promise<PlanZone | null> {
  if (idempotencyKey === null) return null;
  const earlier = await findZoneKey(db, { area, plan }, idempotencyKey);
  if (earlier !== null && earlier.digest !== digest) throw new DomainError('idempotency-key-reused');
  return earlier === null ? null : requireZone(db, { area, plan }, earlier.id);
}

/**
 * Agrees otherwise on a zone of a draft, in an area that exists.
 * Errors: those of `checkedZone` and `requireDraft`, `zone-not-found`, `changed-since`.
 */
export async function changeZone(
  checking: ZoneChecking,
  change: ZoneChange & { readonly input: ZoneInput },
): Promise<PlanZone> {
  const { area, plan } = change;
  await requireDraft(checking.database, area, plan);
  await requireZoneAt(checking.database, change);
  const zone: SharedZone = await checkedZone(checking, change, change.input);
  return inTransaction(checking.database, async (db) => {
    await requireDraft(db, area, plan);
    const { id } = await requireZoneAt(db, change);
    await replaceZone(db, { area, plan, id }, zone);
    const stored = await requireZone(db, change, id);
    await tell(db, change, { act: 'zone-changed', change: 'changed', zone: stored });
    return stored;
  });
}

/** Takes a zone away from a draft. Errors: those of `requireDraft`, `zone-not-found`, `changed-since`. */
export async function removeZone(database: Database, change: ZoneChange): Promise<void> {
  const { area, plan } = change;
  await inTransaction(database, async (db) => {
    await requireDraft(db, area, plan);
    const zone = await requireZoneAt(db, change);
    await deleteZone(db, { area, plan, id: zone.id });
    await tell(db, change, { act: 'zone-removed', change: 'deleted', zone });
  });
}

interface Told {
  readonly act: 'zone-agreed' | 'zone-changed' | 'zone-removed';
  readonly change: 'created' | 'changed' | 'deleted';
  readonly zone: PlanZone;
}

/** Enters what was done into the record, and tells those who listen. */
async function tell(
  db: Database,
  { area, plan, client, actor }: DraftKey,
  { act, change, zone }: Told,
): Promise<void> {
  const { id, version, lead, partners, services, endsOn, geometry } = zone;
  const data =
    act === 'zone-removed' ? { zone: id } : { zone: id, lead, partners, services, endsOn, geometry };
  await appendToRecord(db, { area, actor, act, subject: { kind: 'plan', id: plan }, data });
  await appendEvent(db, { kind: 'zone', data: { area, plan, zone: id, change, version, client } });
}

async function requireZone(
  db: Database,
  { area, plan }: Pick<DraftKey, 'area' | 'plan'>,
  zone: ZoneId,
): Promise<PlanZone> {
  const found = await findZone(db, { area, plan }, zone);
  if (found === null) throw new DomainError('zone-not-found', { zone, plan });
  return found;
}

async function requireZoneAt(db: Database, { area, plan, zone, version }: ZoneChange): Promise<PlanZone> {
  const found = await requireZone(db, { area, plan }, zone);
  if (matchesVersion(version, found.version)) return found;
  throw new DomainError('changed-since', { etag: etagOf(found.version) });
}
