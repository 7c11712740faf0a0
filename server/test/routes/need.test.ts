import type { AreaId, AreaNeed, AreaRole, AssociationId } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { join } from '../support/people.ts';
import { AREA, problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const AL_LITH = 'al-lith' as AreaId;
const ROUND = '2026-11';

let service: TestService;
const cookies = new Map<string, string>();

/** In the opening claims `al-ghalah` is covered by `lith` alone, and `al-barid` by nobody. */
const COUNTS = { round: ROUND, orphans: 3, widows: 12, families: 57 };

beforeAll(async () => {
  // The clock stands: answers name the minute they were given in.
  service = await startTestService({ now: () => new Date('2026-11-25T12:00:00Z') });
  const roles: Record<string, AreaRole> = {
    lith: { role: 'coordinator', association: 'lith' as AssociationId },
    wasqah: { role: 'member', association: 'wasqah' as AssociationId },
    council: { role: 'council', association: null },
    observer: { role: 'observer', association: null },
  };
  for (const [who, role] of Object.entries(roles)) {
    cookies.set(who, await join(service.app, service.db, AL_LITH, role));
  }
});
afterAll(() => service.close());

const as = (who: string) => ({ cookie: cookies.get(who) ?? '' });
const count = (village: string, who: string, payload: object = COUNTS) =>
  service.app.inject({ method: 'PUT', url: `${AREA}/villages/${village}/need`, payload, headers: as(who) });
const need = async (who: string): Promise<AreaNeed> => {
  const response = await service.app.inject({ url: `${AREA}/need`, headers: as(who) });
  expect(response.statusCode, response.body).toBe(200);
  return response.json<AreaNeed>();
};

describe('the counts of a village', () => {
  test('are entered by the association that covers it, and of one that nobody covers by the council', async () => {
    expect((await count('al-ghalah', 'lith')).statusCode).toBe(204);
    expect(problemCode(await count('al-ghalah', 'council'))).toBe('not-allowed');
    expect(problemCode(await count('al-ghalah', 'wasqah'))).toBe('not-allowed');
    expect(problemCode(await count('al-barid', 'lith'))).toBe('not-allowed');
    expect((await count('al-barid', 'council')).statusCode).toBe(204);
    expect(problemCode(await count('nowhere', 'lith'))).toBe('village-not-found');
    expect(problemCode(await count('al-ghalah', 'lith', { ...COUNTS, orphans: -1 }))).toBe('request-invalid');
  });

  test('are exact for whoever covers it, and bands for everybody else', async () => {
    await count('al-ghalah', 'lith');
    const bands = {
      village: 'al-ghalah',
      round: ROUND,
      orphans: { least: 1, most: 9 },
      widows: { least: 10, most: 19 },
      families: { least: 50, most: null },
    };
    const exact = {
      orphans: { least: 3, most: 3 },
      widows: { least: 12, most: 12 },
      families: { least: 57, most: 57 },
    };
    expect((await need('lith')).villages).toContainEqual({ ...bands, ...exact });
    for (const who of ['wasqah', 'council', 'observer']) {
      expect((await need(who)).villages).toContainEqual(bands);
    }
  });

  test('are those of the latest round', async () => {
    await count('al-ghalah', 'lith', { ...COUNTS, round: '2024', orphans: 8 });
    await count('al-ghalah', 'lith');
    const [village] = (await need('lith')).villages.filter(({ village: id }) => id === 'al-ghalah');
    expect([village?.round, village?.orphans.least]).toEqual([ROUND, 3]);
  });

  test('are shared with a named association until a date, and only then', async () => {
    const share = (until: string | null, who = 'lith', reader = 'wasqah') =>
      service.app.inject({
        method: 'PUT',
        url: `${AREA}/need/shares/${reader}`,
        payload: { until },
        headers: as(who),
      });
    const seenByWasqah = async () =>
      (await need('wasqah')).villages.find(({ village }) => village === 'al-ghalah')?.orphans;
    await count('al-ghalah', 'lith');
    expect(problemCode(await share('2999-01-01T00:00:00Z', 'council'))).toBe('not-allowed');
    expect((await share('2999-01-01T00:00:00Z')).statusCode).toBe(204);
    expect(await seenByWasqah()).toEqual({ least: 3, most: 3 });
    expect((await need('observer')).shares).toEqual([
      { owner: 'lith', reader: 'wasqah', until: '2999-01-01T00:00:00.000Z' },
    ]);
    expect((await share('2020-01-01T00:00:00Z')).statusCode).toBe(204);
    expect(await seenByWasqah()).toEqual({ least: 1, most: 9 });
    await share('2999-01-01T00:00:00Z');
    await share(null);
    expect(await seenByWasqah()).toEqual({ least: 1, most: 9 });
  });
});

test('the public is told no count and no band', async () => {
  const response = await service.app.inject({ url: `${AREA}/need`, headers: { cookie: '' } });
  expect([response.statusCode, problemCode(response)]).toEqual([401, 'sign-in-needed']);
});
