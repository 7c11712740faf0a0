import type { AssociationId, CoverageReport, ZoneId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { associations, report, villages } from '../../test/fixtures/small-area.ts';
import { countVillages, middleOf, nearestVillage, planStanding, summariseAssociations } from './summary.ts';

test('every village is counted once, those without a location apart', () => {
  expect(countVillages(report)).toEqual({
    covered: 2,
    shared: 0,
    overlap: 1,
    gap: 1,
    outside: 0,
    unlocated: 1,
  });
});

const none = { type: 'FeatureCollection' as const, features: [] };
const served = report.villages.filter(({ status }) => status !== 'gap');

test('a plan is whole when there are neither gaps nor overlaps', () => {
  const withoutGaps = { ...report, gaps: none, villages: served };
  expect(planStanding(associations, withoutGaps)).toEqual({ kind: 'open' });
  expect(planStanding(associations, { ...withoutGaps, overlaps: none })).toMatchObject({ kind: 'whole' });
});

test('a plan is not whole while an agreement to share ends soon', () => {
  const [overlap] = report.overlaps.features;
  if (!overlap) throw new Error('Nothing overlaps');
  const whole = { ...report, gaps: none, overlaps: none, villages: served };
  const sharing = (endsSoon: boolean): CoverageReport => ({
    ...whole,
    shared: {
      type: 'FeatureCollection',
      features: [
        {
          ...overlap,
          properties: {
            ...overlap.properties,
            zone: 'zone' as ZoneId,
            lead: 'a' as AssociationId,
            partners: ['b' as AssociationId],
            services: ['Visits'],
            endsOn: '2027-03-01',
            endsSoon,
          },
        },
      ],
    },
  });
  expect(planStanding(associations, sharing(false)).kind).toBe('whole');
  expect(planStanding(associations, sharing(true)).kind).toBe('open');
});

test('a plan in which a village has nobody, or somebody no territory, is unfinished', () => {
  expect(planStanding(associations, report)).toEqual({ kind: 'unfinished', undrawn: [], villages: 1 });
  const [first] = report.territories;
  const alone = {
    ...report,
    gaps: none,
    overlaps: none,
    villages: served,
    territories: first ? [first] : [],
  };
  expect(planStanding(associations, alone)).toEqual({ kind: 'unfinished', undrawn: ['b'], villages: 0 });
});

test('an association serves the villages it shares too; the list follows the colours', () => {
  const found = summariseAssociations(associations, report);
  expect(
    found.map(({ association, villages, sharedVillages }) => [association.id, villages, sharedVillages]),
  ).toEqual([
    ['a', 2, 1],
    ['b', 2, 1],
  ]);
});

test('without a plan an association serves nothing', () => {
  expect(summariseAssociations(associations, null)[0]).toMatchObject({ villages: 0, territoryKm2: 0 });
});

test('a place without villages is named after the nearest one that has a location', () => {
  expect(nearestVillage(villages, [3.9, 0.5])?.id).toBe('far');
  expect(nearestVillage([], [0, 0])).toBeNull();
});

test('the middle of a strip lies in it', () => {
  const gap = report.gaps.features[0];
  expect(gap && middleOf(gap.geometry)[0]).toBeGreaterThan(3);
});
