import type {
  ActionEntry,
  ActionId,
  ActionItem,
  ActionStep,
  AreaId,
  AssociationId,
  Doer,
  MeetingId,
  PersonId,
  Reminder,
} from '@nitaq/core';
import { sql, type Updateable } from 'kysely';
import type { ActionTable } from '../database/meeting-tables.ts';
import type { Database } from '../database/open-database.ts';

export interface ActionKey {
  readonly area: AreaId;
  readonly action: ActionId;
}

/** An action as it is kept: how it stands to its day depends on the day. */
export interface StoredAction extends Omit<ActionItem, 'timing'> {
  readonly reminded: Reminder | null;
  readonly digest: string | null;
}

function actions(db: Database, area: AreaId) {
  return db.selectFrom('action').selectAll().where('area_id', '=', area);
}

function toAction(row: Awaited<ReturnType<ReturnType<typeof actions>['execute']>>[number]): StoredAction {
  return {
    id: row.action_id as ActionId,
    title: row.title,
    owner: {
      association: row.owner_association_id as AssociationId | null,
      person: row.owner_person_id as PersonId | null,
      name: row.owner_name,
    },
    dueOn: row.due_on,
    state: row.state,
    reminded: row.reminded,
    decision: row.decision,
    meeting: row.meeting_id as MeetingId | null,
    openedBy: { person: row.opened_by as PersonId, name: row.opened_by_name },
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    version: row.version,
    digest: row.request_digest,
  };
}

/** The actions of an area: those that are open by their day, then what was closed last. */
export async function listActions(db: Database, area: AreaId): Promise<StoredAction[]> {
  const rows = await actions(db, area)
    .orderBy(sql`state <> 'open'`)
    .orderBy('closed_at', 'desc')
    .orderBy('due_on')
    .orderBy('action_id')
    .execute();
  return rows.map(toAction);
}

export async function findAction(db: Database, { area, action }: ActionKey): Promise<StoredAction | null> {
  const row = await actions(db, area).where('action_id', '=', action).executeTakeFirst();
  return row === undefined ? null : toAction(row);
}

/** One action, locked until the transaction ends; or null. */
export async function lockAction(db: Database, { area, action }: ActionKey): Promise<StoredAction | null> {
  const row = await actions(db, area).where('action_id', '=', action).forUpdate().executeTakeFirst();
  return row === undefined ? null : toAction(row);
}

/** The open actions that are a person's own, locked until the transaction ends. */
export async function lockActionsOf(db: Database, area: AreaId, person: PersonId): Promise<StoredAction[]> {
  const rows = await actions(db, area)
    .where('owner_person_id', '=', person)
    .where('state', '=', 'open')
    .orderBy('action_id')
    .forUpdate()
    .execute();
  return rows.map(toAction);
}

export interface ActionToAdd extends ActionKey {
  readonly title: string;
  readonly owner: ActionItem['owner'];
  readonly dueOn: string;
  readonly of: { readonly meeting: MeetingId; readonly decision: number } | null;
  readonly by: Doer;
  readonly at: Date;
  readonly digest: string | null;
}

export async function addAction(
  db: Database,
  { area, action, owner, by, ...fields }: ActionToAdd,
): Promise<void> {
  await db
    .insertInto('action')
    .values({
      area_id: area,
      action_id: action,
      title: fields.title,
      owner_association_id: owner.association,
      owner_person_id: owner.person,
      owner_name: owner.name,
      due_on: fields.dueOn,
      meeting_id: fields.of?.meeting ?? null,
      decision: fields.of?.decision ?? null,
      opened_by: by.person,
      opened_by_name: by.name,
      opened_at: fields.at,
      request_digest: fields.digest,
    })
    .execute();
}

/** Changes an action that the caller has locked, and counts the change; returns its version. */
export async function changeAction(
  db: Database,
  { area, action }: ActionKey,
  change: Updateable<ActionTable>,
): Promise<number> {
  const { version } = await db
    .updateTable('action')
    .set({ ...change, version: sql`version + 1` })
    .where('area_id', '=', area)
    .where('action_id', '=', action)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Notes that the owner of an action was reminded; nothing of the action changes by it. */
export async function noteReminder(
  db: Database,
  { area, action }: ActionKey,
  reminded: Reminder,
): Promise<void> {
  await db
    .updateTable('action')
    .set({ reminded })
    .where('area_id', '=', area)
    .where('action_id', '=', action)
    .executeTakeFirstOrThrow();
}

export interface EntryToAdd extends ActionKey {
  readonly change: ActionEntry['change'];
  readonly text: string | null;
  readonly by: Doer | null;
  readonly at: Date;
  /** The client's key of a comment; left out: it has none. */
  readonly creation?: { readonly key: string; readonly digest: string } | null;
}

/** Adds to what happened to an action that the caller has locked or just made. */
export async function addEntry(
  db: Database,
  { area, action, change, text, by, at, creation = null }: EntryToAdd,
): Promise<void> {
  await db
    .insertInto('action_entry')
    .values({
      area_id: area,
      action_id: action,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from action_entry
        where area_id = ${area} and action_id = ${action})`,
      change,
      text,
      by_person: by?.person ?? null,
      by_name: by?.name ?? null,
      happened_at: at,
      idempotency_key: creation?.key ?? null,
      request_digest: creation?.digest ?? null,
    })
    .execute();
}

/** The digest of the request with which somebody said something of an action under a key, or null. */
export async function findEntryDigest(
  db: Database,
  { area, action, person, key }: ActionKey & { readonly person: PersonId; readonly key: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('action_entry')
    .select('request_digest')
    .where('area_id', '=', area)
    .where('action_id', '=', action)
    .where('by_person', '=', person)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row?.request_digest ?? null;
}

/** What happened to an action, the oldest first. */
export async function listEntries(db: Database, { area, action }: ActionKey): Promise<ActionEntry[]> {
  const rows = await db
    .selectFrom('action_entry')
    .selectAll()
    .where('area_id', '=', area)
    .where('action_id', '=', action)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    change: row.change,
    text: row.text,
    by: row.by_person === null ? null : { person: row.by_person as PersonId, name: row.by_name ?? '' },
    at: row.happened_at.toISOString(),
  }));
}

/** What happened to all actions of an area that says whether they are open. */
export async function listSteps(db: Database, area: AreaId): Promise<ActionStep[]> {
  const rows = await db
    .selectFrom('action_entry')
    .select(['change', 'happened_at'])
    .where('area_id', '=', area)
    .where('change', 'in', ['opened', 'reopened', 'done', 'dropped'])
    .orderBy('action_id')
    .orderBy('number')
    .execute();
  return rows.map(({ change, happened_at }) => ({ change, at: happened_at.toISOString() }));
}
