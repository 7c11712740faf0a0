import { locateIn } from '../geometry/territory-locator.ts';
import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { AffectedAssociation } from '../model/proposal-changes.ts';
import type { Territory } from '../model/territory.ts';
import type { VillageLocation } from '../model/village.ts';
import { borderChanges } from './border-changes.ts';
import { canonicalShare, type SignedContent } from './canonical-content.ts';
import { comparePlans, type PlanComparison } from './compare-plans.ts';
import { termsChangedFor } from './terms-changed.ts';

/** What is in force, and what is proposed in its place. All geometries must have passed `checkTerritory`. */
export interface ContentsToCompare {
  readonly boundary: MultiPolygon | null;
  readonly before: SignedContent;
  readonly after: SignedContent;
  readonly villages: readonly VillageLocation[];
}

/** Those whose villages, area, borders, shared places or terms differ, in the order of their ids. */
export function affectedAssociations(question: ContentsToCompare): AffectedAssociation[] {
  const { boundary, villages, before, after } = question;
  const [old, anew] = [drawnIn(before), drawnIn(after)];
  const compared = comparePlans({ boundary, villages, before: old, after: anew });
  const borders = borderChanges(old, anew);
  return everyoneIn(question)
    .map((association) => ({
      ...groundOf(association, compared),
      borders: borders.filter(({ associations }) => associations.includes(association)),
      termsChange: termsChangedFor(association, before, after),
    }))
    .filter(isAffected);
}

/** The share of each association in a content, as texts: who has the same in two contents has nothing new to sign. */
export function sharesOf({
  boundary,
  content,
  villages,
}: {
  readonly boundary: MultiPolygon | null;
  readonly content: SignedContent;
  readonly villages: readonly VillageLocation[];
}): Map<AssociationId, string> {
  const locator = locateIn(boundary, drawnIn(content));
  const held = villages.map(({ id, location }) => ({
    id,
    associations: location === null ? [] : locator.locate(location).associations,
  }));
  return new Map(
    content.territories.map(({ association }) => {
      const own = held.filter(({ associations }) => associations.includes(association));
      return [association, canonicalShare(content, { association, villages: own.map(({ id }) => id) })];
    }),
  );
}

/** The territories of a content that are drawn. */
export function drawnIn({ territories }: SignedContent): Territory[] {
  return territories.flatMap(({ association, geometry }) =>
    geometry === null || geometry.coordinates.length === 0 ? [] : [{ association, geometry }],
  );
}

function everyoneIn({ before, after }: ContentsToCompare): AssociationId[] {
  const ids = [...before.territories, ...after.territories].map(({ association }) => association);
  return [...new Set(ids)].sort();
}

function groundOf(
  association: AssociationId,
  { faces, villages, balances }: PlanComparison,
): Omit<AffectedAssociation, 'borders' | 'termsChange'> {
  const balance = balances.find((one) => one.association === association);
  // What is left of rounding is no change: its area counts only beside a place that changes.
  const moves = faces.some(
    ({ before, after }) => before.includes(association) !== after.includes(association),
  );
  const kept = [...faces, ...villages].filter(
    ({ before, after }) => before.includes(association) && after.includes(association),
  );
  return {
    association,
    gainedKm2: moves ? (balance?.gainedKm2 ?? 0) : 0,
    lostKm2: moves ? (balance?.lostKm2 ?? 0) : 0,
    villagesGained: villages
      .filter(({ before, after }) => !before.includes(association) && after.includes(association))
      .map(({ village }) => village),
    villagesLost: villages
      .filter(({ before, after }) => before.includes(association) && !after.includes(association))
      .map(({ village }) => village),
    sharesOtherwise: kept.length > 0,
  };
}

function isAffected({
  gainedKm2,
  lostKm2,
  villagesGained,
  villagesLost,
  borders,
  sharesOtherwise,
  termsChange,
}: AffectedAssociation): boolean {
  return (
    gainedKm2 + lostKm2 > 0 ||
    villagesGained.length + villagesLost.length + borders.length > 0 ||
    sharesOtherwise ||
    termsChange
  );
}
