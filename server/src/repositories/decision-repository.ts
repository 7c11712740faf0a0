import type {
  AgendaItemId,
  AreaId,
  Decision,
  DecisionOutcome,
  Doer,
  MeetingId,
  PersonId,
  PlanId,
} from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import { lockThing } from './advisory-lock.ts';

/** A decision as it is kept: what came of it since is told by what it became. */
export type StoredDecision = Omit<Decision, 'carriedOut'>;

function decisions(db: Database, area: AreaId) {
  return db.selectFrom('decision').selectAll().where('area_id', '=', area);
}

function toDecision(
  row: Awaited<ReturnType<ReturnType<typeof decisions>['execute']>>[number],
): StoredDecision {
  return {
    number: row.number,
    meeting: row.meeting_id as MeetingId,
    item: row.item_id as AgendaItemId | null,
    text: row.text,
    outcome: row.outcome,
    by: { person: row.made_by as PersonId, name: row.made_by_name },
    at: row.made_at.toISOString(),
    version: row.version,
  };
}

/** The decisions of an area, the newest first; of one meeting, in their order. */
export async function listDecisions(
  db: Database,
  area: AreaId,
  of: { readonly meeting: MeetingId } | { readonly below: number | null; readonly limit: number },
): Promise<StoredDecision[]> {
  if ('meeting' in of) {
    const rows = await decisions(db, area).where('meeting_id', '=', of.meeting).orderBy('number').execute();
    return rows.map(toDecision);
  }
  let query = decisions(db, area).orderBy('number', 'desc').limit(of.limit);
  if (of.below !== null) query = query.where('number', '<', of.below);
  return (await query.execute()).map(toDecision);
}

export async function findDecision(
  db: Database,
  area: AreaId,
  number: number,
): Promise<StoredDecision | null> {
  const row = await decisions(db, area).where('number', '=', number).executeTakeFirst();
  return row === undefined ? null : toDecision(row);
}

/** The decision by which a plan comes into force, or null: none was taken at a meeting. */
export async function findEnactment(
  db: Database,
  { area, plan }: { readonly area: AreaId; readonly plan: PlanId },
): Promise<StoredDecision | null> {
  const row = await decisions(db, area)
    .where(sql<string>`outcome ->> 'kind'`, '=', 'enacted')
    .where(sql<string>`outcome ->> 'plan'`, '=', plan)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return row === undefined ? null : toDecision(row);
}

/** The decision that a request with this key took, and its digest; or null. */
export async function findDecisionByKey(
  db: Database,
  area: AreaId,
  key: string,
): Promise<{ readonly decision: StoredDecision; readonly digest: string | null } | null> {
  const row = await decisions(db, area).where('idempotency_key', '=', key).executeTakeFirst();
  return row === undefined ? null : { decision: toDecision(row), digest: row.request_digest };
}

/** The number of the next decision; until the transaction ends nobody else gets one. */
export async function nextDecisionNumber(db: Database, area: AreaId): Promise<number> {
  await lockThing(db, `decisions ${area}`);
  const { last } = await db
    .selectFrom('decision')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('area_id', '=', area)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

export interface DecisionToAdd {
  readonly area: AreaId;
  readonly number: number;
  readonly meeting: MeetingId;
  readonly item: AgendaItemId | null;
  readonly text: string;
  readonly outcome: DecisionOutcome;
  readonly by: Doer;
  readonly at: Date;
  readonly creation: { readonly key: string; readonly digest: string } | null;
}

export async function addDecision(db: Database, decision: DecisionToAdd): Promise<void> {
  await db
    .insertInto('decision')
    .values({
      area_id: decision.area,
      number: decision.number,
      meeting_id: decision.meeting,
      item_id: decision.item,
      text: decision.text,
      outcome: sql`${JSON.stringify(decision.outcome)}::json`,
      made_by: decision.by.person,
      made_by_name: decision.by.name,
      made_at: decision.at,
      idempotency_key: decision.creation?.key ?? null,
      request_digest: decision.creation?.digest ?? null,
    })
    .execute();
}

/** A wording that another one took the place of. */
export interface ReplacedWording {
  readonly version: number;
  readonly text: string;
  readonly by: Doer;
  readonly at: Date;
}

/** Says a decision in other words, and keeps what it said; the caller has locked its meeting. */
export async function rewordDecision(
  db: Database,
  { area, number }: { readonly area: AreaId; readonly number: number },
  { text, replaced }: { readonly text: string; readonly replaced: ReplacedWording },
): Promise<void> {
  await db
    .insertInto('decision_wording')
    .values({
      area_id: area,
      number,
      version: replaced.version,
      text: replaced.text,
      replaced_by: replaced.by.person,
      replaced_by_name: replaced.by.name,
      replaced_at: replaced.at,
    })
    .execute();
  await db
    .updateTable('decision')
    .set({ text, version: sql`version + 1` })
    .where('area_id', '=', area)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
}

/** What a decision said before, the first wording first. */
export async function listReplacedWordings(
  db: Database,
  { area, number }: { readonly area: AreaId; readonly number: number },
): Promise<ReplacedWording[]> {
  const rows = await db
    .selectFrom('decision_wording')
    .selectAll()
    .where('area_id', '=', area)
    .where('number', '=', number)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    text: row.text,
    by: { person: row.replaced_by as PersonId, name: row.replaced_by_name },
    at: row.replaced_at,
  }));
}
