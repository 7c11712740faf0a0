import type { Plan, PlanId } from '@nitaq/core';
import { describe, expect, test } from 'vitest';
import { keptReportAddress, lastEnactment, minutesAddress, reportAddress } from './report-address.ts';

const READING = { language: 'ar', digits: 'arab', format: 'pdf' } as const;

test('the address of a report says only what was chosen', () => {
  expect(reportAddress({ ...READING, area: 'al-lith', plan: null, day: null, since: null })).toBe(
    '/api/v1/areas/al-lith/reports/coverage?lang=ar&digits=arab&format=pdf',
  );
  const chosen = { area: 'al-lith', plan: 'p', day: '2026-11-25', since: '2026-11-01' };
  expect(reportAddress({ ...READING, ...chosen })).toBe(
    '/api/v1/areas/al-lith/reports/coverage?plan=p&at=2026-11-25&since=2026-11-01&lang=ar&digits=arab&format=pdf',
  );
  expect(keptReportAddress('al-lith', 'r', READING)).toBe(
    '/api/v1/areas/al-lith/reports/r?lang=ar&digits=arab&format=pdf',
  );
  expect(minutesAddress('al-lith', 'm', READING)).toBe(
    '/api/v1/areas/al-lith/meetings/m/minutes?lang=ar&digits=arab&format=pdf',
  );
});

describe('the last enactment', () => {
  const plan = (id: string, inForceFrom: string) =>
    ({ id: id as PlanId, state: 'in-force', inForceFrom, inForceTo: null }) as Plan;
  const dayOf = (instant: string) => instant.slice(0, 10);

  test('is that of the plan in force on the day, where another was before it', () => {
    const plans = [plan('b', '2026-11-20T00:00:00Z'), plan('a', '2026-11-01T00:00:00Z')];
    expect(lastEnactment(plans, '2026-11-25', dayOf)).toEqual({ before: '2026-11-19', from: '2026-11-20' });
    expect(lastEnactment(plans, '2026-11-20', dayOf)).toEqual({ before: '2026-11-19', from: '2026-11-20' });
    expect(lastEnactment(plans, '2026-11-19', dayOf)).toBeNull();
    expect(lastEnactment([], '2026-11-19', dayOf)).toBeNull();
  });
});
