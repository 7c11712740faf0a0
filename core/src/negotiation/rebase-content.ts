import type { MultiPolygon } from '../model/geometry.ts';
import type { AssociationId } from '../model/ids.ts';
import type { RebaseConflict } from '../model/proposal-changes.ts';
import type { SharedZone } from '../model/shared-zone.ts';
import type { VillageLocation } from '../model/village.ts';
import { drawnIn } from './affected-associations.ts';
import {
  canonicalReason,
  canonicalTerritory,
  canonicalZone,
  type SignedContent,
  type SignedTerritory,
} from './canonical-content.ts';
import { comparePlans } from './compare-plans.ts';
import { mergeLists } from './merge-lists.ts';
import { newTrouble } from './new-trouble.ts';

/** Three contents of one area. All geometries must have passed `checkTerritory`. */
export interface ContentsToMerge {
  readonly boundary: MultiPolygon | null;
  /** What was in force when the proposal was made. */
  readonly base: SignedContent;
  /** What has come into force since. */
  readonly theirs: SignedContent;
  /** What is proposed. */
  readonly ours: SignedContent;
  readonly villages: readonly VillageLocation[];
}

export interface Rebased {
  /** Where there is a conflict about a territory, it is as proposed. */
  readonly content: SignedContent;
  /** None: the proposal stands on what is in force now. */
  readonly conflicts: readonly RebaseConflict[];
}

/**
 * Puts a proposal on the plan that is in force now. Changes of different territories merge by themselves, and so do equal
 * ones; then no place may be a gap or an overlap that was none in either. Errors: `TooManyCrossingsError`.
 */
export function rebaseContent(question: ContentsToMerge): Rebased {
  const { boundary, base, theirs, ours } = question;
  const ids = [base, theirs, ours].flatMap(({ territories }) =>
    territories.map(({ association }) => association),
  );
  const merged = [...new Set(ids)].sort().map((association) => mergedTerritory(association, question));
  const zones = mergeLists({ base: base.zones, theirs: theirs.zones, ours: ours.zones }, canonicalZone);
  const reasons = mergeLists(
    { base: base.reasons, theirs: theirs.reasons, ours: ours.reasons },
    canonicalReason,
  );
  const territories = merged.map(({ territory }) => territory);
  const content = { area: ours.area, territories, zones: zones.merged, reasons: reasons.merged };
  return {
    content,
    conflicts: [
      ...merged
        .filter(({ isContested }) => isContested)
        .map(({ territory: { association } }) => territoryConflict(association, question)),
      ...newTrouble({ boundary, merged: drawnIn(content), theirs: drawnIn(theirs), ours: drawnIn(ours) }),
      ...zoneConflicts(zones.addedByTheirs, zones.addedByOurs),
    ],
  };
}

function mergedTerritory(
  association: AssociationId,
  { base, theirs, ours }: ContentsToMerge,
): { readonly territory: SignedTerritory; readonly isContested: boolean } {
  const [was, now, proposed] = [base, theirs, ours].map((content) => geometryIn(content, association));
  const [before, their, our] = [was, now, proposed].map((geometry) => canonicalTerritory(geometry ?? null));
  const isTheirs = our === before;
  return {
    territory: { association, geometry: (isTheirs ? now : proposed) ?? null },
    isContested: !isTheirs && their !== before && their !== our,
  };
}

function geometryIn({ territories }: SignedContent, association: AssociationId): MultiPolygon | null {
  return territories.find((territory) => territory.association === association)?.geometry ?? null;
}

function territoryConflict(
  association: AssociationId,
  { boundary, villages, theirs, ours }: ContentsToMerge,
): RebaseConflict {
  const [before, after] = [theirs, ours].map((content) =>
    drawnIn(content).filter((territory) => territory.association === association),
  );
  const compared = comparePlans({ boundary, villages, before: before ?? [], after: after ?? [] });
  return {
    kind: 'territory',
    association,
    places: compared.faces.map(({ polygon }) => polygon),
    villages: compared.villages.map(({ village }) => village),
  };
}

function zoneConflicts(theirs: readonly SharedZone[], ours: readonly SharedZone[]): RebaseConflict[] {
  const known = new Set(theirs.map((zone) => partiesOf(zone).join(' ')));
  return ours
    .map(partiesOf)
    .filter((parties, i, all) => all.findIndex((one) => one.join(' ') === parties.join(' ')) === i)
    .filter((parties) => known.has(parties.join(' ')))
    .map((associations) => ({ kind: 'zones', associations }));
}

function partiesOf({ lead, partners }: SharedZone): AssociationId[] {
  return [lead, ...partners].sort();
}
