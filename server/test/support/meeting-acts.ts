import {
  type ActionState,
  DomainError,
  isRecorded,
  type MeetingStep,
  meetingAfter,
  type Person,
} from '@nitaq/core';
import type fc from 'fast-check';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { listActions } from '../../src/repositories/action-repository.ts';
import { listDecisions } from '../../src/repositories/decision-repository.ts';
import { findMeeting } from '../../src/repositories/meeting-repository.ts';
import { editAction, openAction } from '../../src/services/actions/change-action.ts';
import { addToAgenda } from '../../src/services/meetings/agenda-edits.ts';
import { approveMinutes, attend } from '../../src/services/meetings/attend.ts';
import { planMeeting } from '../../src/services/meetings/plan-meeting.ts';
import { presentMinutes } from '../../src/services/meetings/read-minutes.ts';
import { reword } from '../../src/services/meetings/reword-decision.ts';
import { stepMeeting } from '../../src/services/meetings/step-meeting.ts';
import { takeDecision } from '../../src/services/meetings/take-decision.ts';
import { writeDown } from '../../src/services/meetings/write-minute.ts';
import type { Actor } from '../../src/services/proposals/actor.ts';
import { compare, contentOf, type Model, type ModelMeeting, PEOPLE, type Real } from './meeting-model.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const council = PEOPLE[0] as Actor;

function personOf({ person, name, role, association }: Actor, area: Real['area']): Person {
  const membership = { area, role, association } as Person['memberships'][number];
  return { id: person, name, email: '', memberships: [membership], secondFactor: true, provenTwice: true };
}

abstract class Act implements fc.AsyncCommand<Model, Real> {
  readonly pick: number;

  constructor(pick: number) {
    this.pick = pick;
  }

  check(_: Readonly<Model>): boolean {
    return true;
  }

  /** Does it to both; returns what the model expects and what the service did. */
  protected abstract both(model: Model, real: Real): Promise<[expected: string, did: string]>;

  async run(model: Model, real: Real): Promise<void> {
    model.now += HOUR_MS;
    const [expected, did] = await this.both(model, real);
    expect(did, `${this}`).toBe(expected);
    await compare(model, real);
  }

  toString(): string {
    return `${this.constructor.name}(${this.pick})`;
  }
}

/** Something done to one of the meetings, mostly to the last. */
abstract class MeetingAct extends Act {
  override check({ meetings }: Readonly<Model>): boolean {
    return meetings.length > 0;
  }

  protected abstract at(model: Model, real: Real, index: number): Promise<[string, string]>;

  protected both(model: Model, real: Real): Promise<[string, string]> {
    const last = model.meetings.length - 1;
    return this.at(model, real, this.pick % 5 === 0 ? this.pick % (last + 1) : last);
  }
}

async function doingOf(model: Model, real: Real, index: number, actor = council) {
  const { area, meetings, db } = real;
  const { id: meeting, item } = meetings[index] as Real['meetings'][number];
  const present = await findMeeting(db, { area, meeting });
  if (present === null) throw new Error('No such meeting');
  return { area, meeting, item, actor, client: null, now: new Date(model.now), present };
}

export class Plan extends Act {
  protected async both(model: Model, real: Real): Promise<[string, string]> {
    const { db, area } = real;
    const who = { actor: council, idempotencyKey: null, client: null, now: new Date(model.now) };
    const startsAt = new Date(model.now + DAY_MS).toISOString();
    const input = { title: 'M', startsAt, durationMinutes: 60, place: '' };
    const { id: meeting } = await planMeeting(db, { area, input, ...who });
    const added = { about: { kind: 'note' as const }, title: 'I' };
    const item = await addToAgenda(db, { area, meeting, input: added, ...who });
    model.meetings.push({ state: 'planned', text: '', present: new Set() });
    real.meetings.push({ id: meeting, item });
    return ['', ''];
  }
}

export class Step extends MeetingAct {
  readonly step: MeetingStep['act'];

  constructor(pick: number, step: MeetingStep['act']) {
    super(pick);
    this.step = step;
  }

  protected async at(model: Model, real: Real, index: number): Promise<[string, string]> {
    const { present, ...doing } = await doingOf(model, real, index);
    const step = this.step === 'cancel' ? { act: this.step, reason: 'R' } : { act: this.step };
    const facts = { facts: [], plan: null };
    const did = await outcomeOf(stepMeeting(real.db, { ...doing, version: [present.version], step, facts }));
    const meeting = model.meetings[index] as ModelMeeting;
    const after = meetingAfter(meeting.state, this.step);
    if (after === null) return ['meeting-state-forbids', did];
    if (after === 'running' && model.meetings.some(({ state }) => state === 'running')) {
      return ['another-meeting-running', did];
    }
    meeting.state = after;
    // A meeting that is opened again was not over.
    if (after === 'held') model.ends.push({ at: model.now, open: model.open });
    return ['done', did];
  }

  override toString(): string {
    return `Step(${this.pick}, ${this.step})`;
  }
}

function refusalOf(state: ModelMeeting['state']): string | null {
  if (state === 'approved') return 'minutes-approved';
  return isRecorded(state) ? null : 'meeting-state-forbids';
}

/** Two write at once on what both have read: one is told what the other wrote. */
export class Write extends MeetingAct {
  protected async at(model: Model, real: Real, index: number): Promise<[string, string]> {
    const { item, ...doing } = await doingOf(model, real, index);
    const before = await this.#versionOf(real, index);
    const texts = [`one ${model.now}`, `other ${model.now}`] as const;
    const outcomes = await Promise.all(
      texts.map((text, i) =>
        outcomeOf(
          writeDown(real.db, { ...doing, item, actor: PEOPLE[i] ?? council, text, version: [before] }),
        ),
      ),
    );
    const meeting = model.meetings[index] as ModelMeeting;
    const refusal = refusalOf(meeting.state);
    if (refusal !== null) return [`${refusal},${refusal}`, outcomes.join()];
    meeting.text = texts[outcomes.indexOf('done')] ?? '';
    return ['changed-since,done', outcomes.toSorted().join()];
  }

  async #versionOf({ db, area, meetings }: Real, index: number): Promise<number> {
    const { rows } = await sql<{ version: number }>`select minute_version as version from agenda_item
      where area_id = ${area} and item_id = ${meetings[index]?.item}`.execute(db);
    return rows[0]?.version ?? 0;
  }
}

export class Attend extends MeetingAct {
  protected async at(model: Model, real: Real, index: number): Promise<[string, string]> {
    const doing = await doingOf(model, real, index);
    const who = this.pick % PEOPLE.length;
    const isThere = this.pick % 3 !== 0;
    const attendee = (PEOPLE[who] as Actor).person;
    const presence = isThere ? ('present' as const) : ('absent' as const);
    const did = await outcomeOf(
      attend(real.db, { ...doing, person: personOf(council, real.area), attendee, presence }),
    );
    const meeting = model.meetings[index] as ModelMeeting;
    if (meeting.state === 'approved') return ['minutes-approved', did];
    if (meeting.state === 'cancelled') return ['meeting-state-forbids', did];
    if (isThere) meeting.present.add(who);
    else meeting.present.delete(who);
    return ['done', did];
  }
}

/** Everyone approves, whoever was there; twice, as where an answer was lost. */
export class Approve extends MeetingAct {
  protected async at(model: Model, real: Real, index: number): Promise<[string, string]> {
    const meeting = model.meetings[index] as ModelMeeting;
    const expected: string[] = [];
    const did: string[] = [];
    for (const [who, actor] of [...PEOPLE.entries()].slice(this.pick % 2)) {
      const { present, ...doing } = await doingOf(model, real, index, actor);
      const { contentHash, attendance } = await presentMinutes(real.db, doing, present);
      const given = attendance.find(({ person }) => person === actor.person)?.approval === 'given';
      const hash = contentHash ?? '0'.repeat(64);
      did.push(await outcomeOf(approveMinutes(real.db, { ...doing, contentHash: hash })));
      if (meeting.state === 'approved' && given) expected.push('done');
      else if (meeting.state !== 'held') expected.push('meeting-state-forbids');
      else if (!meeting.present.has(who)) expected.push('not-present');
      else {
        expected.push('done');
        const after = await presentMinutes(real.db, doing, present);
        const isAll = after.attendance.every(({ approves, approval }) => !approves || approval === 'given');
        if (isAll) {
          meeting.state = 'approved';
          real.approved.set(index, await contentOf(real, index));
        }
      }
    }
    return [expected.join(), did.join()];
  }
}

/** A decision, which is a note or makes an action; sent twice with one key. */
export class Decide extends MeetingAct {
  protected async at(model: Model, real: Real, index: number): Promise<[string, string]> {
    const { db, area } = real;
    const { item, ...doing } = await doingOf(model, real, index);
    const text = `decision ${model.now}`;
    const owner = { association: 'lith' as Actor['association'], person: null };
    const isAction = this.pick % 2 === 0;
    const outcome = isAction
      ? { kind: 'action' as const, owner, dueOn: '2026-12-20' }
      : { kind: 'note' as const };
    const person = personOf(council, area);
    const taking = { ...doing, person, input: { item, text, outcome }, idempotencyKey: text };
    const outcomes = await Promise.all([1, 2].map(() => outcomeOf(takeDecision(db, taking))));
    const refusal = refusalOf((model.meetings[index] as ModelMeeting).state);
    if (refusal !== null) return [`${refusal},${refusal}`, outcomes.join()];
    model.decisions.push({ meeting: index, text });
    if (isAction) model.actions.push('open');
    return ['done,done', outcomes.join()];
  }
}

export class Reword extends Act {
  override check({ decisions }: Readonly<Model>): boolean {
    return decisions.length > 0;
  }

  protected async both(model: Model, real: Real): Promise<[string, string]> {
    const { db, area } = real;
    const number = (this.pick % model.decisions.length) + 1;
    const decision = model.decisions[number - 1] as Model['decisions'][number];
    const text = `${decision.text} anew`;
    const doing = { area, actor: council, client: null, now: new Date(model.now) };
    const did = await outcomeOf(reword(db, { ...doing, number, text, version: 'any' }));
    if (model.meetings[decision.meeting]?.state === 'approved') return ['minutes-approved', did];
    decision.text = text;
    return ['done', did];
  }
}

export class MakeAction extends Act {
  protected async both(model: Model, real: Real): Promise<[string, string]> {
    const owner = { association: 'wasqah' as Actor['association'], person: null };
    const input = { title: 'A', owner, dueOn: '2026-12-01' };
    const who = { actor: council, client: null, now: new Date(model.now), idempotencyKey: null, of: null };
    await openAction(real.db, { area: real.area, input, ...who });
    model.actions.push('open');
    return ['', ''];
  }
}

export class ChangeAction extends Act {
  readonly state: ActionState;

  constructor(pick: number, state: ActionState) {
    super(pick);
    this.state = state;
  }

  override check({ actions }: Readonly<Model>): boolean {
    return actions.length > 0;
  }

  protected async both(model: Model, real: Real): Promise<[string, string]> {
    const { db, area } = real;
    const all = (await listActions(db, area)).toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
    const index = this.pick % all.length;
    const { id: action, version } = all[index] as (typeof all)[number];
    const doing = { area, action, actor: council, client: null, now: new Date(model.now) };
    const person = personOf(council, area);
    const did = await outcomeOf(
      editAction(db, { ...doing, edit: { state: this.state }, version: [version], person }),
    );
    model.actions[index] = this.state;
    return ['done', did];
  }

  override toString(): string {
    return `ChangeAction(${this.pick}, ${this.state})`;
  }
}

/** Somebody with the password of the database changes what was approved. */
export class Tamper extends Act {
  protected async both(model: Model, { db, area, meetings }: Real): Promise<[string, string]> {
    const index = model.meetings.findIndex(({ state }) => state === 'approved');
    const id = meetings[index]?.id;
    const [first] = await listDecisions(db, area, { below: null, limit: 1 });
    const statements = [
      ...(id === undefined
        ? []
        : [
            sql`update meeting set place = 'x' where area_id = ${area} and meeting_id = ${id}`,
            sql`update agenda_item set minute_text = 'x' where area_id = ${area} and meeting_id = ${id}`,
            sql`delete from attendance where area_id = ${area} and meeting_id = ${id}`,
            sql`update decision set text = 'x' where area_id = ${area} and meeting_id = ${id}`,
          ]),
      ...(first === undefined ? [] : [sql`delete from decision where area_id = ${area}`]),
    ];
    for (const statement of statements) {
      const done = await statement.execute(db).catch((error: { code?: string }) => error.code);
      const isRefused = done === 'NT007' || done === 'NT008';
      // Nothing to change is no change.
      if (!isRefused && Number((done as { numAffectedRows?: bigint }).numAffectedRows ?? 0) > 0)
        return ['', 'changed'];
    }
    return ['', ''];
  }
}
