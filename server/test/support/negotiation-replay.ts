import type { AssociationId, PlanId } from '@nitaq/core';
import { expect } from 'vitest';
import { entriesAfter } from '../../src/repositories/record-repository.ts';
import { contentHashOf, loadContent } from '../../src/services/proposals/plan-content.ts';
import type { Real } from './negotiation-model.ts';

/** What the record alone says of a proposal, up to one of its entries. */
interface Replayed {
  readonly plan: PlanId;
  readonly base: PlanId | null;
  readonly hash: string;
  readonly affected: readonly AssociationId[];
  readonly signed: ReadonlySet<AssociationId>;
}

interface Data {
  readonly plan: PlanId;
  readonly base: PlanId | null;
  readonly contentHash: string;
  readonly affected: readonly AssociationId[];
  readonly unchangedFor?: readonly AssociationId[];
  readonly association: AssociationId;
  readonly inForceFrom: string;
}

/**
 * Goes through the record of an area as somebody would who has nothing else: each content has the hash that it was signed
 * under, and each plan came into force on the one before it, signed by all whom it changed anything for.
 */
export async function replay({ db, area, plans }: Real): Promise<void> {
  const proposals = new Map<string, Replayed>();
  const enacted: { plan: PlanId; from: string }[] = [{ plan: plans[0] as PlanId, from: '' }];
  for (const { act, subject, data: text } of await entriesAfter(db, area, { after: 0, limit: 10_000 })) {
    const data: Data = JSON.parse(text);
    const before = proposals.get(subject.id);
    const signed = before?.signed ?? new Set();
    if (act === 'proposal-opened' || act === 'proposal-revised' || act === 'proposal-rebased') {
      const { plan, base, contentHash: hash, affected, unchangedFor = [] } = data;
      expect(contentHashOf(await loadContent(db, area, plan)), `${act} ${subject.id}`).toBe(hash);
      const kept = unchangedFor.filter((one) => signed.has(one));
      proposals.set(subject.id, { plan, base, hash, affected, signed: new Set(kept) });
    } else if (before && (act === 'proposal-signed' || act === 'proposal-objected-to')) {
      expect(data.contentHash).toBe(before.hash);
      const others = [...signed].filter((one) => one !== data.association);
      const now = act === 'proposal-signed' ? [...others, data.association] : others;
      proposals.set(subject.id, { ...before, signed: new Set(now) });
    } else if (before && act === 'proposal-enacted') {
      const last = enacted.at(-1);
      expect([data.plan, data.contentHash, before.base]).toEqual([before.plan, before.hash, last?.plan]);
      expect([...before.signed]).toEqual(expect.arrayContaining([...before.affected]));
      expect(data.inForceFrom > (last?.from ?? '')).toBe(true);
      enacted.push({ plan: data.plan, from: data.inForceFrom });
    }
  }
  expect(enacted.map(({ plan }) => plan)).toEqual(plans);
}
