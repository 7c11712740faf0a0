import type { AssociationId } from '@nitaq/core';
import { expect } from 'vitest';
import { findPlan } from '../../src/repositories/plan-repository.ts';
import { deleteDraft } from '../../src/services/delete-draft.ts';
import { answerProposal } from '../../src/services/proposals/answer-proposal.ts';
import { reviseProposal } from '../../src/services/proposals/revise-proposal.ts';
import { withdrawProposal } from '../../src/services/proposals/withdraw-proposal.ts';
import { saveTerritories } from '../../src/services/save-territories.ts';
import { withHole } from './holes.ts';
import { coordinatorOf } from './negotiation.ts';
import { Act, changeOf, draftWith, outcomeOf } from './negotiation-acts.ts';
import {
  affectedBy,
  type Holes,
  IDS,
  type Model,
  type ModelProposal,
  present,
  type Real,
  settle,
} from './negotiation-model.ts';

const isPending = ({ state }: ModelProposal) => state !== 'enacted' && state !== 'withdrawn';

/** Everyone affected signs at the same time, each from two browsers. */
export class SignTogether extends Act {
  protected readonly name = 'SignTogether';

  protected async both(model: Model, real: Real, index: number): Promise<[string, string]> {
    const proposal = model.proposals[index] as ModelProposal;
    const { id, revision } = await present(real, index, model.now);
    const affected = affectedBy(proposal.base, proposal.content);
    const sign = (by: number) =>
      outcomeOf(
        answerProposal(real.db, {
          area: real.area,
          proposal: id,
          association: IDS[by] as AssociationId,
          input: { answer: 'signed', contentHash: revision.contentHash },
          actor: coordinatorOf(IDS[by] as AssociationId),
          client: null,
          now: new Date(model.now),
        }),
      );
    const did = [...new Set(await Promise.all([...affected, ...affected].map(sign)))].join();
    if (proposal.state === 'stale') return ['proposal-stale', did];
    if (!isPending(proposal)) return ['proposal-closed', did];
    proposal.objected.clear();
    for (const by of affected) proposal.signed.add(by);
    settle(proposal);
    return ['done', did];
  }
}

/** A revision and two withdrawals at once, all made on the same version. */
export class Contend extends Act {
  protected readonly name = 'Contend';
  readonly holes: Holes;

  constructor(pick: number, holes: Holes) {
    super(pick);
    this.holes = holes;
  }

  protected async both(model: Model, real: Real, index: number): Promise<[string, string]> {
    const proposal = model.proposals[index] as ModelProposal;
    const draft = await draftWith(real, this.holes, model.now);
    const change = await changeOf(real, index, model.now);
    const outcomes = await Promise.all([
      outcomeOf(withdrawProposal(real.db, change)),
      outcomeOf(reviseProposal(real.db, real.analyser, { ...change, draft })),
      outcomeOf(withdrawProposal(real.db, change)),
    ]);
    const winners = outcomes.flatMap((outcome, i) => (outcome === 'done' ? [i] : []));
    const expected = isPending(proposal) ? 1 : 0;
    for (const outcome of outcomes) {
      expect(['done', 'changed-since', 'proposal-closed', 'proposal-changes-nothing']).toContain(outcome);
    }
    // Whoever comes second is told, and what they drew is still theirs.
    expect(await findPlan(real.db, real.area, draft, new Date(model.now))).toMatchObject({ state: 'draft' });
    if (winners.includes(1)) {
      Object.assign(proposal, { state: 'open', base: model.last, content: this.holes });
      proposal.signed.clear();
      proposal.objected.clear();
    } else if (winners.length > 0) proposal.state = 'withdrawn';
    return [`${expected} winners`, `${winners.length} winners`];
  }

  override toString(): string {
    return `Contend(${this.pick}, ${this.holes})`;
  }
}

/** Somebody draws on a plan that is, was or will be in force, or on what others sign, and deletes it. */
export class Meddle extends Act {
  protected readonly name = 'Meddle';

  protected async both(model: Model, real: Real, index: number): Promise<[string, string]> {
    const { revision } = await present(real, index, model.now);
    const plans = [revision.plan, ...real.plans];
    const plan = plans[this.pick % plans.length] ?? revision.plan;
    const who = { area: real.area, client: null, actor: null };
    const association = IDS[0] as AssociationId;
    const territories = [{ association, version: 1, geometry: withHole(real.folder, association, 2) }];
    const drawn = await outcomeOf(saveTerritories(real.db, { ...who, plan }, { territories }));
    const deleted = await outcomeOf(deleteDraft(real.db, { ...who, plan, version: 'any' }));
    return ['plan-not-a-draft,plan-not-a-draft', `${drawn},${deleted}`];
  }
}
