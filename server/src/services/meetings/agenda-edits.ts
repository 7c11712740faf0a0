import {
  type AgendaFact,
  type AgendaItemId,
  authorize,
  DomainError,
  missingVillageTitle,
  type NewAgendaItem,
  type Person,
  writeAgenda,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import {
  addItem,
  findItem,
  listItems,
  placeItem,
  type StoredItem,
} from '../../repositories/agenda-repository.ts';
import { listDecisions } from '../../repositories/decision-repository.ts';
import type { MeetingKey } from '../../repositories/meeting-repository.ts';
import { doerOf } from '../proposals/actor.ts';
import { refuseUnless } from '../refuse-unless.ts';
import { refuseUnknownSubject } from './checked-subject.ts';
import { creationOf, refuseOtherRequest } from './creation.ts';
import type { GatheredFacts } from './gather-facts.ts';
import { lockedMeeting, type MeetingDoing, tellMeeting } from './meeting-act.ts';

/** A meeting ends. */
const MOST_ITEMS = 200;

/**
 * Adds something to an agenda, also while the meeting is held.
 * Errors: `meeting-not-found`, `meeting-state-forbids`, `agenda-full`, `idempotency-key-reused`, and those of
 * `refuseUnknownSubject`.
 */
export async function addToAgenda(
  database: Database,
  doing: MeetingDoing & { readonly input: NewAgendaItem; readonly idempotencyKey: string | null },
): Promise<AgendaItemId> {
  const { area, meeting, actor, input, idempotencyKey, now } = doing;
  const creation = creationOf(actor, idempotencyKey, input);
  const item = `added-${creation.id}` as AgendaItemId;
  return inTransaction(database, async (db) => {
    const { state, version } = await lockedMeeting(db, doing);
    const earlier = await findItem(db, { area, meeting, item });
    if (earlier !== null) {
      refuseOtherRequest(earlier.digest, creation);
      return item;
    }
    if (state !== 'planned' && state !== 'running') throw new DomainError('meeting-state-forbids');
    await refuseUnknownSubject(db, area, input.about, now);
    const kept = await listItems(db, doing);
    if (kept.length >= MOST_ITEMS) throw new DomainError('agenda-full', { most: MOST_ITEMS });
    const title = input.title.trim();
    await addItem(db, {
      area,
      meeting,
      item,
      fields: {
        about: input.about,
        reason: 'added',
        title: { ar: title, en: title },
        note: input.note?.trim() || null,
        addedBy: doerOf(actor),
        digest: creation.digest,
        // Once the meeting is open everything has its place; before, what was added comes last.
        rank: state === 'running' ? kept.length + 1 : null,
      },
      at: now,
    });
    await tellMeeting(db, doing, { change: 'agenda', item, version });
    return item;
  });
}

/**
 * Puts an agenda in order. What is not named comes after, as it did: it may have been added meanwhile. What was taken off
 * comes back where it is named. Errors: `meeting-not-found`, `meeting-state-forbids`, `agenda-item-not-found`.
 */
export async function orderAgenda(
  database: Database,
  doing: MeetingDoing & { readonly items: readonly AgendaItemId[]; readonly facts: GatheredFacts },
): Promise<void> {
  const { area, meeting, items, facts, now } = doing;
  await inTransaction(database, async (db) => {
    const { state, version } = await lockedMeeting(db, doing);
    if (state !== 'planned' && state !== 'running') throw new DomainError('meeting-state-forbids');
    const kept = await listItems(db, doing);
    const fresh =
      state === 'planned' ? facts.facts.filter(({ key }) => !kept.some(({ id }) => id === key)) : [];
    const known = new Set<string>([...kept.map(({ id }) => id), ...fresh.map(({ key }) => key)]);
    for (const item of items) if (!known.has(item)) throw new DomainError('agenda-item-not-found', { item });
    const after = kept.filter(({ id, isOff, rank }) => !isOff && rank !== null && !items.includes(id));
    const order: readonly string[] = [...items, ...after.map(({ id }) => id)];
    for (const [index, id] of order.entries()) {
      const place = { rank: index + 1, isOff: false };
      const fact = fresh.find(({ key }) => key === id);
      if (fact === undefined) await placeItem(db, { area, meeting, item: id as AgendaItemId }, place);
      else await storeFact(db, doing, { fact, ...place, at: now });
    }
    await tellMeeting(db, doing, { change: 'agenda', version });
  });
}

/**
 * Takes off what oneself added; the council takes off anything, but what was minuted or decided on stays.
 * Errors: `meeting-not-found`, `meeting-state-forbids`, `agenda-item-not-found`, `agenda-item-minuted`, `not-allowed`.
 */
export async function takeOffAgenda(
  database: Database,
  doing: MeetingDoing & {
    readonly item: AgendaItemId;
    readonly person: Person;
    readonly facts: GatheredFacts;
  },
): Promise<void> {
  const { area, meeting, item, person, facts, now } = doing;
  await inTransaction(database, async (db) => {
    const { state, version } = await lockedMeeting(db, doing);
    if (state !== 'planned' && state !== 'running') throw new DomainError('meeting-state-forbids');
    const kept = await findItem(db, { area, meeting, item });
    const fact = facts.facts.find(({ key }) => key === item);
    if (kept?.addedBy?.person !== person.id) refuseUnless(authorize(person, 'agenda.edit', { area }));
    if (kept !== null && (await isMinuted(db, doing, kept))) throw new DomainError('agenda-item-minuted');
    if (kept !== null) await placeItem(db, { area, meeting, item }, { rank: null, isOff: true });
    else if (fact !== undefined && state === 'planned') {
      await storeFact(db, doing, { fact, rank: null, isOff: true, at: now });
    } else throw new DomainError('agenda-item-not-found', { item });
    await tellMeeting(db, doing, { change: 'agenda', item, version });
  });
}

async function isMinuted(
  db: Database,
  { area, meeting }: MeetingKey,
  { id, minute }: StoredItem,
): Promise<boolean> {
  if (minute.text !== '') return true;
  return (await listDecisions(db, area, { meeting })).some(({ item }) => item === id);
}

/** Keeps an agenda as it has written itself, in its order: from now on it is only edited. */
export async function freezeAgenda(
  db: Database,
  doing: MeetingDoing,
  { facts }: GatheredFacts,
): Promise<void> {
  const { area, meeting, now } = doing;
  const lines = writeAgenda<StoredItem>(facts, await listItems(db, doing));
  for (const [index, { kept, fact }] of lines.entries()) {
    const rank = index + 1;
    if (kept !== null) await placeItem(db, { area, meeting, item: kept.id }, { rank, isOff: false });
    else if (fact !== null) await storeFact(db, doing, { fact, rank, isOff: false, at: now });
  }
}

interface FactToStore {
  readonly fact: AgendaFact;
  readonly rank: number | null;
  readonly isOff: boolean;
  readonly at: Date;
}

async function storeFact(
  db: Database,
  { area, meeting }: MeetingKey,
  { fact: { key, about, reason, title: shown }, rank, isOff, at }: FactToStore,
): Promise<void> {
  // What strangers typed does not stay in minutes: the name is read from the report while there is one.
  const title = about.kind === 'missing-village' ? missingVillageTitle(null) : shown;
  const fields = { about, reason, title, note: null, addedBy: null, digest: null, rank };
  await addItem(db, { area, meeting, item: key as AgendaItemId, fields, isOff, at });
}
