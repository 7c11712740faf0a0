import { expect, test } from 'vitest';
import { associationId } from '../../test/fixtures/rectangles.ts';
import { isShipped, shippedPlan } from '../../test/fixtures/shipped-plan.ts';
import { innerPosition } from '../../test/oracles/inner-position.ts';
import { unmatchedEdges } from '../../test/oracles/unmatched-edges.ts';
import { areaM2 } from '../geometry/area.ts';
import { checkTerritory } from '../geometry/check-territory.ts';
import { createCoverageMap } from '../geometry/coverage-map/coverage-map.ts';
import type { AssociationId } from '../model/ids.ts';
import { assignGap } from './assign-gap.ts';
import { cutPlan, placesOf } from './cut-plan.ts';
import { type EditedPlan, withChange } from './edit.ts';
import { type ResolveOverlapRequest, resolveOverlap } from './resolve-overlap.ts';

/** The associations of each set that claims a place in the area together. */
function overlappingClaims({ boundary, territories }: EditedPlan): (readonly AssociationId[])[] {
  const { cells } = createCoverageMap({ boundary, territories });
  return cells
    .filter(({ isWithin, associations, areaM2: size }) => isWithin && associations.length > 1 && size > 0)
    .map(({ associations }) => associations);
}

function resolveAll(claimed: EditedPlan, inFavourOf: ResolveOverlapRequest['inFavourOf'] | null): EditedPlan {
  let plan = claimed;
  for (const claimants of overlappingClaims(claimed)) {
    for (const place of placesOf(cutPlan(plan), claimants)) {
      const at = innerPosition(place);
      const [first = associationId('none')] = claimants;
      const wanted = resolveOverlap(plan, { at, inFavourOf: inFavourOf ?? first });
      // Three claimants, or one who has nothing else there, have no middle.
      const edited = wanted.ok ? wanted : resolveOverlap(plan, { at, inFavourOf: first });
      if (!edited.ok) throw new Error(edited.reason);
      plan = withChange(plan, edited);
    }
  }
  return plan;
}

function assignAllGaps(claimed: EditedPlan, to: AssociationId): EditedPlan {
  let plan = claimed;
  for (const gap of placesOf(cutPlan(claimed), [])) {
    const edited = assignGap(plan, { at: innerPosition(gap), to });
    if (!edited.ok) throw new Error(edited.reason);
    plan = withChange(plan, edited);
  }
  return plan;
}

test.skipIf(!isShipped).each([null, 'by-the-middle'] as const)(
  'the shipped opening claims are whole with all overlaps resolved (%s) and all gaps assigned',
  (inFavourOf) => {
    const opening = shippedPlan('opening-claims');
    expect(overlappingClaims(opening).length).toBeGreaterThan(2);
    const { boundary, territories } = assignAllGaps(resolveAll(opening, inFavourOf), associationId('lith'));
    expect(createCoverageMap({ boundary, territories }).faces).toEqual([]);
    for (const { geometry } of territories) {
      expect(checkTerritory(geometry)).toEqual({ ok: true, geometry });
    }
    const wholeM2 = territories.reduce((sum, { geometry }) => sum + areaM2(geometry), 0);
    expect(Math.abs(wholeM2 - areaM2(opening.boundary))).toBeLessThan(1);
    expect(unmatchedEdges({ ...opening, territories })).toEqual([]);
  },
);
