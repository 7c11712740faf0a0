import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  associationId,
  multiPolygon,
  rectangle,
  territory,
  villageId,
} from '../../test/fixtures/rectangles.ts';
import type { AreaId, AssociationId, PlanId } from '../model/ids.ts';
import type { KnownCount } from '../model/need.ts';
import type { Village } from '../model/village.ts';
import { sumOfKnown } from '../rights/known-need.ts';
import { composeReport } from './compose-report.ts';
import type { ReportQuestion } from './report-question.ts';

const name = (text: string) => ({ ar: text, en: text });
const DAY = { at: '2026-11-24T09:00:00.000Z', day: '2026-11-24' };
const plan = (id: string): ReportQuestion['asked']['plan'] => ({
  ...{ id: id as PlanId, number: 1, title: name(id), state: 'in-force', example: false, version: 1 },
  ...{ inForceFrom: null, inForceTo: null, contentHash: '' },
});
const village = (id: string, location: [number, number] | null): Village => ({
  ...{ id: villageId(id), name: name(id), aliases: [], kind: 'village', centre: null, location, version: 1 },
});
const association = (id: string, location: [number, number] | null, capacity: number | null) => ({
  ...{ id: associationId(id), name: name(id), seat: { name: name(id), location } },
  ...{ capacity, phone: null, colour: 0, version: 1 },
});
const known = (least: number, most: number | null): KnownCount => ({ least, most });
const counted = (id: string, orphans: KnownCount) => ({
  ...{ village: villageId(id), round: '2026-11', orphans, widows: known(0, 0), families: known(0, 0) },
});

/** West has the west up to 40.4, east the east from 40.6 on; two gaps in between and above, the upper one with more people. */
function question(changes: Partial<ReportQuestion> = {}): ReportQuestion {
  return {
    area: {
      ...{ id: 'box' as AreaId, name: name('box'), note: null, estimated: false, timeZone: 'Asia/Riyadh' },
      ...{ areaKm2: 11_000, bbox: [40, 20, 41, 21], villages: { located: 4, unlocated: 1 } },
      ...{ attribution: name('source'), boundary: multiPolygon([rectangle(40, 20, 41, 21)]) },
    },
    land: null,
    associations: [association('west', [40.1, 20.5], 10), association('east', [40.9, 20.5], null)],
    villages: [
      village('w', [40.2, 20.2]),
      village('e', [40.8, 20.2]),
      village('middle', [40.5, 20.2]),
      village('top', [40.5, 20.95]),
      village('lost', null),
    ],
    asked: {
      ...{ ...DAY, plan: plan('now'), zones: [] },
      territories: [
        territory('west', rectangle(40, 20, 40.4, 20.9)),
        territory('east', rectangle(40.6, 20, 41, 20.9)),
        territory('bar', rectangle(40.4, 20.85, 40.6, 20.9)),
      ],
      need: {
        villages: [counted('w', known(8, 8)), counted('middle', known(1, 9)), counted('top', known(20, 49))],
        associations: null,
      },
    },
    madeAt: DAY.at,
    knowledge: 'shared',
    proposals: null,
    actions: null,
    since: null,
    ...changes,
  };
}

describe('gaps', () => {
  test('are ranked by what is known of the people in need, not by their size', () => {
    const { gaps } = composeReport(question()).report;
    expect(gaps.map(({ number, villages }) => [number, villages])).toEqual([
      [1, ['top']],
      [2, ['middle']],
    ]);
    const [top, middle] = gaps;
    expect(top?.areaKm2).toBeLessThan(middle?.areaKm2 ?? 0);
    expect(top?.need?.orphans).toEqual(known(20, 49));
  });

  test('name the nearest seats first, with the load that each would have', () => {
    const { gaps } = composeReport(question()).report;
    const seats = gaps[1]?.seats ?? [];
    expect(seats.map((seat) => seat.association)).toEqual(['east', 'west']);
    const west = seats.find((seat) => seat.association === 'west');
    expect([west?.loadNow, west?.loadAfter]).toEqual([
      { least: 80, most: 80 },
      { least: 90, most: 170 },
    ]);
    expect(seats.find((seat) => seat.association === 'east')?.loadAfter).toBeNull();
  });

  test('are ranked by villages and size where nothing of the need may be known', () => {
    const asked = { ...question().asked, need: null };
    const { gaps, summary, associations } = composeReport(question({ asked, knowledge: 'public' })).report;
    expect(gaps.map(({ villages, need }) => [villages, need])).toEqual([
      [['middle'], null],
      [['top'], null],
    ]);
    expect([summary.need, summary.uncounted]).toEqual([null, null]);
    expect(associations.map(({ need, load, uncounted }) => [need, load, uncounted])).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
  });
});

test('where nothing is counted the need is not known, and no load follows from it', () => {
  const asked = question().asked;
  const need = { villages: [counted('w', known(8, 8))], associations: null };
  const { gaps, associations } = composeReport(question({ asked: { ...asked, need } })).report;
  expect(gaps.map((gap) => gap.need)).toEqual([null, null]);
  expect(gaps.flatMap(({ seats }) => seats.map(({ loadAfter }) => loadAfter))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(associations.map((sheet) => sheet.need?.orphans ?? null)).toEqual([known(8, 8), null]);
});

test('every village has one status, and the need of each status is the sum of its villages', () => {
  const band = fc.constantFrom(known(0, 0), known(1, 9), known(10, 19), known(20, 49), known(50, null));
  fc.assert(
    fc.property(fc.array(band, { minLength: 5, maxLength: 5 }), (bands) => {
      const asked = question().asked;
      const villages = question().villages.map(({ id }, at) => counted(id, bands[at] ?? known(0, 0)));
      const { report } = composeReport(
        question({ asked: { ...asked, need: { villages, associations: null } } }),
      );
      const { summary } = report;
      const statuses = ['covered', 'overlap', 'gap', 'outside', 'unlocated'] as const;
      for (const status of statuses) {
        const those = report.villages.filter((one) => one.status === status);
        expect(summary.villages[status]).toBe(those.length);
        expect(summary.need?.[status].orphans).toEqual(
          sumOfKnown(those.flatMap(({ need }) => need?.orphans ?? [])),
        );
      }
      const counts = statuses.map((status) => summary.villages[status]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(summary.villages.total);
      expect(summary.need?.total.orphans).toEqual(sumOfKnown(bands));
    }),
    { numRuns: 30 },
  );
});

describe('what changed', () => {
  const before = {
    ...question().asked,
    at: '2026-11-01T09:00:00.000Z',
    day: '2026-11-01',
    plan: plan('then'),
  };

  test('is nothing where both days have the same plan', () => {
    const { progress, summary } = composeReport(question({ since: { earlier: before, between: [] } })).report;
    expect([progress?.villages, progress?.exchanges, progress?.turns]).toEqual([[], [], []]);
    expect(progress?.summary).toEqual(summary);
  });

  test('says which gaps closed and opened, and which villages went from whom to whom', () => {
    const earlier = {
      ...before,
      territories: [
        territory('west', rectangle(40, 20, 40.4, 20.9)),
        territory('east', rectangle(40.5, 20, 41, 20.9)),
      ],
    };
    const { progress } = composeReport(question({ since: { earlier, between: [] } })).report;
    expect(progress?.turns.map(({ turn }) => turn).toSorted()).toEqual(['gap-closed', 'gap-opened']);
    expect(progress?.timeline.map(({ plan: one }) => one.id)).toEqual(['then', 'now']);
    expect(progress?.villages).toEqual([{ village: 'middle', before: ['east' as AssociationId], after: [] }]);
  });

  test('an overlap that is agreed to be shared is no trouble', () => {
    const territories = [
      territory('west', rectangle(40, 20, 40.6, 21)),
      territory('east', rectangle(40.4, 20, 41, 21)),
    ];
    const zone = {
      id: 'z' as never,
      geometry: multiPolygon([rectangle(40.4, 20, 40.6, 21)]),
      ...{
        lead: associationId('west'),
        partners: [associationId('east')],
        services: ['visits'],
        endsOn: '2027-01-01',
      },
    };
    const asked = { ...question().asked, territories, zones: [zone] };
    const { summary, progress, shared } = composeReport(
      question({ asked, since: { earlier: before, between: [] } }),
    ).report;
    expect([summary.overlaps, shared.map(({ lead }) => lead)]).toEqual([0, ['west']]);
    expect(progress?.turns.filter(({ turn }) => turn.startsWith('overlap'))).toEqual([]);
  });
});
