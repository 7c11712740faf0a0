import type { Position } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import { joined } from './cut-plan.ts';
import type { PlanParts } from './plan-parts.ts';
import { coverOf } from './village-shifts.ts';

/** Who has each part of a plan. */
export type Owners = readonly (readonly AssociationId[])[];

export interface Severing {
  readonly divided: PlanParts;
  /** After parts were given away. */
  readonly owners: Owners;
  /** All places with a village. */
  readonly places: readonly Position[];
  readonly isLocked: (association: AssociationId) => boolean;
  /** Parts that stay with their owners even so. */
  readonly held: ReadonlySet<number>;
}

/**
 * The owners when ground without a village that was cut off from the rest of its owner's goes to whoever has most of the
 * border around it. What is larger than all that was given away stays, and the largest ground of an owner.
 */
export function withSeveredGiven(severing: Severing): Owners {
  const { divided, isLocked, held } = severing;
  const after = [...severing.owners];
  const givenM2 = areaOf(
    divided,
    divided.parts.flatMap(({ claimants }, part) =>
      severing.owners[part]?.join() === claimants.join() ? [] : [part],
    ),
  );
  for (const loser of losersOf(severing)) {
    for (const group of severedGroups(severing, loser)) {
      if (areaOf(divided, group) > givenM2 || group.some((part) => held.has(part))) continue;
      const around = ownersBeside(divided, severing.owners, group);
      const [receiver] = around.find(([id]) => id !== loser && !isLocked(id)) ?? [];
      const isBeyond = group.every((part) => !divided.parts[part]?.isWithin);
      if (receiver === undefined && !isBeyond) continue;
      for (const part of group) after[part] = receiver && divided.parts[part]?.isWithin ? [receiver] : [];
    }
  }
  return after;
}

/** Who has the parts beside some parts, and the metres of border, the longest first. */
export function ownersBeside(
  { beside }: PlanParts,
  owners: Owners,
  parts: readonly number[],
): [AssociationId, number][] {
  const metres = new Map<AssociationId, number>();
  for (const [other, lengthM] of parts.flatMap((part) => [...(beside[part] ?? [])])) {
    for (const owner of owners[other] ?? []) metres.set(owner, (metres.get(owner) ?? 0) + lengthM);
  }
  return [...metres].sort(([, a], [, b]) => b - a);
}

function losersOf({ divided, owners, isLocked }: Severing): Set<AssociationId> {
  const lost = divided.parts.flatMap(({ claimants }, part) =>
    claimants.filter((one) => !owners[part]?.includes(one)),
  );
  return new Set(lost.filter((one) => !isLocked(one)));
}

/** The connected grounds of an association, but the largest, that are next to what it lost and have no village. */
function severedGroups({ divided, owners, places }: Severing, loser: AssociationId): number[][] {
  const { parts, beside } = divided;
  const hasLost = (part: number): boolean =>
    parts[part]?.claimants.includes(loser) === true && !owners[part]?.includes(loser);
  const [, ...others] = groupsOf(divided, owners, loser).sort(
    (a, b) => areaOf(divided, b) - areaOf(divided, a),
  );
  return others.filter((group) => {
    const isAlone = group.every((part) => owners[part]?.length === 1);
    const isNext = group.some((part) => [...(beside[part]?.keys() ?? [])].some(hasLost));
    return isAlone && isNext && !hasVillage(divided, group, places);
  });
}

function hasVillage({ parts }: PlanParts, group: readonly number[], places: readonly Position[]): boolean {
  const ground = joined(group.flatMap((part) => parts[part]?.polygon ?? []));
  return places.some(coverOf(ground));
}

/** The parts of an association, those together that are beside each other. */
function groupsOf({ beside }: PlanParts, owners: Owners, association: AssociationId): number[][] {
  const left = new Set(owners.flatMap((ids, part) => (ids.includes(association) ? [part] : [])));
  const groups: number[][] = [];
  for (const first of left) {
    const group = [first];
    left.delete(first);
    // Grows while it is walked.
    for (const part of group) {
      for (const other of beside[part]?.keys() ?? []) if (left.delete(other)) group.push(other);
    }
    groups.push(group);
  }
  return groups;
}

function areaOf({ parts }: PlanParts, numbers: readonly number[]): number {
  return numbers.reduce((sum, part) => sum + (parts[part]?.areaM2 ?? 0), 0);
}
