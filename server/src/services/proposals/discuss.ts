import { randomUUID } from 'node:crypto';
import {
  type CommentId,
  DomainError,
  type NewComment,
  type NewThread,
  type RecordEntry,
  type Thread,
  type ThreadId,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { ProposalKey } from '../../repositories/proposal-repository.ts';
import {
  addThread,
  changeThread,
  findCommentByKey,
  findThread,
  lockThread,
  addComment as storeComment,
  type ThreadKey,
} from '../../repositories/thread-repository.ts';
import { matchesVersion, type VersionMatch } from '../../repositories/version-match.ts';
import { sha256 } from '../../sha256.ts';
import { etagOf } from '../etag.ts';
import { notify } from '../notices/notify.ts';
import { type Actor, doerOf } from './actor.ts';
import { checkedPin } from './checked-pin.ts';
import { lockedProposal } from './find-proposal.ts';
import { tell } from './tell.ts';

interface Saying extends ProposalKey {
  readonly actor: Actor;
  readonly client: string | null;
  readonly now: Date;
}

interface KeyedSaying extends Saying {
  /** The client's key for this creation: repeated with the same request it makes nothing new. */
  readonly idempotencyKey: string | null;
}

/**
 * Begins a thread about a proposal with a comment, also when nothing of it can change any more.
 * Errors: those of `checkedPin`, `proposal-not-found`, `idempotency-key-reused`.
 */
export async function openThread(
  database: Database,
  saying: KeyedSaying & { readonly input: NewThread },
): Promise<Thread> {
  const { area, proposal, now, input } = saying;
  const pin = await checkedPin(database, area, input.pin);
  const thread = randomUUID() as ThreadId;
  const { text, mentions = [] } = input;
  const creation = creationOf(saying, [input.pin, text, mentions]);
  return inTransaction(database, async (db) => {
    const { proposal: present } = await lockedProposal(db, saying, now);
    const earlier = await findEarlier(db, saying, creation);
    if (earlier !== null) return earlier;
    await addThread(db, { area, proposal, thread }, { pin, revision: present.revision.number, at: now });
    await say(db, { ...saying, thread }, { number: 1, input: { text, mentions }, creation });
    return told(db, { ...saying, thread }, { act: 'thread-opened', version: present.version });
  });
}

/** Adds a comment to a thread. Errors: `proposal-not-found`, `thread-not-found`, `idempotency-key-reused`. */
export async function addComment(
  database: Database,
  saying: KeyedSaying & ThreadKey & { readonly input: NewComment },
): Promise<Thread> {
  const { input, now, thread } = saying;
  const creation = creationOf(saying, [thread, input.text, input.mentions ?? []]);
  return inTransaction(database, async (db) => {
    const { proposal: present } = await lockedProposal(db, saying, now);
    const earlier = await findEarlier(db, saying, creation);
    if (earlier !== null) return earlier;
    const { comments, resolved } = await lockedThread(db, saying);
    await say(db, saying, { number: comments.length + 1, input, creation });
    await changeThread(db, saying, { resolved });
    return told(db, saying, { act: 'comment-added', version: present.version });
  });
}

/** Marks a thread as resolved, or opens it again. Errors: `proposal-not-found`, `thread-not-found`, `changed-since`. */
export async function resolveThread(
  database: Database,
  saying: Saying & ThreadKey & { readonly resolved: boolean; readonly version: VersionMatch },
): Promise<Thread> {
  const { now, resolved, version } = saying;
  return inTransaction(database, async (db) => {
    const { proposal: present } = await lockedProposal(db, saying, now);
    const thread = await lockedThread(db, saying);
    if (!matchesVersion(version, thread.version)) {
      throw new DomainError('changed-since', { etag: etagOf(thread.version) });
    }
    if (thread.resolved === resolved) return thread;
    await changeThread(db, saying, { resolved });
    const act = resolved ? 'thread-resolved' : 'thread-reopened';
    return told(db, saying, { act, version: present.version });
  });
}

type Creation = { readonly key: string; readonly digest: string } | null;

function creationOf({ idempotencyKey, actor }: KeyedSaying, request: readonly unknown[]): Creation {
  if (idempotencyKey === null) return null;
  return { key: idempotencyKey, digest: sha256(JSON.stringify([actor.person, ...request])) };
}

async function findEarlier(
  db: Database,
  { area, proposal }: ProposalKey,
  creation: Creation,
): Promise<Thread | null> {
  if (creation === null) return null;
  const earlier = await findCommentByKey(db, { area, proposal }, creation.key);
  if (earlier === null) return null;
  if (earlier.digest !== creation.digest) throw new DomainError('idempotency-key-reused');
  return requireThread(db, { area, proposal, thread: earlier.thread });
}

async function say(
  db: Database,
  { actor, now, ...key }: Saying & ThreadKey,
  { number, input, creation }: { number: number; input: NewComment; creation: Creation },
): Promise<void> {
  const id = randomUUID() as CommentId;
  await storeComment(db, key, { id, number, input, by: doerOf(actor), at: now, creation });
  const { area, proposal, thread } = key;
  const people = input.mentions ?? [];
  if (people.length === 0) return;
  const content = { kind: 'mentioned', by: actor.name, thread } as const;
  await notify(db, { area, actor: actor.person, now }, [{ act: 'mentioned', proposal, people, content }]);
}

/** What was said is not in the record, which keeps everything for ever: it may be about persons. */
async function told(
  db: Database,
  { area, proposal, thread, actor, client }: Saying & ThreadKey,
  { act, version }: { readonly act: RecordEntry['act']; readonly version: number },
): Promise<Thread> {
  const data = { thread };
  await tell(db, [{ area, proposal, actor, act, data, change: 'discussed', version, client }]);
  return requireThread(db, { area, proposal, thread });
}

async function lockedThread(db: Database, key: ThreadKey): Promise<Thread> {
  await lockThread(db, key);
  return requireThread(db, key);
}

async function requireThread(db: Database, { area, proposal, thread }: ThreadKey): Promise<Thread> {
  const found = await findThread(db, { area, proposal, thread });
  if (found === null) throw new DomainError('thread-not-found', { thread, proposal });
  return found;
}
