import type { AreaId, DrawnReport, KeptReport, Report } from '@nitaq/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnalyser } from '../../src/analysis/analyser.ts';
import { createCoverageLookup } from '../../src/services/coverage-lookup.ts';
import { keepReports } from '../../src/services/reports/kept/keep-reports.ts';
import { createReportMaker } from '../../src/services/reports/report-maker.ts';
import { sha256 } from '../../src/sha256.ts';
import { LITH, negotiationOn } from '../support/negotiation.ts';
import { join } from '../support/people.ts';
import { AREA, makeDraft, problemCode, putTerritory } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const FORMATS = ['json', 'html', 'csv', 'xlsx', 'geojson', 'gpkg'] as const;

let service: TestService;
let now = new Date('2026-11-24T09:00:00Z');
const analyser = createAnalyser();
const maker = createReportMaker();
const cookies: Record<string, string> = { nobody: '' };

beforeAll(async () => {
  service = await startTestService({ now: () => now, as: { role: 'coordinator', association: LITH } });
  const council = { role: 'council', association: null } as const;
  cookies.council = await join(service.app, service.db, 'al-lith' as AreaId, council);
  const payload = { round: '2026-10', orphans: 3, widows: 12, families: 57 };
  const url = `${AREA}/villages/al-ghalah/need`;
  expect((await service.app.inject({ method: 'PUT', url, payload })).statusCode).toBe(204);
});
afterAll(async () => {
  await maker.close();
  await analyser.close();
  await service.close();
});

const get = (path: string, who = 'nobody') =>
  service.app.inject({ url: `${AREA}${path}`, headers: { cookie: cookies[who] ?? '' } });
const listed = async (who = 'nobody') => (await get('/reports', who)).json<{ items: KeptReport[] }>().items;

/** What the service does every half a minute. */
async function keep(): Promise<void> {
  const lookup = createCoverageLookup(service.db);
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => failures.push(error);
  await keepReports({ db: service.db, lookup, maker, now: () => now, onFailure }, new Map());
  lookup.close();
  expect(failures).toEqual([]);
}

async function enact(day: string): Promise<string> {
  const { id } = await makeDraft(service.app);
  const drawn = await putTerritory(service.app, { plan: id, body: square(40.3, 20.4, 0.2), ifMatch: '*' });
  expect(drawn.statusCode, drawn.body).toBe(200);
  const council = negotiationOn(service, analyser);
  const { revision } = await council.enact(await council.signedByAll(await council.open(id)), day, now);
  return revision.plan;
}

test('each plan that comes into force has one report, whoever makes it and however often', async () => {
  expect(await listed()).toEqual([]);
  await keep();
  await Promise.all([keep(), keep()]);
  expect((await listed()).map(({ plan, since }) => [plan.id, since])).toEqual([['opening-claims', null]]);
  const next = await enact('2026-11-25');
  await keep();
  expect(await listed()).toHaveLength(1);
  now = new Date('2026-11-25T03:00:00Z');
  await keep();
  expect((await listed()).map(({ plan, at, since }) => [plan.id, at, since])).toEqual([
    [next, '2026-11-24T21:00:00.000Z', '2026-11-24T20:59:59.999Z'],
    ['opening-claims', '2026-10-31T21:00:00.000Z', null],
  ]);
});

test('a kept report says what it said then in every form, whatever is known later', async () => {
  const [kept] = await listed();
  const read = async () => {
    const answers: string[] = [];
    for (const who of ['nobody', 'council']) {
      for (const format of FORMATS) {
        const response = await get(`/reports/${kept?.id}?format=${format}&lang=ar`, who);
        expect([format, response.statusCode]).toEqual([format, 200]);
        answers.push(response.rawPayload.toString('base64'));
      }
    }
    return answers;
  };
  const before = await read();
  now = new Date('2026-11-26T09:00:00Z');
  const payload = { round: '2026-11', orphans: 70, widows: 1, families: 2 };
  const url = `${AREA}/villages/al-ghalah/need`;
  const headers = { cookie: cookies.council ?? '' };
  const counted = await service.app.inject({ method: 'PUT', url, payload, headers });
  expect(counted.statusCode, counted.body).toBe(204);
  const placed = await service.app.inject({
    method: 'PUT',
    url: `${AREA}/villages/al-ghalah/location`,
    payload: { location: [40.5, 20.4] },
    headers: { 'if-match': '*' },
  });
  expect(placed.statusCode, placed.body).toBe(200);
  await keep();
  expect(await read()).toEqual(before);
});

test('the public is told no need, and those with a role ranges alone', async () => {
  const [kept] = await listed();
  const open = (await get(`/reports/${kept?.id}`)).json<Report>();
  expect([open.knowledge, open.summary.need, open.progress?.summary.need]).toEqual(['public', null, null]);
  const shared = (await get(`/reports/${kept?.id}`, 'council')).json<Report>();
  expect(shared.villages.find(({ id }) => (id as string) === 'al-ghalah')?.need).toEqual({
    orphans: { least: 1, most: 9 },
    widows: { least: 10, most: 19 },
    families: { least: 50, most: null },
  });
  const rows = await service.db.selectFrom('report').select(['audience', 'model']).execute();
  expect(rows.map(({ audience }) => audience).toSorted()).toEqual(['public', 'public', 'shared', 'shared']);
});

test('its hash is that of what is kept', async () => {
  const rows = await service.db.selectFrom('report').select(['hash', 'model', 'report_id']).execute();
  for (const { hash, model } of rows) {
    const drawn: DrawnReport = typeof model === 'string' ? JSON.parse(model) : model;
    expect(sha256(JSON.stringify(drawn))).toBe(hash);
  }
});

test('a report that is not kept is told as such', async () => {
  const response = await get('/reports/nothing');
  expect([response.statusCode, problemCode(response)]).toEqual([404, 'report-not-found']);
  const elsewhere = await service.app.inject({ url: '/api/v1/areas/atlantis/reports' });
  expect(problemCode(elsewhere)).toBe('area-not-found');
});
