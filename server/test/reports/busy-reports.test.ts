import { type AreaId, composeReport, type Report } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../src/services/reports/formats/report-formats.ts';
import { createReportMaker } from '../../src/services/reports/report-maker.ts';
import { LITH } from '../support/negotiation.ts';
import { join } from '../support/people.ts';
import { AREA, problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { villagesInRows } from '../support/villages-in-rows.ts';

const REPORT = '/reports/coverage?format=json';
const A_MINUTE = 6;
let service: TestService;
let coordinator: string;
let now = new Date('2026-11-24T09:00:00Z');

beforeAll(async () => {
  const trustProxy = ['127.0.0.1'];
  service = await startTestService({ as: null, now: () => now, printsAMinute: A_MINUTE, trustProxy });
  const role = { role: 'coordinator', association: LITH } as const;
  coordinator = await join(service.app, service.db, 'al-lith' as AreaId, role);
});
afterAll(() => service.close());

const get = (path: string, from: string, headers: Record<string, string> = {}) =>
  service.app.inject({ url: `${AREA}${path}`, headers: { 'x-forwarded-for': from, ...headers } });
const madeAt = async (path: string, headers: Record<string, string> = {}) =>
  (await get(path, '192.0.2.1', headers)).json<Report>().madeAt;

test('what everybody may know is drawn once a minute; an earlier day, and what one person knows, each time', async () => {
  const begun = now;
  const first = await madeAt(REPORT);
  expect(first).toBe(begun.toISOString());
  now = new Date(begun.getTime() + 59_999);
  expect(await madeAt(REPORT)).toBe(first);
  expect(await madeAt(`${REPORT}&at=2026-11-20`)).toBe(now.toISOString());
  expect(await madeAt(REPORT, { cookie: coordinator })).toBe(now.toISOString());
  now = new Date(begun.getTime() + 60_000);
  expect(await madeAt(REPORT)).toBe(now.toISOString());
});

describe('reports, maps and cards', () => {
  test('share one limit of an address; whoever is signed in has a larger one of their own', async () => {
    const paths = ['/reports/map', '/reports/village-card?village=saya', REPORT];
    for (let i = 0; i < A_MINUTE; i++) {
      const answer = await get(paths[i % paths.length] ?? REPORT, '192.0.2.9');
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['ratelimit-remaining']).toBe(String(A_MINUTE - 1 - i));
    }
    for (const path of [...paths, '/reports/agreement']) {
      const late = await get(path, '192.0.2.9');
      expect([late.statusCode, problemCode(late)]).toEqual([429, 'too-many-requests']);
      expect(late.headers['retry-after']).toMatch(/^\d+$/);
    }
    expect((await get('/reports', '192.0.2.9')).statusCode).toBe(200);
    const own = await get(REPORT, '192.0.2.9', { cookie: coordinator });
    expect([own.statusCode, own.headers['ratelimit-limit']]).toEqual([200, String(6 * A_MINUTE)]);
    expect((await get(REPORT, '192.0.2.10')).statusCode).toBe(200);
  });
});

test('a GeoPackage is written without a file that could stay behind', async () => {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = '/nowhere';
  try {
    const drawn = composeReport(villagesInRows(3));
    const reading = { language: 'ar', origin: 'https://example.org' } as const;
    const written = Buffer.from(await REPORT_FORMATS.gpkg.write(drawn, reading));
    expect(written.subarray(0, 15).toString()).toBe('SQLite format 3');
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
});

test('a maker that has fifty reports waiting says so before more is gathered, and goes on when they are done', async () => {
  const maker = createReportMaker();
  const question = villagesInRows(1);
  const jobs = Array.from({ length: 51 }, () => maker.make(question));
  expect(() => maker.requireRoom()).toThrow('service-overloaded');
  await expect(maker.make(question)).rejects.toThrow('service-overloaded');
  await Promise.all(jobs);
  maker.requireRoom();
  expect((await maker.make(question)).report.villages).toHaveLength(1);
  await maker.close();
  expect(() => maker.requireRoom()).toThrow('service-overloaded');
});
