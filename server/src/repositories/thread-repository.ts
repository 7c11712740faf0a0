import type {
  Comment,
  CommentId,
  NewComment,
  PersonId,
  Pin,
  ProposalId,
  Thread,
  ThreadId,
} from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import type { ProposalKey } from './proposal-repository.ts';
import type { CreationKey } from './reason-repository.ts';

export interface ThreadKey extends ProposalKey {
  readonly thread: ThreadId;
}

/** The threads of a proposal, the oldest first, each with all that was said. */
export async function listThreads(db: Database, key: ProposalKey): Promise<Thread[]> {
  const rows = await threads(db, key).orderBy('opened_at').orderBy('thread_id').execute();
  const comments = await listComments(db, key);
  return rows.map((row) => ({
    id: row.thread_id as ThreadId,
    pin: row.pin,
    revision: row.revision,
    resolved: row.resolved,
    comments: comments.filter(({ thread }) => thread === row.thread_id).map(({ comment }) => comment),
    version: row.version,
  }));
}

/** One thread, or null. */
export async function findThread(db: Database, { thread, ...key }: ThreadKey): Promise<Thread | null> {
  return (await listThreads(db, key)).find(({ id }) => id === thread) ?? null;
}

/** Locks a thread until the transaction ends. */
export async function lockThread(db: Database, { thread, ...key }: ThreadKey): Promise<void> {
  await threads(db, key).where('thread_id', '=', thread).forUpdate().execute();
}

/** The thread in which a creation with this key put a comment, and the digest of its request; or null. */
export async function findCommentByKey(
  db: Database,
  { area, proposal }: ProposalKey,
  key: string,
): Promise<{ readonly thread: ThreadId; readonly digest: string | null } | null> {
  const row = await db
    .selectFrom('comment')
    .select(['thread_id', 'request_digest'])
    .where('area_id', '=', area)
    .where('proposal_id', '=', proposal)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row === undefined ? null : { thread: row.thread_id as ThreadId, digest: row.request_digest };
}

/** Adds a thread without comments. */
export async function addThread(
  db: Database,
  { area, proposal, thread }: ThreadKey,
  { pin, revision, at }: { readonly pin: Pin; readonly revision: number; readonly at: Date },
): Promise<void> {
  await db
    .insertInto('thread')
    .values({
      area_id: area,
      proposal_id: proposal,
      thread_id: thread,
      pin: sql`${JSON.stringify(pin)}::json`,
      revision,
      opened_at: at,
    })
    .execute();
}

export interface CommentToAdd extends Pick<Comment, 'id' | 'by'> {
  /** Its place in the thread, from 1. */
  readonly number: number;
  readonly input: NewComment;
  readonly at: Date;
  readonly creation: CreationKey | null;
}

/** Adds a comment to a thread that the caller has locked or just made. */
export async function addComment(
  db: Database,
  { area, proposal, thread }: ThreadKey,
  { id, number, input, by, at, creation }: CommentToAdd,
): Promise<void> {
  await db
    .insertInto('comment')
    .values({
      area_id: area,
      proposal_id: proposal,
      thread_id: thread,
      comment_id: id,
      number,
      text: input.text.trim(),
      mentions: input.mentions ?? [],
      made_by: by.person,
      made_by_name: by.name,
      made_at: at,
      idempotency_key: creation?.key ?? null,
      request_digest: creation?.digest ?? null,
    })
    .execute();
}

/** Counts a change of a thread that the caller has locked: a comment, or whether it is resolved. */
export async function changeThread(
  db: Database,
  { area, proposal, thread }: ThreadKey,
  { resolved }: { readonly resolved: boolean },
): Promise<void> {
  await db
    .updateTable('thread')
    .set({ resolved, version: sql`version + 1` })
    .where('area_id', '=', area)
    .where('proposal_id', '=', proposal)
    .where('thread_id', '=', thread)
    .executeTakeFirstOrThrow();
}

function threads(db: Database, { area, proposal }: ProposalKey) {
  return db.selectFrom('thread').selectAll().where('area_id', '=', area).where('proposal_id', '=', proposal);
}

async function listComments(
  db: Database,
  { area, proposal }: { readonly area: string; readonly proposal: ProposalId },
): Promise<{ readonly thread: string; readonly comment: Comment }[]> {
  const rows = await db
    .selectFrom('comment')
    .selectAll()
    .where('area_id', '=', area)
    .where('proposal_id', '=', proposal)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    thread: row.thread_id,
    comment: {
      id: row.comment_id as CommentId,
      text: row.text,
      mentions: row.mentions as PersonId[],
      by: { person: row.made_by as PersonId, name: row.made_by_name },
      at: row.made_at.toISOString(),
    },
  }));
}
