import { once } from 'node:events';
import { connect } from 'node:net';
import type { CoverageAnswer, PlanZone, Position } from '@nitaq/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnalyser } from '../../src/analysis/analyser.ts';
import { territoriesOf, withPlanInForce } from '../support/area-variants.ts';
import { type BothWays, openBothWays } from '../support/both-ways.ts';
import { listen } from '../support/event-stream.ts';
import { negotiationOn } from '../support/negotiation.ts';
import { AREA, makeDraft, putTerritory } from '../support/requests.ts';
import { SOUTH, square, WEST } from '../support/shapes.ts';
import { middleOf, sharedEdges } from '../support/shared-borders.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

const NOW = new Date('2026-11-24T09:00:10Z');
/** Around the shipped area, with a little of what lies outside. */
const BOX = { west: 39.8, south: 19.5, east: 41.2, north: 21 };
const ENDS = [-180, -90, 0, 90, 180];

let service: TestService;
let ways: BothWays;
let now = NOW;
const analyser = createAnalyser();

beforeAll(async () => {
  const folder = withPlanInForce(await shippedArea(), 'draft-whole');
  service = await startTestService({ folder, now: () => now });
  ways = await openBothWays(service.app);
});
afterAll(async () => {
  ways.close();
  await service.close();
  await analyser.close();
});

const at = ([lon, lat]: readonly number[]) => `/api/v1/coverage?lon=${lon}&lat=${lat}`;
const degrees = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((degree) => Number(degree.toFixed(7)));
const places = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(degrees(BOX.west, BOX.east), degrees(BOX.south, BOX.north)) },
  fc.tuple(degrees(-180, 180), degrees(-90, 90)),
  fc.tuple(fc.constantFrom(...ENDS), fc.constantFrom(...ENDS.filter((end) => Math.abs(end) <= 90))),
);

/** The same in every run: what is expected of them all together need not hold of any others. */
const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number) => fc.sample(arbitrary, { numRuns, seed: 1 });

/** Every answer is the same by both ways, and most went the short one; resolves to what was answered. */
async function sameAt(positions: readonly (readonly number[])[]): Promise<CoverageAnswer[]> {
  const answers: CoverageAnswer[] = [];
  let short = 0;
  for (const [i, [lon = 0, lat = 0]] of positions.entries()) {
    const path = i % 2 === 0 ? at([lon, lat]) : `/api/v1/coverage?lat=${lat}&lon=${lon}`;
    const { status, body, isShort } = await ways.same(path);
    expect(status, path).toBe(200);
    if (isShort) short += 1;
    answers.push(JSON.parse(Buffer.from(body, 'latin1').toString()));
  }
  // What was known is now and then read again: then it is the ordinary way that waits for it.
  expect(short).toBeGreaterThan(positions.length / 2);
  return answers;
}

const kinds = (answers: readonly CoverageAnswer[]) =>
  [...new Set(answers.map(({ status }) => status))].sort();

describe('a point is answered as the route answers it, byte for byte', () => {
  test('anywhere', async () => {
    const answers = await sameAt(sample(places, 400));
    expect(kinds(answers)).toEqual(['covered', 'outside']);
    expect(answers.some(({ border }) => border !== undefined)).toBe(true);
  });

  test('on borders, on corners and beside them', async () => {
    const edges = sharedEdges(territoriesOf(await shippedArea(), 'draft-whole')).slice(0, 60);
    const on = edges.flatMap((edge): Position[] => [edge.from, middleOf(edge)]);
    const answers = await sameAt([...on, ...on.map(([lon, lat]) => [lon + 1e-7, lat - 1e-7] as const)]);
    expect(answers.filter(({ border }) => border?.distanceM === 0).length).toBeGreaterThan(50);
  });

  test('at villages', async () => {
    const { villages } = await shippedArea();
    const placed = villages.flatMap(({ location }) => (location === null ? [] : [location]));
    const answers = await sameAt(placed);
    expect(answers.every(({ village }) => village !== undefined)).toBe(true);
  });

  test('from the next minute on, and once another plan is in force in which a place is shared', async () => {
    const inside = [WEST + 0.075, SOUTH + 0.05];
    const asked = [inside, ...sample(places, 40)];
    const [before] = await sameAt(asked);
    now = new Date(NOW.getTime() + 60_000);
    const [after] = await sameAt(asked);
    expect([before?.at, after?.at]).toEqual(['2026-11-24T09:00:00.000Z', '2026-11-24T09:01:00.000Z']);
    await enactShared();
    now = new Date('2026-11-25T20:59:59Z');
    expect((await sameAt(asked))[0]).toMatchObject({ status: 'covered', shared: { lead: 'lith' } });
    // In Riyadh it is the day on which the zone ends, a second later.
    now = new Date('2026-11-25T21:00:00Z');
    expect((await sameAt(asked))[0]).toMatchObject({ status: 'overlap' });
    const around = fc.tuple(degrees(WEST - 0.4, WEST + 0.2), degrees(SOUTH - 0.05, SOUTH + 0.15));
    const answers = await sameAt([...sample(around, 300), ...sample(places, 100)]);
    expect(kinds(answers)).toEqual(['covered', 'gap', 'outside', 'overlap']);
  });
});

/** A plan with two squares that lie half over each other, where that is agreed for one day. */
async function enactShared(): Promise<void> {
  const { id } = await makeDraft(service.app, 'draft-whole');
  for (const [association, body] of [
    ['lith', square(WEST, SOUTH, 0.1)],
    ['afaf', square(WEST + 0.05, SOUTH, 0.1)],
    ['ghumayqah', square(WEST - 0.3, SOUTH, 0.1)],
    ['wasqah', square(WEST - 0.15, SOUTH, 0.1)],
  ] as const) {
    const drawn = await putTerritory(service.app, { plan: id, association, body, ifMatch: '*' });
    expect(drawn.statusCode, drawn.body).toBe(200);
  }
  const zone = {
    geometry: square(WEST + 0.05, SOUTH, 0.05),
    lead: 'lith',
    partners: ['afaf'],
    services: ['سلال غذائية'],
    endsOn: '2026-11-26',
  };
  const agreed = await service.app.inject({
    method: 'POST',
    url: `${AREA}/plans/${id}/shared-zones`,
    payload: zone,
  });
  expect(agreed.statusCode, agreed.body).toBe(201);
  expect(agreed.json<PlanZone>()).toMatchObject({ lead: 'lith' });
  const council = negotiationOn(service, analyser);
  await council.enact(
    await council.signedByAll(await council.open(id, { deadline: '2030-01-01T00:00:00Z' })),
  );
}

describe('a tile is answered as the route answers it', () => {
  test('of every layer, compressed or not, known or not', async () => {
    const numbers = fc.tuple(fc.constantFrom(0, 3, 6, 8, 14), fc.double({ min: 0, max: 1, noNaN: true }));
    const near = { x: 0.6125, y: 0.4425 };
    let short = 0;
    for (const layer of ['areas', 'territories', 'villages']) {
      for (const [z, spread] of sample(numbers, 20)) {
        const [x, y] = [near.x, near.y].map((part) => Math.floor((part + spread * 0.01) * 2 ** z));
        const path = `/tiles/${layer}/${z}/${x}/${y}.mvt`;
        const { status, head, isShort } = await ways.same(path);
        if (isShort) short += 1;
        const etag = head[head.indexOf('etag') + 1] ?? '';
        expect([200, 204], path).toContain(status);
        expect((await ways.same(path, { 'if-none-match': etag })).status).toBe(304);
        const zipped = await ways.same(path, { 'accept-encoding': 'gzip, deflate, br' });
        expect(zipped.head.includes('gzip')).toBe(status === 200);
        await ways.same(path, { 'accept-encoding': 'identity' });
      }
    }
    expect(short).toBeGreaterThan(30);
  });

  test.for(['/tiles/roads/0/0/0.mvt', '/tiles/areas/15/0/0.mvt', '/tiles/areas/1/2/0.mvt'])(
    'or is the problem that the route says: %s',
    async (path) => {
      const { status, isShort } = await ways.same(path);
      expect([status, isShort]).toEqual([404, false]);
    },
  );
});

const POINT = at([40.447, 20.316]);

test.for([
  ['of another method', POINT, { method: 'HEAD' }, 200],
  ['with a key', POINT, { headers: { authorization: 'Bearer nitaq_unknown' } }, 401],
  ['with a cookie', POINT, { headers: { cookie: 'session=unknown' } }, 200],
  ['about a day', `${POINT}&at=2026-11-24`, {}, 200],
  ['about a village', '/api/v1/coverage?village=ghumayqah', {}, 200],
  ['with one longitude too many', `${POINT}&lon=40.5`, {}, 400],
  ['with a number written otherwise', '/api/v1/coverage?lon=4.0447e1&lat=20.316', {}, 200],
  ['with an escape', '/api/v1/coverage?lon=%340.447&lat=20.316', {}, 200],
  ['beyond the ends of the Earth', '/api/v1/coverage?lon=180.0000001&lat=20', {}, 400],
  ['with a latitude beyond the pole', '/api/v1/coverage?lon=20&lat=90.5', {}, 400],
  ['with an empty number', '/api/v1/coverage?lon=&lat=20', {}, 400],
  ['at another address', '/api/v1/coverage/?lon=40.447&lat=20.316', {}, 404],
] as const)('a question %s is left to the route', async ([, path, options, status]) => {
  const answer = await ways.ask(path, options);
  expect(answer.status).toBe(status);
  if (status === 200) expect(answer.handlers).toBe(1);
});

test('who has the answer is not sent it again', async () => {
  const { head } = await ways.same(POINT);
  const etag = head[head.indexOf('etag') + 1] ?? '';
  expect((await ways.same(POINT, { 'if-none-match': etag })).status).toBe(304);
  expect((await ways.same(POINT, { 'if-none-match': '"another"' })).status).toBe(200);
});

test('the metrics count both ways as one', async () => {
  const counted = async () => {
    const { body } = await service.app.inject({ url: '/metrics' });
    const line = /duration_seconds_count\{method="GET",route="\/api\/v1\/coverage",status="200"\} (\d+)/;
    return Number(line.exec(body)?.[1]);
  };
  const before = await counted();
  await sameAt(sample(places, 20));
  expect(await counted()).toBe(before + 40);
});

describe('limits', () => {
  test('are the same by both ways, which count together, and who is beyond is told so by the route', async () => {
    const limited = await startTestService({ now: () => NOW, lookupsAMinute: 20, readsAMinute: 4 });
    const both = await openBothWays(limited.app);
    for (let i = 0; i < 10; i++) expect((await both.same(POINT)).remaining).toBe(18 - 2 * i);
    for (let i = 0; i < 2; i++) await both.same('/tiles/areas/0/0/0.mvt');
    for (const path of [POINT, '/tiles/areas/0/0/0.mvt']) {
      const refused = await both.ask(path, { headers: { 'accept-language': 'ar' } });
      const ordinary = await both.ask(path, { headers: { 'accept-language': 'ar', cookie: '' } });
      expect(refused.status).toBe(429);
      expect(refused.head).toContain('retry-after');
      expect(Buffer.from(refused.body, 'latin1').toString()).toContain('طلبات كثيرة');
      expect(refused.body).toBe(ordinary.body);
    }
    both.close();
    await limited.close();
  });

  test('behind a proxy that is believed are those of each person', async () => {
    const behind = await startTestService({ now: () => NOW, lookupsAMinute: 20, trustProxy: ['127.0.0.1'] });
    const both = await openBothWays(behind.app);
    for (const from of [
      '192.0.2.1',
      '192.0.2.2',
      '2001:db8::1',
      '192.0.2.9, 192.0.2.3',
      '192.0.2.4, 127.0.0.1',
    ]) {
      expect((await both.same(POINT, { 'x-forwarded-for': from })).remaining, from).toBe(18);
    }
    expect((await both.same(POINT, { 'x-forwarded-for': '192.0.2.4' })).remaining).toBe(16);
    both.close();
    await behind.close();
  });
});

test('a service that stops refuses on the short way too', async () => {
  const stopping = await startTestService({ now: () => NOW });
  const address = await listen(stopping.app);
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  const question = `GET ${POINT} HTTP/1.1\r\nHost: localhost\r\n`;
  socket.write(`${question}\r\n`);
  expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1.1 200/);
  socket.write(question);
  // The service has read half of the question once it answers another connection that asked later.
  await fetch(`${address}/health/live`);
  const closed = stopping.close();
  socket.write('\r\n');
  expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1.1 503/);
  await closed;
});
