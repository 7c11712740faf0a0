import {
  type ActionState,
  type AgendaItemId,
  type AreaId,
  actionBalance,
  type MeetingId,
  type MeetingState,
  type PersonId,
} from '@nitaq/core';
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../../src/database/open-database.ts';
import { listActions, listSteps } from '../../src/repositories/action-repository.ts';
import { listItems } from '../../src/repositories/agenda-repository.ts';
import { listDecisions } from '../../src/repositories/decision-repository.ts';
import { findMeeting } from '../../src/repositories/meeting-repository.ts';
import { listRecord } from '../../src/repositories/record-repository.ts';
import { presentMinutes } from '../../src/services/meetings/read-minutes.ts';
import type { Actor } from '../../src/services/proposals/actor.ts';
import { sha256 } from '../../src/sha256.ts';

export interface ModelMeeting {
  state: MeetingState;
  /** What was written down last. */
  text: string;
  present: Set<number>;
}

/** What everybody may know of the meetings, in plain values. */
export class Model {
  now = Date.parse('2026-11-24T09:00:00Z');
  readonly meetings: ModelMeeting[] = [];
  readonly decisions: { meeting: number; text: string }[] = [];
  readonly actions: ActionState[] = [];
  /** When meetings ended, and how many actions were open then. */
  readonly ends: { at: number; open: number }[] = [];

  get open(): number {
    return this.actions.filter((state) => state === 'open').length;
  }
}

/** The service, and which of its things is which of the model's. */
export interface Real {
  readonly db: Database;
  readonly area: AreaId;
  readonly meetings: { readonly id: MeetingId; readonly item: AgendaItemId }[];
  /** What minutes consisted of when they were approved. */
  readonly approved: Map<number, unknown>;
}

/** Two of the council, and two coordinators. */
export const PEOPLE: readonly Actor[] = [
  { person: 'p-first' as PersonId, name: 'First', role: 'council', association: null },
  { person: 'p-second' as PersonId, name: 'Second', role: 'council', association: null },
  ...(['lith', 'wasqah'] as Actor['association'][]).map((association) => ({
    person: `p-${association}` as PersonId,
    name: `${association}`,
    role: 'coordinator',
    association,
  })),
];

export async function addPeople(db: Database, area: AreaId): Promise<void> {
  for (const { person, name, role, association } of PEOPLE) {
    await sql`insert into person (id, name, email) values (${person}, ${name}, ${`${person}@example.org`})
      on conflict do nothing`.execute(db);
    await sql`insert into membership (area_id, person_id, role, association_id)
      values (${area}, ${person}, ${role}, ${association})`.execute(db);
  }
}

/** All that minutes consist of. */
export async function contentOf(real: Real, index: number): Promise<unknown> {
  const { db, area, meetings } = real;
  const meeting = meetings[index]?.id;
  const found = meeting && (await findMeeting(db, { area, meeting }));
  if (!found) throw new Error('No such meeting');
  const { attendance, decisions, contentHash } = await presentMinutes(db, { area, meeting }, found);
  return JSON.parse(
    JSON.stringify({
      found,
      attendance,
      decisions,
      contentHash,
      items: await listItems(db, { area, meeting }),
    }),
  );
}

/** The rules that always hold, asked of the service. */
export async function compare(model: Model, real: Real): Promise<void> {
  const { db, area } = real;
  for (const [index, { state, text }] of model.meetings.entries()) {
    const { id: meeting = '' as MeetingId, item } = real.meetings[index] ?? {};
    expect((await findMeeting(db, { area, meeting }))?.state).toBe(state);
    expect((await listItems(db, { area, meeting })).find(({ id }) => id === item)?.minute.text).toBe(text);
  }
  // Approved minutes never change.
  for (const [index, content] of real.approved) expect(await contentOf(real, index)).toEqual(content);
  await compareDecisions(model, real);
  // Open now = open at a meeting + new − closed, since whichever meeting.
  expect((await listActions(db, area)).filter(({ state }) => state === 'open')).toHaveLength(model.open);
  const steps = await listSteps(db, area);
  for (const { at, open } of model.ends) {
    const { openThen, opened, closed, openNow } = actionBalance(steps, new Date(at), new Date(model.now));
    expect([openThen, openNow]).toEqual([open, model.open]);
    expect(openNow).toBe(openThen + opened - closed);
  }
}

/** Every decision is numbered without gaps, and stands in the record by the hash of its words. */
async function compareDecisions(model: Model, { db, area, meetings }: Real): Promise<void> {
  const found = (await listDecisions(db, area, { below: null, limit: 1000 })).toReversed();
  expect(found.map(({ number, meeting, text }) => [number, meeting, text])).toEqual(
    model.decisions.map(({ meeting, text }, i) => [i + 1, meetings[meeting]?.id, text]),
  );
  const entries = await listRecord(db, area, { below: null, limit: 1000, subject: null, until: null });
  const ofDecisions = entries.filter(({ subject }) => subject.kind === 'decision').toReversed();
  const taken = ofDecisions.filter(({ act }) => act === 'decision-taken');
  expect(taken.map(({ subject }) => subject.id)).toEqual(found.map(({ number }) => String(number)));
  for (const { number, text } of found) {
    const last = ofDecisions.findLast(({ subject }) => subject.id === String(number));
    expect(last?.data.textHash).toBe(sha256(text));
  }
}
