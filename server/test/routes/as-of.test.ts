import type { AreaId, AreaNeed, AreaRole, CoverageAnswer, Plan, RecordEntry } from '@nitaq/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnalyser } from '../../src/analysis/analyser.ts';
import { LITH, negotiationOn } from '../support/negotiation.ts';
import { join } from '../support/people.ts';
import { AREA, makeDraft, problemCode, putTerritory } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const AL_LITH = 'al-lith' as AreaId;
/** From the first of November in Riyadh on; the plan of the area that is shipped. */
const FIRST = 'opening-claims';
const NOW = new Date('2026-11-24T09:00:00Z');

let service: TestService;
let now = NOW;
const analyser = createAnalyser();
const cookies: Record<string, string> = { nobody: '' };

beforeAll(async () => {
  service = await startTestService({ now: () => now, as: { role: 'coordinator', association: LITH } });
  const roles: Record<string, AreaRole> = {
    observer: { role: 'observer', association: null },
    council: { role: 'council', association: null },
  };
  for (const [who, role] of Object.entries(roles)) {
    cookies[who] = await join(service.app, service.db, AL_LITH, role);
  }
});
afterAll(async () => {
  await service.close();
  await analyser.close();
});

const get = (path: string, who = 'nobody') =>
  service.app.inject({ url: path, headers: { cookie: cookies[who] ?? '' } });
async function read<T>(path: string, who = 'nobody'): Promise<T> {
  const response = await get(path, who);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<T>();
}

/** Draws the territory of one association anew, has all sign it, and puts it into force on a day. */
async function enact(day: string, [lon, lat]: readonly [number, number], at = NOW): Promise<string> {
  const last = (await read<{ items: Plan[] }>(`${AREA}/plans`, 'observer')).items.find(
    (plan) => 'inForceFrom' in plan && (!('inForceTo' in plan) || plan.inForceTo === null),
  );
  const { id } = await makeDraft(service.app, last?.id);
  const drawn = await putTerritory(service.app, { plan: id, body: square(lon, lat), ifMatch: '*' });
  expect(drawn.statusCode, drawn.body).toBe(200);
  const council = negotiationOn(service, analyser);
  const signed = await council.signedByAll(await council.open(id, { deadline: '2030-01-01T00:00:00Z' }));
  const { revision } = await council.enact(signed, day, at);
  return revision.plan;
}

describe('before the first plan', () => {
  test('the plan in force then is a problem that says so, and lists are empty', async () => {
    for (const part of ['', '/territories', '/territories/lith', '/coverage', '/reasons']) {
      const response = await get(`${AREA}/plans/in-force${part}?at=2026-10-31`);
      expect([part, response.statusCode, problemCode(response)]).toEqual([
        part,
        404,
        'no-plan-in-force-then',
      ]);
    }
    expect(await read(`${AREA}/plans?at=2026-10-31`)).toEqual({ items: [], next: null });
    expect(await read(`/api/v1/coverage?village=ghumayqah&at=2026-10-31`)).toMatchObject({
      status: 'gap',
      plan: null,
      at: '2026-10-31T20:59:59.999Z',
    });
  });

  test('the day on which it came into force already has it', async () => {
    const { state, inForceTo } = await read<Plan & { inForceTo: null }>(
      `${AREA}/plans/in-force?at=2026-11-01`,
    );
    expect([state, inForceTo]).toEqual(['in-force', null]);
  });
});

test.each(['2026-02-30', '2026-13-01', 'yesterday', '0000-01-01', '9999-12-31', '2026-11-1', ''])(
  '«%s» is no day',
  async (at) => {
    for (const path of [`${AREA}/plans`, `${AREA}/plans/in-force`, '/api/v1/coverage']) {
      const response = await get(`${path}?at=${at}&village=ghumayqah`);
      expect([path, response.statusCode, problemCode(response)]).toEqual([path, 400, 'request-invalid']);
    }
  },
);

test('a plan that is named by its id is asked about without a day', async () => {
  expect(problemCode(await get(`${AREA}/plans/${FIRST}?at=2026-11-05`))).toBe('plan-has-no-days');
});

test('an area that does not exist is a problem, whatever the day', async () => {
  for (const part of ['plans', 'plans/in-force', 'plans/in-force/coverage']) {
    expect(problemCode(await get(`/api/v1/areas/atlantis/${part}?at=2026-11-05`))).toBe('area-not-found');
  }
});

describe('a plan that is to come into force', () => {
  let next: string;
  beforeAll(async () => {
    next = await enact('2026-11-26', [40.2, 20.1]);
  });

  test('is found on its first day by those with a role, and the one before it on the day before', async () => {
    for (const [day, plan] of [
      ['2026-11-25', FIRST],
      ['2026-11-26', next],
      ['2031-01-01', next],
    ]) {
      expect((await read<Plan>(`${AREA}/plans/in-force?at=${day}`, 'observer')).id).toBe(plan);
      const where = `village=ghumayqah&area=al-lith&at=${day}`;
      expect((await read<CoverageAnswer>(`/api/v1/coverage?${where}`, 'observer')).plan).toBe(plan);
    }
  });

  test('is hidden from everybody else, and from shared caches', async () => {
    const day = 'at=2026-11-26';
    for (const part of ['', '/territories', '/territories/lith', '/coverage', '/reasons']) {
      const response = await get(`${AREA}/plans/in-force${part}?${day}`);
      expect([part, response.statusCode, problemCode(response)]).toEqual([part, 401, 'sign-in-needed']);
      const { headers } = await get(`${AREA}/plans/in-force${part}?${day}`, 'observer');
      expect([part, headers['cache-control']]).toEqual([part, 'private, no-cache']);
    }
    for (const where of ['village=ghumayqah', 'lon=40.447&lat=20.316']) {
      expect(problemCode(await get(`/api/v1/coverage?${where}&${day}`))).toBe('sign-in-needed');
      const { headers } = await get(`/api/v1/coverage?${where}&${day}`, 'observer');
      expect(headers['cache-control']).toBe('private, no-cache');
    }
    const { items } = await read<{ items: Plan[] }>(`${AREA}/plans?${day}`);
    expect(items.map(({ id }) => id)).toEqual([FIRST]);
  });

  test('is in no feature for maps but those of people with a role', async () => {
    const territories = '/ogc/collections/territories/items';
    const plansOn = async (datetime: string, who: string) => {
      const { features } = await read<{ features: { properties: { plan: string } }[] }>(
        `${territories}?datetime=${datetime}`,
        who,
      );
      return [...new Set(features.map(({ properties }) => properties.plan))];
    };
    expect(await plansOn('2026-11-25', 'nobody')).toEqual([FIRST]);
    expect(await plansOn('2026-11-26', 'nobody')).toEqual([]);
    expect(await plansOn('2026-11-26', 'observer')).toEqual([next]);
    expect(await plansOn('2026-11-01/..', 'nobody')).toEqual([FIRST]);
    expect(await plansOn('2026-11-01/..', 'observer')).toEqual([FIRST, next]);
    expect((await get(`${territories}/al-lith.${next}.lith`)).statusCode).toBe(404);
    expect((await get(`${territories}/al-lith.${next}.lith`, 'observer')).statusCode).toBe(200);
    expect(problemCode(await get(`/ogc/collections/territories.al-lith.${next}/items`))).toBe(
      'sign-in-needed',
    );
    expect((await get('/ogc/collections')).body).not.toContain(next);
  });

  test('is for everybody once it is in force', async () => {
    now = new Date('2026-11-26T09:00:00Z');
    expect((await read<Plan>(`${AREA}/plans/in-force?at=2026-11-26`)).id).toBe(next);
    expect((await read<Plan>(`${AREA}/plans/in-force?at=2026-11-25`)).id).toBe(FIRST);
    now = NOW;
  });
});

test('the record as of a day has what had happened by then', async () => {
  const all = await read<{ items: RecordEntry[] }>(`${AREA}/record?limit=500`, 'observer');
  const instant = all.items.at(-2)?.at ?? '';
  const { items } = await read<{ items: RecordEntry[] }>(
    `${AREA}/record?limit=500&at=${instant}`,
    'observer',
  );
  expect(items).toEqual(all.items.filter(({ at }) => at <= instant));
  expect(await read(`${AREA}/record?at=2020-01-01`, 'observer')).toEqual({ items: [], next: null });
});

test('need as of a day has what was counted by then, and no total that says more than its bands', async () => {
  const count = (orphans: number, at: string) => {
    now = new Date(at);
    const payload = { round: '2026-11', orphans, widows: 0, families: 12 };
    return service.app.inject({ method: 'PUT', url: `${AREA}/villages/al-ghalah/need`, payload });
  };
  expect((await count(12, '2026-11-20T09:00:00Z')).statusCode).toBe(204);
  expect((await count(31, '2026-11-23T09:00:00Z')).statusCode).toBe(204);
  now = NOW;
  const needOn = (day: string) => read<AreaNeed>(`${AREA}/need?at=${day}`, 'observer');
  expect((await needOn('2026-11-19')).villages).toEqual([]);
  for (const [day, band] of [
    ['2026-11-20', { least: 10, most: 19 }],
    ['2026-11-23', { least: 20, most: 49 }],
  ] as const) {
    const { villages, associations } = await needOn(day);
    expect(villages.map(({ orphans }) => orphans)).toEqual([band]);
    expect(associations).toMatchObject([{ association: 'lith', orphans: band }]);
  }
  expect(problemCode(await get(`${AREA}/need?at=2026-11-20`))).toBe('sign-in-needed');
});

test('what is answered as of a past day stays the same, whatever comes into force later', async () => {
  const reads = (at: string) =>
    [
      `${AREA}/plans?at=${at}`,
      ...['', '/territories', '/coverage', '/reasons'].map(
        (part) => `${AREA}/plans/in-force${part}?at=${at}`,
      ),
      `${AREA}/need?at=${at}`,
      `/api/v1/coverage?village=ghumayqah&at=${at}`,
      `/api/v1/coverage?lon=40.447&lat=20.316&at=${at}`,
      ...['territories', 'gaps', 'overlaps'].map((id) => `/ogc/collections/${id}/items?datetime=${at}`),
    ] as const;
  const answersOf = async (at: string) => {
    const answers = await Promise.all(reads(at).map((path) => get(path, 'observer')));
    return answers.map(({ statusCode, body }, i) => [reads(at)[i], statusCode, body]);
  };
  const told = new Map<string, unknown>();
  const day = fc.integer({ min: -40, max: -1 }).map((days) => dayFrom(now, days));
  const moment = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.array(day, { maxLength: 4 }));
  let west = 40.1;
  await fc.assert(
    fc.asyncProperty(moment, async ([ahead, days]) => {
      now = new Date(Math.max(now.getTime(), NOW.getTime() + 4 * DAY_MS));
      for (const at of days) if (!told.has(at)) told.set(at, await answersOf(at));
      west += 0.01;
      await enact(dayFrom(now, ahead), [west, 20.1], now);
      for (const [at, answers] of told) expect(await answersOf(at)).toEqual(answers);
      now = new Date(now.getTime() + (ahead + 1) * DAY_MS);
      for (const [at, answers] of told) expect(await answersOf(at)).toEqual(answers);
    }),
    { numRuns: 5 },
  );
});

const DAY_MS = 86_400_000;

function dayFrom(instant: Date, days: number): string {
  return new Date(instant.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}
