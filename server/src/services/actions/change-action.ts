import {
  type ActionEdit,
  type ActionEntry,
  type ActionId,
  type ActionItem,
  type ActionState,
  type AreaId,
  actionTiming,
  DomainError,
  type MeetingId,
  type NewAction,
  type Person,
  type RecordedAct,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import {
  type ActionKey,
  addAction,
  addEntry,
  changeAction,
  findAction,
  findEntryDigest,
  lockAction,
  type StoredAction,
} from '../../repositories/action-repository.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import { appendToRecord } from '../../repositories/record-repository.ts';
import { matchesVersion, type VersionMatch } from '../../repositories/version-match.ts';
import { dayInArea } from '../day-in-area.ts';
import { etagOf } from '../etag.ts';
import { requireArea } from '../find-plan.ts';
import { creationOf, lockCreation, refuseOtherRequest } from '../meetings/creation.ts';
import { tellOfAction } from '../notices/tell-of-action.ts';
import { type Actor, doerOf, recordedActorOf } from '../proposals/actor.ts';
import { checkedOwner, refuseOtherOwner } from './action-owner.ts';

interface ActionDoing {
  readonly area: AreaId;
  readonly actor: Actor;
  readonly client: string | null;
  readonly now: Date;
}

export interface ActionOpening extends ActionDoing {
  readonly input: NewAction;
  readonly idempotencyKey: string | null;
  /** From which decision; null: it is made by hand. */
  readonly of: { readonly meeting: MeetingId; readonly decision: number } | null;
}

/** Makes an action, also as a part of a decision. Errors: `area-not-found`, `action-owner-unknown`, `idempotency-key-reused`. */
export async function openAction(database: Database, opening: ActionOpening): Promise<ActionItem> {
  const { area, input, actor, idempotencyKey, of, now } = opening;
  const creation = creationOf(actor, idempotencyKey, input);
  const action = creation.id as ActionId;
  return inTransaction(database, async (db) => {
    await lockCreation(db, creation);
    const earlier = await findAction(db, { area, action });
    if (earlier !== null) {
      refuseOtherRequest(earlier.digest, creation);
      return presentAction(db, area, earlier, now);
    }
    const owner = await checkedOwner(db, area, input.owner);
    const title = input.title.trim();
    const by = doerOf(actor);
    const { digest } = creation;
    await addAction(db, { area, action, title, owner, dueOn: input.dueOn, of, by, at: now, digest });
    await addEntry(db, { area, action, change: 'opened', text: null, by, at: now });
    await tellOfAction(db, { area, action, actor: actor.person, now }, 'action-given');
    const data = { dueOn: input.dueOn, association: owner.association, decision: of?.decision ?? null };
    await tellAction(db, opening, { action, act: 'action-opened', data, version: 1 });
    return requireAction(db, { area, action }, now);
  });
}

/**
 * Changes an action: its state, its day, its owner or its words, with a comment.
 * Errors: `action-not-found`, `changed-since`, `action-owner-unknown`, `not-allowed`.
 */
export async function editAction(
  database: Database,
  doing: ActionDoing &
    ActionKey & { readonly edit: ActionEdit; readonly version: VersionMatch; readonly person: Person },
): Promise<ActionItem> {
  const { area, action, edit, version, person, actor, now } = doing;
  return inTransaction(database, async (db) => {
    const present = await lockedAction(db, { area, action });
    refuseOtherOwner(person, area, present.owner);
    if (!matchesVersion(version, present.version)) {
      throw new DomainError('changed-since', { etag: etagOf(present.version) });
    }
    const owner = edit.owner === undefined ? present.owner : await checkedOwner(db, area, edit.owner);
    // Nobody gives another association something to do but the council.
    refuseOtherOwner(person, area, owner);
    const { state = present.state, dueOn = present.dueOn } = edit;
    const counted = await changeAction(db, doing, {
      title: edit.title?.trim() ?? present.title,
      owner_association_id: owner.association,
      owner_person_id: owner.person,
      owner_name: owner.name,
      due_on: dueOn,
      state,
      ...(state !== present.state && { closed_at: state === 'open' ? null : now }),
      ...((dueOn !== present.dueOn || state !== present.state) && { reminded: null }),
    });
    const change = changeOfState(present.state, state);
    const by = doerOf(actor);
    // From done to dropped it is opened in between: so what is open follows from what happened.
    if (present.state !== 'open' && change !== 'changed' && change !== 'reopened') {
      await addEntry(db, { area, action, change: 'reopened', text: null, by, at: now });
    }
    await addEntry(db, { area, action, change, text: edit.comment?.trim() ?? null, by, at: now });
    const isGiven = owner.person !== present.owner.person || owner.association !== present.owner.association;
    if (isGiven && state === 'open') {
      await tellOfAction(db, { area, action, actor: actor.person, now }, 'action-given');
    }
    const data = { dueOn, association: owner.association };
    await tellAction(db, doing, { action, act: ACT_OF[change], data, version: counted });
    return requireAction(db, { area, action }, now);
  });
}

/** Says something about an action. Errors: `action-not-found`, `idempotency-key-reused`. */
export async function commentOnAction(
  database: Database,
  doing: ActionDoing & ActionKey & { readonly text: string; readonly idempotencyKey: string | null },
): Promise<ActionItem> {
  const { area, action, text, actor, idempotencyKey: key, client, now } = doing;
  const { digest } = creationOf(actor, key, text);
  return inTransaction(database, async (db) => {
    const present = await lockedAction(db, { area, action });
    const earlier =
      key === null ? null : await findEntryDigest(db, { area, action, person: actor.person, key });
    if (earlier !== null) {
      refuseOtherRequest(earlier, { digest });
      return presentAction(db, area, present, now);
    }
    const version = await changeAction(db, doing, {});
    const creation = key === null ? null : { key, digest };
    const said = { change: 'comment' as const, text: text.trim(), by: doerOf(actor), at: now, creation };
    await addEntry(db, { area, action, ...said });
    await appendEvent(db, { kind: 'action', data: { area, action, version, client } });
    return requireAction(db, { area, action }, now);
  });
}

/** An action as it stands today. Errors: `area-not-found`, `action-not-found`. */
export async function requireAction(db: Database, key: ActionKey, now: Date): Promise<ActionItem> {
  const found = await findAction(db, key);
  if (found === null) return refuseUnknown(db, key);
  return presentAction(db, key.area, found, now);
}

async function lockedAction(db: Database, key: ActionKey): Promise<StoredAction> {
  return (await lockAction(db, key)) ?? refuseUnknown(db, key);
}

async function refuseUnknown(db: Database, { area, action }: ActionKey): Promise<never> {
  await requireArea(db, area);
  throw new DomainError('action-not-found', { action, area });
}

async function presentAction(
  db: Database,
  area: AreaId,
  action: StoredAction,
  now: Date,
): Promise<ActionItem> {
  return asOfDay(action, await dayInArea(db, area, now));
}

/** An action as it stands on a day. */
export function asOfDay({ reminded: _, digest: __, ...action }: StoredAction, today: string): ActionItem {
  return { ...action, timing: actionTiming(action, today) };
}

type Change = Exclude<ActionEntry['change'], 'opened' | 'fell-back' | 'comment'>;

const ACT_OF: Readonly<Record<Change, RecordedAct>> = {
  changed: 'action-changed',
  reopened: 'action-reopened',
  done: 'action-done',
  dropped: 'action-dropped',
};

function changeOfState(before: ActionState, after: ActionState): Change {
  if (before === after) return 'changed';
  return after === 'open' ? 'reopened' : after;
}

async function tellAction(
  db: Database,
  { area, actor, client }: ActionDoing,
  told: {
    readonly action: ActionId;
    readonly act: RecordedAct;
    readonly data: Record<string, unknown>;
    readonly version: number;
  },
): Promise<void> {
  const { action, act, data, version } = told;
  const subject = { kind: 'action' as const, id: action };
  await appendToRecord(db, { area, actor: recordedActorOf(actor), act, subject, data });
  await appendEvent(db, { kind: 'action', data: { area, action, version, client } });
}
