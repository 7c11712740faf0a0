import fc from 'fast-check';
import { expect, test } from 'vitest';
import { damagedPlan, wholePlan } from '../../test/arbitraries/damaged-plans.ts';
import { BESIDE_BORDER, leaningBorder } from '../../test/fixtures/leaning-border.ts';
import { made } from '../../test/fixtures/made-edit.ts';
import {
  associationId,
  multiPolygon,
  rectangle,
  territory,
  village,
  villageId,
} from '../../test/fixtures/rectangles.ts';
import { hasVillageBesideBorder } from '../../test/oracles/beside-borders.ts';
import { reportOn } from '../../test/oracles/edit-faults.ts';
import { areaM2 } from '../geometry/area.ts';
import type { VillageLocation } from '../model/village.ts';
import type { EditedPlan } from './edit.ts';
import { handOverVillage } from './hand-over-village.ts';
import { claimsOn } from './village-shifts.ts';

const [a, b, c] = [associationId('a'), associationId('b'), associationId('c')];

// A A A B     villages at x = 40.5, 41.5, 42.5 in A: each has a square of its own
const plan: EditedPlan = {
  boundary: multiPolygon([rectangle(40, 0, 44, 1)]),
  territories: [territory('a', rectangle(40, 0, 43, 1)), territory('b', rectangle(43, 0, 44, 1))],
  villages: [
    village('u', 40.5, 0.5),
    village('v', 41.5, 0.5),
    village('w', 42.5, 0.5),
    village('x', 43.5, 0.5),
    { id: villageId('y'), location: null },
  ],
};

test('hands a village over with what is nearer to it than to any other of the giver', () => {
  const edited = made(handOverVillage(plan, { village: villageId('w'), from: a, to: b }));
  expect(edited.description.areaM2).toBeCloseTo(areaM2(multiPolygon([rectangle(42, 0, 43, 1)])), 0);
  expect(edited.description.villages).toEqual([{ village: 'w', before: ['a'], after: ['b'] }]);
  expect(reportOn(plan, edited, ({ before, after }) => `${before} ${after}` === 'a b').faults).toEqual([]);
});

test('refuses what is not there, not theirs, or not connected', () => {
  const reasonOf = (id: string, from = a, to = b, inPlan = plan) => {
    const edited = handOverVillage(inPlan, { village: villageId(id), from, to });
    return edited.ok ? null : edited.reason;
  };
  expect(reasonOf('u')).toBe('not-connected');
  expect(reasonOf('v')).toBe('not-connected');
  expect(reasonOf('x')).toBe('not-in-that-territory');
  expect(reasonOf('y')).toBe('village-unlocated');
  expect(reasonOf('z')).toBe('no-such-village');
  expect(reasonOf('w', a, a)).toBe('same-association');
  expect(reasonOf('x', b, a)).toBe('nothing-left-of-the-giver');
});

test('hands no village over when another, beside the border, would go along by rounding', () => {
  const whole = { ...leaningBorder, territories: leaningBorder.territories.slice(1) };
  const handedOver = (beside: VillageLocation[]) => {
    const villages = [village('v', 39.9, 20.25), village('w', 39.9, 20.05), ...beside];
    return handOverVillage({ ...whole, villages }, { village: villageId('v'), from: b, to: c });
  };
  expect(made(handedOver([])).description.villages.map(({ village: id }) => id)).toEqual(['v']);
  expect(handedOver([village('x', ...BESIDE_BORDER.inC)])).toEqual({
    ok: false,
    reason: 'village-would-change-hands',
  });
});

test('villages at one place go together', () => {
  const twins = { ...plan, villages: [...plan.villages, village('twin', 42.5, 0.5)] };
  const edited = made(handOverVillage(twins, { village: villageId('w'), from: a, to: b }));
  expect(edited.description.villages.map(({ village: id }) => id)).toEqual(['w', 'twin']);
});

test('any village of any plan goes to a neighbour alone, and nothing else changes', () => {
  let edits = 0;
  fc.assert(
    fc.property(fc.oneof(wholePlan, damagedPlan), fc.nat(), fc.nat(), (any, number, receiver) => {
      const claims = claimsOn(any.territories);
      const one = any.villages[number % any.villages.length];
      const [from] = one?.location ? claims(one.location) : [];
      const others = any.territories.map(({ association }) => association).filter((id) => id !== from);
      const to = others[receiver % others.length];
      if (!one || !from || !to) return;
      const edited = handOverVillage(any, { village: one.id, from, to });
      if (!edited.ok) {
        const byRounding = hasVillageBesideBorder(any) ? ['village-would-change-hands'] : [];
        expect(['not-connected', 'nothing-left-of-the-giver', ...byRounding]).toContain(edited.reason);
        return;
      }
      edits++;
      const { faults, comparison } = reportOn(any, edited, ({ before, after }) => {
        return before.includes(from) && !after.includes(from) && after.includes(to);
      });
      expect(faults).toEqual([]);
      expect(comparison.villages).toEqual(edited.description.villages);
      expect(comparison.villages.every(({ village: id }) => id === one.id)).toBe(true);
    }),
    { numRuns: 150 },
  );
  expect(edits).toBeGreaterThan(15);
});
