import { type AssociationId, DomainError, type PersonId, type PlanId } from '@nitaq/core';
import type fc from 'fast-check';
import { expect } from 'vitest';
import { createPlan } from '../../src/services/create-plan.ts';
import { answerProposal } from '../../src/services/proposals/answer-proposal.ts';
import { enactProposal } from '../../src/services/proposals/enact-proposal.ts';
import { openProposal } from '../../src/services/proposals/open-proposal.ts';
import { rebaseProposal } from '../../src/services/proposals/rebase-proposal.ts';
import { reviseProposal } from '../../src/services/proposals/revise-proposal.ts';
import { withdrawProposal } from '../../src/services/proposals/withdraw-proposal.ts';
import { saveTerritories } from '../../src/services/save-territories.ts';
import { withHole } from './holes.ts';
import { coordinatorOf } from './negotiation.ts';
import {
  affectedBy,
  compare,
  type Holes,
  IDS,
  type Model,
  type ModelProposal,
  present,
  type Real,
  settle,
} from './negotiation-model.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const COUNCIL = { person: 'p-council' as PersonId, name: 'Council', role: 'council', association: null };

export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

export async function changeOf(real: Real, index: number, now: number) {
  const { id, version } = await present(real, index, now);
  const who = { actor: coordinatorOf(IDS[0] as AssociationId), client: null };
  return { area: real.area, proposal: id, version: [version], now: new Date(now), ...who };
}

/** A draft of the last plan with these holes. */
export async function draftWith(
  { db, folder, area, plans }: Real,
  holes: Holes,
  now: number,
): Promise<PlanId> {
  const who = { client: null, actor: null };
  const from = plans.at(-1);
  if (from === undefined) throw new Error('A plan is in force');
  const input = { title: 'Draft', from };
  const { id } = await createPlan(db, { area, input, idempotencyKey: null, now: new Date(now), ...who });
  const territories = IDS.map((association, i) => ({
    association,
    version: 1,
    geometry: withHole(folder, association, holes[i] ?? 0),
  }));
  await saveTerritories(db, { area, plan: id, ...who }, { territories });
  return id;
}

export abstract class Act implements fc.AsyncCommand<Model, Real> {
  protected abstract readonly name: string;
  readonly pick: number;

  constructor(pick: number) {
    this.pick = pick;
  }

  check({ proposals }: Readonly<Model>): boolean {
    return proposals.length > 0;
  }

  /** Does it to both; returns what the model expects and what the service did. */
  protected abstract both(model: Model, real: Real, index: number): Promise<[expected: string, did: string]>;

  /** Mostly one that can still change. */
  protected choose({ proposals }: Model): number {
    const all = proposals.map((_, i) => i);
    const isOver = (i: number) => ['enacted', 'withdrawn'].includes(proposals[i]?.state ?? '');
    const pending = all.filter((i) => !isOver(i));
    const among = pending.length > 0 && this.pick % 8 !== 0 ? pending : all;
    return among[this.pick % Math.max(1, among.length)] ?? 0;
  }

  async run(model: Model, real: Real): Promise<void> {
    const index = this.choose(model);
    const [expected, did] = await this.both(model, real, index);
    expect(did, `${this}`).toBe(expected);
    await compare(model, real);
  }

  toString(): string {
    return `${this.name}(${this.pick})`;
  }
}

export class Open extends Act {
  protected readonly name = 'Open';
  readonly holes: Holes;

  constructor(holes: Holes) {
    super(0);
    this.holes = holes;
  }

  override check(): boolean {
    return true;
  }

  protected async both(model: Model, real: Real): Promise<[string, string]> {
    const draft = await draftWith(real, this.holes, model.now);
    const did = outcomeOf(
      openProposal(real.db, real.analyser, {
        area: real.area,
        input: { draft, title: 'P', reason: 'Why', deadline: '2030-01-01T00:00:00Z' },
        actor: coordinatorOf(IDS[0] as AssociationId),
        idempotencyKey: null,
        client: null,
        now: new Date(model.now),
      }).then(({ id }) => real.ids.push(id)),
    );
    if (affectedBy(model.last, this.holes).length === 0) return ['proposal-changes-nothing', await did];
    const answers = { signed: new Set<number>(), objected: new Set<number>() };
    model.proposals.push({
      state: 'open',
      base: model.last,
      content: this.holes,
      from: Infinity,
      ...answers,
    });
    return ['done', await did];
  }

  override toString(): string {
    return `Open(${this.holes})`;
  }
}

export class Answer extends Act {
  protected readonly name = 'Answer';
  readonly by: number;
  readonly objects: boolean;

  constructor(pick: number, by: number, objects: boolean) {
    super(pick);
    this.by = by;
    this.objects = objects;
  }

  protected async both(model: Model, real: Real, index: number): Promise<[string, string]> {
    const proposal = model.proposals[index] as ModelProposal;
    const { id, revision } = await present(real, index, model.now);
    const association = IDS[this.by] as AssociationId;
    const { contentHash } = revision;
    const did = await outcomeOf(
      answerProposal(real.db, {
        area: real.area,
        proposal: id,
        association,
        input: this.objects
          ? { answer: 'objected', contentHash, reason: 'No' }
          : { answer: 'signed', contentHash },
        actor: coordinatorOf(association),
        client: null,
        now: new Date(model.now),
      }),
    );
    if (proposal.state === 'stale') return ['proposal-stale', did];
    if (proposal.state === 'enacted' || proposal.state === 'withdrawn') return ['proposal-closed', did];
    if (!affectedBy(proposal.base, proposal.content).includes(this.by)) return ['not-affected', did];
    proposal.signed.delete(this.by);
    proposal.objected.delete(this.by);
    (this.objects ? proposal.objected : proposal.signed).add(this.by);
    settle(proposal);
    return ['done', did];
  }

  override toString(): string {
    return `Answer(${this.pick}, ${IDS[this.by]}, ${this.objects ? 'objects' : 'signs'})`;
  }
}

/** Everyone affected signs one after the other. */
export class SignAll extends Act {
  protected readonly name = 'SignAll';

  protected async both(model: Model, real: Real, index: number): Promise<[string, string]> {
    const { base, content } = model.proposals[index] as ModelProposal;
    for (const by of affectedBy(base, content)) await new Answer(this.pick, by, false).run(model, real);
    return ['', ''];
  }
}

export class Revise extends Act {
  protected readonly name = 'Revise';
  readonly holes: Holes;

  constructor(pick: number, holes: Holes) {
    super(pick);
    this.holes = holes;
  }

  protected async both(model: Model, real: Real, index: number): Promise<[string, string]> {
    const proposal = model.proposals[index] as ModelProposal;
    const draft = await draftWith(real, this.holes, model.now);
    const change = await changeOf(real, index, model.now);
    const did = await outcomeOf(reviseProposal(real.db, real.analyser, { ...change, draft }));
    if (affectedBy(model.last, this.holes).length === 0) return ['proposal-changes-nothing', did];
    if (proposal.state === 'enacted' || proposal.state === 'withdrawn') return ['proposal-closed', did];
    const isSame = affectedBy(proposal.content, this.holes).length === 0;
    if (isSame && proposal.state !== 'stale') return ['proposal-changes-nothing', did];
    Object.assign(proposal, { state: 'open', base: model.last, content: this.holes });
    proposal.signed.clear();
    proposal.objected.clear();
    return ['done', did];
  }

  override toString(): string {
    return `Revise(${this.pick}, ${this.holes})`;
  }
}

export class Rebase extends Act {
  protected readonly name = 'Rebase';

  protected override choose(model: Model): number {
    const stale = model.proposals.findIndex(({ state }) => state === 'stale');
    return stale < 0 ? super.choose(model) : stale;
  }

  protected async both(model: Model, real: Real, index: number): Promise<[string, string]> {
    const proposal = model.proposals[index] as ModelProposal;
    const did = await outcomeOf(
      rebaseProposal(real.db, real.analyser, await changeOf(real, index, model.now)),
    );
    if (proposal.state !== 'stale') return ['proposal-not-stale', did];
    const { base, content } = proposal;
    const theirs = model.last;
    const isContested = [0, 1, 2].some(
      (i) => theirs[i] !== base[i] && content[i] !== base[i] && theirs[i] !== content[i],
    );
    if (isContested) return ['rebase-conflicts', did];
    const merged = [0, 1, 2].map((i) =>
      content[i] === base[i] ? theirs[i] : content[i],
    ) as unknown as Holes;
    if (affectedBy(theirs, merged).length === 0) return ['proposal-changes-nothing', did];
    Object.assign(proposal, { base: theirs, content: merged });
    settle(proposal);
    return ['done', did];
  }
}

export class Withdraw extends Act {
  protected readonly name = 'Withdraw';

  protected async both(model: Model, real: Real, index: number): Promise<[string, string]> {
    const proposal = model.proposals[index] as ModelProposal;
    const did = await outcomeOf(withdrawProposal(real.db, await changeOf(real, index, model.now)));
    if (proposal.state === 'enacted' || proposal.state === 'withdrawn') return ['proposal-closed', did];
    proposal.state = 'withdrawn';
    return ['done', did];
  }
}

/** All agreed proposals, or else one that is not, put into force at once, from the first day that can be. */
export class Enact extends Act {
  protected readonly name = 'Enact';

  protected async both(model: Model, real: Real, index: number): Promise<[string, string]> {
    const proposal = model.proposals[index] as ModelProposal;
    const agreed = model.proposals.flatMap(({ state }, i) => (state === 'agreed' ? [i] : []));
    const tried = agreed.length > 0 ? [...agreed, ...agreed] : [index];
    const latest = Math.max(model.now, model.enacted.at(-1)?.from ?? 0);
    // Midnight in Riyadh is at 21:00 UTC.
    const from = Math.floor((latest + 3 * HOUR_MS) / DAY_MS) * DAY_MS + DAY_MS - 3 * HOUR_MS;
    const day = new Date(from + 3 * HOUR_MS).toISOString().slice(0, 10);
    const changes = await Promise.all(tried.map((i) => changeOf(real, i, model.now)));
    const enactFrom = (begin: string) =>
      Promise.all(
        changes.map((change) =>
          outcomeOf(enactProposal(real.db, { ...change, actor: COUNCIL, from: begin })),
        ),
      );
    if (agreed.length > 0) {
      // Nothing is back-dated: neither to today, nor to before the last plan that is to come into force.
      const tooEarly = await enactFrom(new Date(from + 3 * HOUR_MS - DAY_MS).toISOString().slice(0, 10));
      expect([...new Set(tooEarly)]).toEqual(['enactment-too-early']);
    }
    const outcomes = await enactFrom(day);
    if (agreed.length === 0) {
      const refusals = {
        stale: 'proposal-stale',
        open: 'proposal-not-agreed',
        objected: 'proposal-not-agreed',
      };
      const { state } = proposal;
      const isPending = state === 'stale' || state === 'open' || state === 'objected';
      return [isPending ? refusals[state] : 'proposal-closed', outcomes.join()];
    }
    const winners = tried.filter((_, i) => outcomes[i] === 'done');
    if (winners.length !== 1) return ['one winner', `${winners.length} winners`];
    for (const other of model.proposals) {
      if (other.state === 'open' || other.state === 'objected' || other.state === 'agreed')
        other.state = 'stale';
    }
    const won = model.proposals[winners[0] ?? -1] as ModelProposal;
    Object.assign(won, { state: 'enacted', from });
    model.enacted.push({ holes: won.content, from });
    real.plans.push((await present(real, winners[0] ?? -1, model.now)).revision.plan);
    return ['one winner', 'one winner'];
  }
}

export class Wait extends Act {
  protected readonly name = 'Wait';

  override check(): boolean {
    return true;
  }

  protected async both(model: Model): Promise<[string, string]> {
    model.now += (1 + (this.pick % 40)) * HOUR_MS;
    return ['', ''];
  }
}
