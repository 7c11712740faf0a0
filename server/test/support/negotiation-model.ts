import type { AreaId, AssociationId, PlanId, Proposal } from '@nitaq/core';
import { expect } from 'vitest';
import type { Analyser } from '../../src/analysis/analyser.ts';
import type { AreaFolder } from '../../src/area-folder/read-area-folder.ts';
import type { Database } from '../../src/database/open-database.ts';
import { findPlanInForce } from '../../src/repositories/plan-repository.ts';
import { requireProposal } from '../../src/services/proposals/find-proposal.ts';

const START = Date.parse('2026-11-24T09:00:00Z');
/** Those whose seats are on the map: around these, holes of several sizes are cut into their territories. */
export const IDS = ['ghumayqah', 'lith', 'wasqah'] as AssociationId[];

/** How large a hole each of the three has in its territory; nothing else ever changes. */
export type Holes = readonly [number, number, number];

export interface ModelProposal {
  state: 'open' | 'objected' | 'agreed' | 'stale' | 'enacted' | 'withdrawn';
  base: Holes;
  content: Holes;
  readonly signed: Set<number>;
  readonly objected: Set<number>;
  from: number;
}

/** What everybody may know of the negotiation, in plain values. */
export class Model {
  now = START;
  readonly proposals: ModelProposal[] = [];
  /** The plans that are, were or will be in force, in their order. */
  readonly enacted: { holes: Holes; from: number }[] = [{ holes: [0, 0, 0], from: 0 }];

  get last(): Holes {
    return this.enacted.at(-1)?.holes ?? [0, 0, 0];
  }
}

/** The service, and which of its proposals is which of the model's. */
export interface Real {
  readonly db: Database;
  readonly analyser: Analyser;
  readonly folder: AreaFolder;
  readonly area: AreaId;
  readonly ids: Proposal['id'][];
  /** The id of each enacted plan, as in the model. */
  readonly plans: PlanId[];
}

export const affectedBy = (base: Holes, content: Holes) => [0, 1, 2].filter((i) => base[i] !== content[i]);

/** Settles where a proposal stands by its answers. */
export function settle(proposal: ModelProposal): void {
  const affected = affectedBy(proposal.base, proposal.content);
  if (affected.some((i) => proposal.objected.has(i))) proposal.state = 'objected';
  else proposal.state = affected.every((i) => proposal.signed.has(i)) ? 'agreed' : 'open';
}

export async function present({ db, area, ids }: Real, index: number, now: number): Promise<Proposal> {
  const proposal = ids[index];
  if (proposal === undefined) throw new Error('No such proposal');
  return (await requireProposal(db, { area, proposal }, new Date(now))).proposal;
}

/** The rules that always hold, asked of the service. */
export async function compare(model: Model, real: Real): Promise<void> {
  for (const [index, { state, from, base, content }] of model.proposals.entries()) {
    const found = await present(real, index, model.now);
    const next = model.enacted.find((one) => one.from > from)?.from ?? Infinity;
    const enacted = model.now < from ? 'scheduled' : model.now < next ? 'in-force' : 'superseded';
    expect(found.state).toBe(state === 'enacted' ? enacted : state);
    expect(found.revision.affected).toEqual(affectedBy(base, content).map((i) => IDS[i]));
  }
  // As of a day that is past, and around each beginning, always the same plan is in force: the last that had begun.
  for (const [i, { from }] of model.enacted.entries()) {
    if (from === 0) continue;
    for (const [at, plan] of [
      [from - 1, real.plans[i - 1]],
      [from, real.plans[i]],
    ] as const) {
      expect((await findPlanInForce(real.db, real.area, new Date(at)))?.id).toBe(plan);
    }
  }
}
