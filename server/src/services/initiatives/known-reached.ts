import {
  type Initiative,
  knownCount,
  type NeedKind,
  nameIn,
  ofEachKind,
  type Reached,
  sumOfNeed,
  thingNamed,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listShares } from '../../repositories/need-repository.ts';
import { listReached } from '../../repositories/reached-repository.ts';
import { mayKnow } from '../known-need.ts';
import { type InitiativeQuestion, opensReached } from './known-joint-need.ts';

/**
 * Who was reached by an initiative, as a person may know it: by the rules of need, exactly where their association covers
 * the village or is let see, else in bands. Totals are sums of these: villages can be chosen, and a rounded total of one
 * choice and of the next would tell the count in which they differ.
 */
export async function knownReached(
  db: Database,
  initiative: Initiative,
  { area: here, person, ownersIn, now }: InitiativeQuestion,
): Promise<Reached> {
  const rows = await listReached(db, { area: initiative.area, initiative: initiative.id });
  const entries = rows.map((row) => ({ ...row, of: thingNamed(initiative.area, row.village) }));
  const villages: Reached['villages'] = [];
  for (const [area, theirs] of Map.groupBy(entries, ({ of }) => of.area)) {
    if (!opensReached(initiative, area, here)) continue;
    const [ownersOf, shares] = [await ownersIn(area), await listShares(db, area, now)];
    const reader = person.memberships.find((one) => one.area === area)?.association ?? null;
    for (const row of theirs) {
      const isOwn = mayKnow(reader, ownersOf(row.of.id), shares);
      const known = (kind: NeedKind) => knownCount({ count: row[kind], isOwn });
      villages.push({ village: nameIn(here, row.of), round: row.round, ...ofEachKind(known) });
    }
  }
  return { villages, total: sumOfNeed(villages) };
}
