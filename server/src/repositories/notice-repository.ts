import type {
  ActionId,
  AreaId,
  AssociationId,
  InitiativeId,
  MeetingId,
  Notice,
  NoticeId,
  PersonalNotice,
  PersonId,
  ProposalId,
} from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import type { InitiativeKey } from './initiative-parts-repository.ts';
import { localized } from './localized.ts';

/** The last key of a page of notices. */
export interface NoticePosition {
  readonly at: Date;
  readonly id: string;
}

export interface NoticeToAdd extends Pick<PersonalNotice, 'person' | 'content'> {
  /** What it is about. */
  readonly proposal?: ProposalId;
  readonly meeting?: MeetingId;
  readonly action?: ActionId;
  readonly initiative?: InitiativeKey;
  readonly area: AreaId;
  readonly id: NoticeId;
  readonly at: Date;
  /** Whether it waits for the e-mail that tells of a whole day. */
  readonly inDigest: boolean;
}

export async function addNotice(
  db: Database,
  { area, id, person, proposal, meeting, action, initiative, content, at, inDigest }: NoticeToAdd,
): Promise<void> {
  await db
    .insertInto('notice')
    .values({
      area_id: area,
      notice_id: id,
      person_id: person,
      proposal_id: proposal ?? null,
      meeting_id: meeting ?? null,
      action_id: action ?? null,
      initiative_area_id: initiative?.area ?? null,
      initiative_id: initiative?.initiative ?? null,
      content: sql`${JSON.stringify(content)}::json`,
      written_at: at,
      in_digest: inDigest,
    })
    .execute();
}

/** The notices of a person, the newest first. */
export async function listNotices(
  db: Database,
  person: PersonId,
  { before, limit }: { readonly before: NoticePosition | null; readonly limit: number },
): Promise<Notice[]> {
  let query = notices(db).where('notice.person_id', '=', person);
  if (before !== null) {
    query = query.where((of) =>
      of(of.refTuple('written_at', 'notice_id'), '<', of.tuple(before.at, before.id)),
    );
  }
  const rows = await query.orderBy('written_at', 'desc').orderBy('notice_id', 'desc').limit(limit).execute();
  return rows.map(toNotice);
}

/** Of the notices that an e-mail is to tell, those that still want telling, the oldest first. */
export async function noticesToMail(
  db: Database,
  area: AreaId,
  which: { readonly notice: string } | { readonly digestOf: string },
): Promise<Notice[]> {
  const unread = notices(db).where('notice.area_id', '=', area).where('read_at', 'is', null);
  const asked =
    'notice' in which
      ? unread.where('notice_id', '=', which.notice)
      : unread.where('notice.person_id', '=', which.digestOf).where('in_digest', '=', true);
  return (await asked.orderBy('written_at').orderBy('notice_id').execute()).map(toNotice);
}

/** These need no telling in a digest any more. */
export async function takeFromDigest(
  db: Database,
  area: AreaId,
  person: string,
  told: readonly NoticeId[],
): Promise<void> {
  await db
    .updateTable('notice')
    .set({ in_digest: false })
    .where('area_id', '=', area)
    .where('person_id', '=', person)
    .where((of) => of.or([of('read_at', 'is not', null), of('notice_id', 'in', ['', ...told])]))
    .execute();
}

/** Whether somebody has notices that a digest is still to tell. */
export async function isDigestWaiting(db: Database, area: AreaId, person: string): Promise<boolean> {
  const found = await db
    .selectFrom('notice')
    .select('notice_id')
    .where('area_id', '=', area)
    .where('person_id', '=', person)
    .where('in_digest', '=', true)
    .where('read_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** How many notices a person has not read. */
export async function countUnread(db: Database, person: PersonId): Promise<number> {
  const { count } = await ofMembers(db)
    .select(({ fn }) => fn.countAll().as('count'))
    .where('notice.person_id', '=', person)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** A person has read these of their notices, or all. */
export async function markRead(
  db: Database,
  person: PersonId,
  which: readonly NoticeId[] | 'all',
  now: Date,
): Promise<void> {
  const unread = db
    .updateTable('notice')
    .set({ read_at: now })
    .where('person_id', '=', person)
    .where('read_at', 'is', null);
  await (which === 'all' ? unread : unread.where('notice_id', 'in', ['', ...which])).execute();
}

/** Whoever has no role in an area any more is told nothing of it, nor what they were told before. */
function ofMembers(db: Database) {
  return db
    .selectFrom('notice')
    .innerJoin('membership', (join) =>
      join
        .onRef('membership.area_id', '=', 'notice.area_id')
        .onRef('membership.person_id', '=', 'notice.person_id'),
    );
}

/** Who answered, objected or left, as the area of who is told names it. */
const ANSWERER = sql<string>`(case when notice.content ->> 'kind' in ('answered', 'initiative-objected', 'initiative-left')
  then notice.content ->> 'by' end)`;

function notices(db: Database) {
  return ofMembers(db)
    .leftJoin('proposal', (join) =>
      join
        .onRef('proposal.area_id', '=', 'notice.area_id')
        .onRef('proposal.proposal_id', '=', 'notice.proposal_id'),
    )
    .leftJoin('association as owner', (join) =>
      join
        .onRef('owner.area_id', '=', 'proposal.area_id')
        .onRef('owner.association_id', '=', 'proposal.association_id'),
    )
    .leftJoin('association as answerer', (join) =>
      join
        .on(
          'answerer.area_id',
          '=',
          sql<string>`case when strpos(${ANSWERER}, '/') > 0
          then split_part(${ANSWERER}, '/', 1) else notice.area_id end`,
        )
        .on('answerer.association_id', '=', sql<string>`substring(${ANSWERER} from '[^/]*$')`),
    )
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('initiative_revision as revision')
          .select(sql<string>`revision.content ->> 'title'`.as('initiative_title'))
          .whereRef('revision.area_id', '=', 'notice.initiative_area_id')
          .whereRef('revision.initiative_id', '=', 'notice.initiative_id')
          .orderBy('number', 'desc')
          .limit(1)
          .as('present'),
      (join) => join.onTrue(),
    )
    .leftJoin('meeting', (join) =>
      join
        .onRef('meeting.area_id', '=', 'notice.area_id')
        .onRef('meeting.meeting_id', '=', 'notice.meeting_id'),
    )
    .leftJoin('action', (join) =>
      join.onRef('action.area_id', '=', 'notice.area_id').onRef('action.action_id', '=', 'notice.action_id'),
    )
    .select([
      'notice.area_id',
      'notice_id',
      'notice.proposal_id',
      'content',
      'written_at',
      'read_at',
      'proposal.title_ar',
      'proposal.title_en',
      'notice.meeting_id',
      'meeting.title_ar as meeting_ar',
      'meeting.title_en as meeting_en',
      'meeting.starts_at',
      'notice.action_id',
      'action.title as action_title',
      'action.due_on',
      'notice.initiative_id',
      'initiative_title',
      'owner.association_id as owner',
      'owner.name_ar as owner_ar',
      'owner.name_en as owner_en',
      sql<string | null>`case when answerer.association_id is not null then ${ANSWERER} end`.as('answerer'),
      'answerer.name_ar as answerer_ar',
      'answerer.name_en as answerer_en',
    ]);
}

type NoticeRow = Awaited<ReturnType<ReturnType<typeof notices>['execute']>>[number];

function toNotice(row: NoticeRow): Notice {
  const { answerer, answerer_ar: ar, answerer_en: en } = row;
  return {
    id: row.notice_id as NoticeId,
    area: row.area_id as AreaId,
    proposal: proposalOf(row),
    meeting: meetingOf(row),
    action:
      row.action_id === null
        ? null
        : { id: row.action_id as ActionId, title: row.action_title ?? '', dueOn: row.due_on ?? '' },
    initiative:
      row.initiative_id === null
        ? null
        : { id: row.initiative_id as InitiativeId, title: row.initiative_title ?? '' },
    content: row.content,
    answeredBy:
      answerer === null ? null : { id: answerer as AssociationId, name: localized(ar ?? '', en ?? '') },
    at: row.written_at.toISOString(),
    read: row.read_at !== null,
  };
}

function proposalOf(row: NoticeRow): Notice['proposal'] {
  if (row.proposal_id === null) return null;
  const name = localized(row.owner_ar ?? '', row.owner_en ?? '');
  return {
    id: row.proposal_id as ProposalId,
    title: localized(row.title_ar ?? '', row.title_en ?? ''),
    association: { id: row.owner as AssociationId, name },
  };
}

function meetingOf({ meeting_id, meeting_ar, meeting_en, starts_at }: NoticeRow): Notice['meeting'] {
  if (meeting_id === null || starts_at === null) return null;
  const title = localized(meeting_ar ?? '', meeting_en ?? '');
  return { id: meeting_id as MeetingId, title, startsAt: starts_at.toISOString() };
}
