import {
  type Answer,
  type AreaId,
  type Initiative,
  type InitiativeId,
  type InitiativeState,
  offTrack,
  partiesOf,
  seenFrom,
  standingsOf,
} from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import {
  type InitiativeKey,
  type InitiativeRevision,
  type InitiativeRevisionMark,
  listInitiativeAnswers,
  listInitiativeRevisions,
  listPresentContents,
  listProgress,
} from './initiative-parts-repository.ts';
import { withNamesElsewhere } from './named-elsewhere.ts';

/** An initiative with all that was ever put and answered. */
export interface InitiativeHistory {
  /** As it reads in the area in which it was asked for. */
  readonly initiative: Initiative;
  /** Where it is kept; all that follows names things as they are named there. */
  readonly key: InitiativeKey;
  /** Other areas that were ever asked to take part. */
  readonly guests: readonly AreaId[];
  /** The milestones of which was told that their day has passed, as `milestone day`. */
  readonly lateTold: readonly string[];
  readonly present: InitiativeRevision;
  readonly revisions: readonly InitiativeRevisionMark[];
  readonly answers: readonly Answer[];
}

/** Those that an area keeps, and those of others that it was asked to take part in. */
function initiatives(db: Database, area: AreaId) {
  return db
    .selectFrom('initiative')
    .selectAll()
    .where((of) => of.or([of('area_id', '=', area), sql<boolean>`guest_areas @> array[${area}]`]));
}

type InitiativeRow = Awaited<ReturnType<ReturnType<typeof initiatives>['execute']>>[number];

/** The initiatives of an area as they stand on a day, the newest first. */
export async function listInitiatives(db: Database, area: AreaId, today: string): Promise<Initiative[]> {
  const rows = await initiatives(db, area).orderBy('opened_at', 'desc').orderBy('initiative_id').execute();
  const kept = await partsOf(db, area, null);
  const found: Initiative[] = [];
  for (const row of rows) {
    const isKept = row.area_id === area;
    const parts = isKept ? kept : await partsOf(db, row.area_id as AreaId, row.initiative_id as InitiativeId);
    found.push(seenFrom(toHistory(row, parts, today).initiative, row.area_id as AreaId, area));
  }
  return withNamesElsewhere(db, area, found);
}

/** One initiative as it stands on a day, or null. */
export async function findInitiative(
  db: Database,
  { area, initiative }: InitiativeKey,
  today: string,
): Promise<InitiativeHistory | null> {
  const row = await initiatives(db, area).where('initiative_id', '=', initiative).executeTakeFirst();
  if (row === undefined) return null;
  const history = toHistory(row, await partsOf(db, row.area_id as AreaId, initiative), today);
  const [seen = history.initiative] = await withNamesElsewhere(db, area, [
    seenFrom(history.initiative, history.key.area, area),
  ]);
  return { ...history, initiative: seen };
}

export async function initiativeExists(db: Database, { area, initiative }: InitiativeKey): Promise<boolean> {
  const row = await initiatives(db, area).where('initiative_id', '=', initiative).executeTakeFirst();
  return row !== undefined;
}

/** The area that keeps an initiative, and those that were asked to take part; only the own one where there is none. */
export async function areasOfInitiative(db: Database, area: AreaId, initiative: string): Promise<AreaId[]> {
  const row = await initiatives(db, area).where('initiative_id', '=', initiative).executeTakeFirst();
  return row === undefined ? [area] : ([row.area_id, ...row.guest_areas] as AreaId[]);
}

/** Locks an initiative until the transaction ends, for those who may change it. */
export async function lockInitiative(db: Database, { area, initiative }: InitiativeKey): Promise<void> {
  await initiatives(db, area).where('initiative_id', '=', initiative).forUpdate().execute();
}

export interface NewInitiativeRow extends InitiativeKey {
  readonly content: InitiativeRevision['content'];
  readonly openedBy: { readonly person: string; readonly name: string };
  readonly openedAt: Date;
}

/** Adds an idea without contents. */
export async function addInitiative(
  db: Database,
  { area, initiative, content, openedBy, openedAt }: NewInitiativeRow,
): Promise<void> {
  await db
    .insertInto('initiative')
    .values({
      area_id: area,
      initiative_id: initiative,
      state: 'idea',
      lead_id: content.lead,
      parties: partiesOf(content),
      opened_by: openedBy.person,
      opened_by_name: openedBy.name,
      opened_at: openedAt,
    })
    .execute();
}

export interface InitiativeChange {
  readonly state: InitiativeState;
  /** Left out: it is the same. */
  readonly content?: InitiativeRevision['content'];
  /** When it ended, and why if it was stopped; left out: it goes on. */
  readonly end?: { readonly at: Date; readonly reason?: string };
}

/** Counts a change of an initiative that the caller has locked; returns its version. */
export async function changeInitiative(
  db: Database,
  { area, initiative }: InitiativeKey,
  { state, content, end }: InitiativeChange,
): Promise<number> {
  const { version } = await db
    .updateTable('initiative')
    .set({
      state,
      version: sql`version + 1`,
      ...(content === undefined ? {} : { lead_id: content.lead, parties: partiesOf(content) }),
      ...(end === undefined ? {} : { ended_at: end.at }),
      ...(end?.reason === undefined ? {} : { end_reason: end.reason }),
    })
    .where('area_id', '=', area)
    .where('initiative_id', '=', initiative)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Notes of which milestone was told that its day has passed, of an initiative that the caller has locked. */
export async function noteLate(
  db: Database,
  { area, initiative }: InitiativeKey,
  mark: string,
): Promise<void> {
  await db
    .updateTable('initiative')
    .set({ late_told: sql`late_told || ${mark}::text` })
    .where('area_id', '=', area)
    .where('initiative_id', '=', initiative)
    .execute();
}

/** Of which milestones of the initiatives that an area keeps was told that their day has passed, as `milestone day`. */
export async function listLateTold(
  db: Database,
  area: AreaId,
): Promise<(initiative: InitiativeId) => readonly string[]> {
  const rows = await db
    .selectFrom('initiative')
    .select(['initiative_id', 'late_told'])
    .where('area_id', '=', area)
    .execute();
  const told = new Map(rows.map(({ initiative_id, late_told }) => [initiative_id, late_told]));
  return (initiative) => told.get(initiative) ?? [];
}

type Parts = Awaited<ReturnType<typeof partsOf>>;

async function partsOf(db: Database, area: AreaId, initiative: InitiativeId | null) {
  return {
    revisions: await listInitiativeRevisions(db, area, initiative),
    contents: await listPresentContents(db, area, initiative),
    answers: await listInitiativeAnswers(db, area, initiative),
    progress: await listProgress(db, area, initiative),
  };
}

function toHistory(row: InitiativeRow, all: Parts, today: string): InitiativeHistory {
  const own = <T>(parts: readonly { initiative: string; part: T }[]) =>
    parts.filter(({ initiative }) => initiative === row.initiative_id).map(({ part }) => part);
  const [revisions, answers] = [own(all.revisions), own(all.answers)];
  const [present] = own(all.contents);
  if (present === undefined) throw new Error('An initiative has a content from the first on');
  const { content, contentHash, number } = present;
  const ids = new Set(content.milestones.map(({ id }) => id));
  // Of a milestone that was taken out nothing is said any more.
  const progress = own(all.progress).filter(({ milestone }) => ids.has(milestone));
  const fields = {
    id: row.initiative_id as InitiativeId,
    area: row.area_id as AreaId,
    content,
    contentHash,
    revision: number,
    standings: standingsOf(
      revisions.map((one) => ({ ...one, affected: [...one.affected], unchangedFor: [] })),
      answers,
    ),
    elsewhere: { associations: [], villages: [] },
    progress,
    troubles: offTrack({ state: row.state, content, progress }, today),
    openedAt: row.opened_at.toISOString(),
    version: row.version,
  };
  return {
    initiative: { ...fields, ...stateOf(row) },
    key: { area: fields.area, initiative: fields.id },
    guests: row.guest_areas as AreaId[],
    lateTold: row.late_told,
    present,
    revisions,
    answers,
  };
}

type OwnState<I> = I extends Initiative ? Omit<I, Exclude<keyof Initiative, 'state'>> : never;

function stateOf({ state, ended_at: endedAt, end_reason: reason }: InitiativeRow): OwnState<Initiative> {
  if (state !== 'done' && state !== 'stopped') return { state };
  if (endedAt === null) throw new Error('What has ended says when');
  const at = endedAt.toISOString();
  return state === 'done' ? { state, endedAt: at } : { state, endedAt: at, reason: reason ?? '' };
}
