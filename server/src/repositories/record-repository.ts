import type { ActionId, AreaId, ProposalId, RecordEntry } from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import { canonicalJson, hashOf, type StoredEntry } from './record-chain.ts';

/** Who does something; null: nobody is signed in. The record names persons by their ids alone. */
export type RecordedActor = { readonly person: string; readonly role: string } | null;

/** What is to be recorded of an act. */
export interface RecordableAct extends Pick<RecordEntry, 'act' | 'subject' | 'data'> {
  readonly area: AreaId;
  readonly actor: RecordedActor;
}

/**
 * Adds an act to the record of its area, within the transaction of the act. It stands after all other writes of the
 * transaction but its events: from here to the end, other writes to the area wait, so that no number is missing.
 */
export async function appendToRecord(db: Database, { area, actor, ...act }: RecordableAct): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`record ${area}`}, 0))`.execute(db);
  const last = await db
    .selectFrom('record_entry')
    .select(['number', 'hash', 'happened_at'])
    .where('area_id', '=', area)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entry = {
    ...act,
    area,
    number: (last?.number ?? 0) + 1,
    at: (await presentInstant(db, last?.happened_at ?? null)).toISOString(),
    person: actor?.person ?? null,
    role: actor?.role ?? null,
    data: canonicalJson(act.data),
    previousHash: last?.hash ?? null,
  };
  await db
    .insertInto('record_entry')
    .values({
      area_id: area,
      number: entry.number,
      happened_at: entry.at,
      person_id: entry.person,
      role: entry.role,
      act: entry.act,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      data: entry.data,
      previous_hash: entry.previousHash ?? '',
      hash: hashOf(entry),
    })
    .execute();
}

/** Now by the database's clock, in whole milliseconds as entries have it; never before the last entry, should it be set back. */
async function presentInstant(db: Database, last: Date | null): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  const now = new Date(Math.floor(rows[0]?.now.getTime() ?? 0));
  return last !== null && last > now ? last : now;
}

export interface RecordPage {
  /** Entries with lower numbers only; null: from the last on. */
  readonly below: number | null;
  readonly limit: number;
  /** Only what is about this; null: everything. */
  readonly subject: RecordEntry['subject'] | null;
  /** Only what had happened by then; null: all of it. */
  readonly until: Date | null;
}

/** Entries of an area, the newest first. */
export async function listRecord(
  db: Database,
  area: AreaId,
  { below, limit, subject, until }: RecordPage,
): Promise<RecordEntry[]> {
  let query = entries(db, area).orderBy('number', 'desc').limit(limit);
  if (below !== null) query = query.where('number', '<', below);
  if (until !== null) query = query.where('happened_at', '<=', until);
  if (subject !== null) {
    query = query.where('subject_kind', '=', subject.kind).where('subject_id', '=', subject.id);
  }
  return (await query.execute()).map(toEntry);
}

/** Where a page of the records of several areas ends. */
export interface JointPosition {
  readonly at: string;
  readonly area: string;
  readonly number: number;
}

/** What is about one thing in the records of several areas, the newest first. */
export async function listJointRecord(
  db: Database,
  areas: readonly AreaId[],
  page: Omit<RecordPage, 'below' | 'subject'> & {
    readonly subject: RecordEntry['subject'];
    readonly below: JointPosition | null;
  },
): Promise<RecordEntry[]> {
  const { below, limit, subject, until } = page;
  let query = db
    .selectFrom('record_entry')
    .selectAll()
    .where('area_id', 'in', [...areas])
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('happened_at', 'desc')
    .orderBy('area_id', 'desc')
    .orderBy('number', 'desc')
    .limit(limit);
  if (until !== null) query = query.where('happened_at', '<=', until);
  if (below !== null) {
    query = query.where((of) =>
      of(
        of.refTuple('happened_at', 'area_id', 'number'),
        '<',
        of.tuple(new Date(below.at), below.area, below.number),
      ),
    );
  }
  return (await query.execute()).map(toEntry);
}

/** What was done to a proposal (null: to each of the area) and said of it by an instant, the oldest first. */
export async function listActsOnProposals(
  db: Database,
  area: AreaId,
  { proposal, until }: { readonly proposal: ProposalId | null; readonly until: Date },
): Promise<Map<ProposalId, Pick<RecordEntry, 'act' | 'data'>[]>> {
  let query = entries(db, area).where('subject_kind', '=', 'proposal').where('happened_at', '<=', until);
  if (proposal !== null) query = query.where('subject_id', '=', proposal);
  const rows = await query.orderBy('number').execute();
  return Map.groupBy(
    rows.map(({ subject_id: id, act, data }) => ({ id: id as ProposalId, act, data: JSON.parse(data) })),
    ({ id }) => id,
  );
}

/** All that was done to each action of an area, also later than an instant that is asked about; the oldest first. */
export async function listActsOnActions(
  db: Database,
  area: AreaId,
): Promise<Map<ActionId, Pick<RecordEntry, 'act' | 'data' | 'at'>[]>> {
  const rows = await entries(db, area).where('subject_kind', '=', 'action').orderBy('number').execute();
  return Map.groupBy(
    rows.map(({ subject_id, act, data, happened_at }) => ({
      id: subject_id as ActionId,
      act,
      data: JSON.parse(data),
      at: happened_at.toISOString(),
    })),
    ({ id }) => id,
  );
}

/** The first entries of an area after one, as they are stored, in their order. */
export async function entriesAfter(
  db: Database,
  area: AreaId,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<StoredEntry[]> {
  const rows = await entries(db, area).where('number', '>', after).orderBy('number').limit(limit).execute();
  return rows.map(toStored);
}

/** The areas that have a record. */
export async function recordedAreas(db: Database): Promise<AreaId[]> {
  const rows = await db.selectFrom('record_entry').select('area_id').distinct().orderBy('area_id').execute();
  return rows.map((row) => row.area_id as AreaId);
}

function entries(db: Database, area: AreaId) {
  return db.selectFrom('record_entry').selectAll().where('area_id', '=', area);
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

function toEntry(row: EntryRow): RecordEntry {
  const { data, ...entry } = toStored(row);
  return { ...entry, area: row.area_id as AreaId, data: JSON.parse(data) };
}

function toStored(row: EntryRow): StoredEntry {
  return {
    area: row.area_id,
    number: row.number,
    at: row.happened_at.toISOString(),
    person: row.person_id,
    role: row.role,
    act: row.act,
    subject: { kind: row.subject_kind, id: row.subject_id },
    data: row.data,
    previousHash: row.previous_hash === '' ? null : row.previous_hash,
    hash: row.hash,
  };
}
