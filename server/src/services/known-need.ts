import {
  type AreaId,
  type AreaNeed,
  type AssociationId,
  knownCount,
  knownTotal,
  ofEachKind,
  type Person,
  sumOfKnown,
} from '@nitaq/core';
import type { Database } from '../database/open-database.ts';
import { listNeed, listShares, type NeedRow, type NeedShare } from '../repositories/need-repository.ts';
import type { OwnersOf } from './coverage-lookup.ts';

export interface NeedQuestion {
  readonly area: AreaId;
  readonly person: Person;
  /** Who covers it in the plan in force. */
  readonly ownersOf: OwnersOf;
  readonly now: Date;
  /** Another instant that is asked about, and who covered what then; null: now. */
  readonly asOf: { readonly instant: Date; readonly ownersOf: OwnersOf } | null;
}

/**
 * The need of an area as a person may know it: the counts of villages that their association covers, or whose association
 * shares them, exactly; others in bands; totals so that no count follows from them. Of another day the totals are sums of
 * bands: other groups of the same villages, each rounded on its own, would tell the counts in which they differ.
 */
export async function knownNeed(
  db: Database,
  { area, person, ownersOf, now, asOf }: NeedQuestion,
): Promise<AreaNeed> {
  const [rows, shares] = await Promise.all([
    listNeed(db, area, asOf?.instant ?? null),
    listShares(db, area, now),
  ]);
  const ownersThen = asOf?.ownersOf ?? ownersOf;
  const reader = person.memberships.find((one) => one.area === area)?.association ?? null;
  const isOwn = (row: NeedRow) => mayKnow(reader, ownersOf(row.village), shares);
  const villages = rows.map((row) => ({
    village: row.village,
    round: row.round,
    ...ofEachKind((kind) => knownCount({ count: row[kind], isOwn: isOwn(row) })),
  }));
  const owners = [...new Set(rows.flatMap(({ village }) => ownersThen(village)))].sort();
  const associations = owners.map((association) => {
    const theirs = rows.filter(({ village }) => ownersThen(village).includes(association));
    return {
      association,
      ...ofEachKind((kind) => {
        const counts = theirs.map((row) => ({ count: row[kind], isOwn: isOwn(row) }));
        return asOf === null ? knownTotal(counts) : sumOfKnown(counts.map(knownCount));
      }),
    };
  });
  return { villages, associations, shares };
}

/** Whether an association, or whoever has none (null), may know the counts of a village that these cover. */
export function mayKnow(
  reader: AssociationId | null,
  owners: readonly AssociationId[],
  shares: readonly NeedShare[],
): boolean {
  if (reader === null || owners.length === 0) return false;
  if (owners.includes(reader)) return true;
  // Where two claim a village, both let the third one see.
  return owners.every((owner) => shares.some((share) => share.owner === owner && share.reader === reader));
}
