import type { Initiative, JointNeed, Reached, RecordEntry } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUS, type InitiativePeople, initiativePeople, type Who } from '../support/initiatives.ts';
import { AREA, problemCode, problemIn } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let now = new Date('2026-11-26T09:00:00Z');
let service: TestService;
let people: InitiativePeople;

beforeAll(async () => {
  service = await startTestService({ now: () => now });
  people = await initiativePeople(service);
});
afterAll(() => service.close());

const PARTIES: readonly Who[] = ['lith', 'ghumayqah', 'wasqah'];

async function opened(content: object = BUS): Promise<Initiative> {
  const response = await people.open('lith', content);
  expect(response.statusCode, response.body).toBe(201);
  return response.json<Initiative>();
}

async function running(content: object = BUS): Promise<string> {
  const { id } = await opened(content);
  await people.move(id, 'proposed');
  for (const who of PARTIES) await people.answer(id, who, 'signed');
  const started = await people.move(id, 'running');
  expect(started.json<Initiative>().state).toBe('running');
  return id;
}

const standingOf = ({ standings }: Initiative, who: Who) =>
  standings.find(({ association }) => association === who)?.standing;
const codes = (...responses: Parameters<typeof problemCode>[0][]) =>
  responses.map((response) => [response.statusCode, problemCode(response)]);

describe('an initiative', () => {
  test('goes from an idea to done, one partner first objecting', async () => {
    const { id, state } = await opened();
    expect(state).toBe('idea');
    expect(codes(await people.answer(id, 'wasqah', 'signed'))).toEqual([[409, 'initiative-not-proposed']]);
    expect((await people.move(id, 'proposed')).json<Initiative>().state).toBe('proposed');
    await people.answer(id, 'lith', 'signed');
    await people.answer(id, 'ghumayqah', 'signed');
    await people.answer(id, 'wasqah', 'objected');
    expect(await people.get(id)).toMatchObject({ state: 'proposed' });
    expect(codes(await people.move(id, 'running'))).toEqual([[409, 'initiative-not-agreed']]);

    const changed = await people.change(id, { ...BUS, risks: [] });
    expect(changed.json<Initiative>()).toMatchObject({ state: 'proposed', revision: 2 });
    // Each content is kept for ever.
    expect(changed.headers['ratelimit-limit']).toBe('30');
    expect(PARTIES.map((who) => standingOf(changed.json(), who))).toEqual(['stale', 'stale', 'stale']);
    for (const who of PARTIES) await people.answer(id, who, 'signed');
    expect(await people.get(id)).toMatchObject({ state: 'agreed' });
    expect((await people.move(id, 'running')).statusCode).toBe(200);

    expect(codes(await people.move(id, 'done'))).toEqual([[409, 'initiative-milestones-open']]);
    await people.reachMilestone(id, 'bus', '2026-11-26', 'wasqah');
    await people.reachMilestone(id, 'ride', '2026-11-26');
    expect((await people.move(id, 'done')).json<Initiative>()).toMatchObject({
      state: 'done',
      endedAt: now.toISOString(),
      progress: [
        { milestone: 'bus', reachedOn: '2026-11-26', evidence: 'محضر الاستلام' },
        { milestone: 'ride' },
      ],
    });
    expect(
      codes(await people.change(id, BUS), await people.stop(id), await people.leave(id, 'wasqah')),
    ).toEqual(Array(3).fill([409, 'initiative-ended']));

    const record = (await people.ask('lith', 'GET', `/record?kind=initiative&id=${id}`)).json<{
      items: RecordEntry[];
    }>();
    expect(record.items.map(({ act }) => act).reverse()).toEqual([
      'initiative-opened',
      'initiative-proposed',
      'initiative-signed',
      'initiative-signed',
      'initiative-objected-to',
      'initiative-changed',
      ...Array(3).fill('initiative-signed'),
      'initiative-started',
      'milestone-reached',
      'milestone-reached',
      'initiative-finished',
    ]);
    // What people wrote freely is known to the record by its hash.
    expect(JSON.stringify(record)).not.toContain('محضر الاستلام');
  });

  test('is approved in exactly one content: an answer to another one is refused, and a change makes all stale', async () => {
    const { id, contentHash } = await opened();
    await people.move(id, 'proposed');
    for (const who of PARTIES) await people.answer(id, who, 'signed');
    const { contentHash: second } = (
      await people.change(id, { ...BUS, title: 'حافلتان' })
    ).json<Initiative>();
    expect(second).not.toBe(contentHash);
    const late = await people.answer(id, 'wasqah', 'signed', contentHash);
    expect(codes(late)).toEqual([[409, 'initiative-content-changed']]);
    expect(await people.get(id)).toMatchObject({ state: 'proposed', contentHash: second });
  });

  test('with the same content in another order stays as it is', async () => {
    const { id } = await opened();
    const same = { ...BUS, partners: [...BUS.partners].reverse(), shares: [...BUS.shares].reverse() };
    expect((await people.change(id, same)).json<Initiative>()).toMatchObject({ revision: 1, version: 1 });
  });

  test('that runs is agreed anew when its content changes, and what was reached stays', async () => {
    const id = await running();
    await people.reachMilestone(id, 'bus', '2026-11-26');
    const changed = (await people.change(id, { ...BUS, purpose: 'غاية أخرى' })).json<Initiative>();
    expect(changed).toMatchObject({ state: 'proposed', progress: [{ milestone: 'bus' }] });
  });

  test('is made once for one key, and not for another request with it', async () => {
    const [one, two] = [await people.open('lith', BUS, 'key-1'), await people.open('lith', BUS, 'key-1')];
    expect(one?.json<Initiative>().id).toBe(two?.json<Initiative>().id);
    const other = await people.open('lith', { ...BUS, title: 'أخرى' }, 'key-1');
    expect(codes(other)).toEqual([[422, 'idempotency-key-reused']]);
  });

  test('is changed on its present version alone', async () => {
    const { id } = await opened();
    const at = (version: string) =>
      people.ask('lith', 'PUT', `/initiatives/${id}`, {
        payload: { ...BUS, title: 'أخرى' },
        headers: { 'if-match': version },
      });
    expect(codes(await at('"7"'))).toEqual([[412, 'changed-since']]);
    expect((await at('"1"')).statusCode).toBe(200);
    const without = await people.ask('lith', 'PUT', `/initiatives/${id}`, { payload: BUS });
    expect(codes(without)).toEqual([[428, 'if-match-missing']]);
  });

  test('is listed by state, association, village and whether it is off track', async () => {
    const place = {
      type: 'Polygon',
      coordinates: [
        [
          [40.0, 20.0],
          [40.9, 20.0],
          [40.9, 20.6],
          [40.0, 20.6],
          [40.0, 20.0],
        ],
      ],
    };
    const { id } = await opened({
      ...BUS,
      partners: ['afaf'],
      villages: [],
      place,
      shares: [],
      budget: { money: 5, people: 0, goods: 0 },
    });
    const listed = async (query: string) =>
      (await people.ask('observer', 'GET', `/initiatives?${query}`))
        .json<{ items: Initiative[] }>()
        .items.some((one) => one.id === id);
    expect(await listed('state=idea&association=afaf')).toBe(true);
    expect(await listed('state=running')).toBe(false);
    expect(await listed('association=wasqah')).toBe(false);
    expect(await listed('village=al-lith')).toBe(true);
    expect(await listed('offTrack=true')).toBe(false);
    await people.move(id, 'proposed');
    expect((await people.get(id)).troubles).toEqual([{ kind: 'short', resource: 'money', missing: 5 }]);
    expect(await listed('offTrack=true')).toBe(true);
  });

  test('is late from the day after a milestone was due, in the time zone of the area', async () => {
    const id = await running();
    // In Riyadh the 11th begins at 21:00 UTC of the 10th.
    now = new Date('2027-01-10T20:59:00Z');
    expect((await people.get(id)).troubles).toEqual([]);
    now = new Date('2027-01-10T21:00:00Z');
    expect((await people.get(id)).troubles).toEqual([
      { kind: 'late', milestone: 'bus', dueOn: '2027-01-10' },
    ]);
    now = new Date('2026-11-26T09:00:00Z');
  });
});

describe('the content of an initiative is refused', () => {
  test.each([
    ['/partners/0', 'initiative-lead-is-partner', { partners: ['lith'] }],
    ['/shares/2/association', 'initiative-share-of-stranger', { partners: ['ghumayqah'] }],
    ['/villages', 'initiative-without-target', { villages: [] }],
    ['/villages/1', 'village-not-found', { villages: ['saya', 'atlantis'] }],
    ['/partners/0', 'association-not-found', { partners: ['nobody'], shares: [] }],
    [
      '/milestones/1/id',
      'initiative-milestone-twice',
      { milestones: [BUS.milestones[0], BUS.milestones[0]] },
    ],
  ])('at %s: %s', async (pointer, code, change) => {
    const response = await people.open('lith', { ...BUS, ...change });
    expect(codes(response)[0]?.[1]).toBe(code);
    expect(problemIn(response).errors?.map((one) => one.pointer)).toEqual([pointer]);
  });

  test('where its area is no area, or a day is none', async () => {
    const bow = {
      type: 'Polygon',
      coordinates: [
        [
          [40, 20],
          [41, 21],
          [41, 20],
          [40, 21],
          [40, 20],
        ],
      ],
    };
    expect(codes(await people.open('lith', { ...BUS, place: bow }))).toEqual([[422, 'geometry-invalid']]);
    const milestones = [{ id: 'x', title: 'x', dueOn: '2027-02-30' }];
    expect(codes(await people.open('lith', { ...BUS, milestones }))).toEqual([[422, 'request-invalid']]);
  });
});

describe('a partner who leaves', () => {
  test('takes its share along; the others approve what is left anew', async () => {
    const id = await running();
    const left = (await people.leave(id, 'wasqah')).json<Initiative>();
    expect(left).toMatchObject({ state: 'proposed', revision: 2, content: { partners: ['ghumayqah'] } });
    expect(left.content.shares.map(({ association }) => association)).toEqual(['lith', 'ghumayqah']);
    expect(left.troubles).toEqual([{ kind: 'short', resource: 'people', missing: 2 }]);
    expect(left.standings.map(({ association, standing }) => [association, standing])).toEqual([
      ['ghumayqah', 'stale'],
      ['lith', 'stale'],
    ]);
    expect(codes(await people.answer(id, 'wasqah', 'signed'))).toEqual([[409, 'not-a-party']]);
    await people.answer(id, 'lith', 'signed');
    expect((await people.answer(id, 'ghumayqah', 'signed')).json<Initiative>().state).toBe('agreed');
  });

  test('as the last one stops it, with the reason', async () => {
    const { id } = await opened({ ...BUS, partners: ['wasqah'], shares: [] });
    expect((await people.leave(id, 'wasqah')).json<Initiative>()).toMatchObject({
      state: 'stopped',
      reason: 'لا سائقين لدينا',
    });
  });

  test('is not the lead, who hands over first', async () => {
    const { id } = await opened();
    expect(codes(await people.leave(id, 'lith'))).toEqual([[409, 'initiative-lead-stays']]);
    const handed = { ...BUS, lead: 'wasqah', partners: ['lith', 'ghumayqah'] };
    expect((await people.change(id, handed)).statusCode).toBe(200);
    expect((await people.leave(id, 'lith')).json<Initiative>().content.partners).toEqual(['ghumayqah']);
    expect(codes(await people.change(id, BUS))).toEqual([[403, 'not-allowed']]);
  });
});

describe('who may do what with an initiative', () => {
  test('its lead changes and moves it, partners enter what they reach, and the council stops it', async () => {
    const { id } = await opened();
    expect(
      codes(
        await people.open('wasqah'),
        await people.change(id, BUS, 'wasqah'),
        await people.move(id, 'proposed', 'wasqah'),
        await people.stop(id, 'wasqah'),
        await people.reachMilestone(id, 'bus', '2026-11-26', 'afaf'),
        await people.enterReached(id, 'saya', { round: '2026', orphans: 1, widows: 0, families: 0 }, 'afaf'),
        await people.stop(id, 'observer'),
      ),
    ).toEqual(Array(7).fill([403, 'not-allowed']));
    const forAnother = await people.ask('afaf', 'PUT', `/initiatives/${id}/answers/wasqah`, { payload: {} });
    expect(codes(forAnother, await people.answer(id, 'afaf', 'signed'))).toEqual([
      [403, 'not-allowed'],
      [409, 'not-a-party'],
    ]);
    expect((await people.stop(id, 'council')).json<Initiative>().state).toBe('stopped');
    expect((await people.open('council')).statusCode).toBe(201);
  });

  test('the public sees none of it', async () => {
    const { id } = await opened();
    for (const path of ['', `/${id}`, `/${id}/reached`, `/${id}/joint-need`]) {
      const response = await service.app.inject({
        url: `${AREA}/initiatives${path}`,
        headers: { cookie: '' },
      });
      expect(codes(response)).toEqual([[401, 'sign-in-needed']]);
    }
  });
});

describe('people reached', () => {
  // The example plan: Lith covers al-ghalah, and Ghumayqah does not.
  const counts = (orphans: number, round = '2026-11') => ({ round, orphans, widows: 0, families: 12 });
  const reached = async (id: string, who: Who) =>
    (await people.ask(who, 'GET', `/initiatives/${id}/reached`)).json<Reached>();

  test('are known exactly where one covers the village, else in bands, and totals say no more', async () => {
    const id = await running();
    expect((await people.enterReached(id, 'al-ghalah', counts(3), 'ghumayqah')).statusCode).toBe(200);
    expect((await reached(id, 'lith')).villages).toMatchObject([
      { village: 'al-ghalah', round: '2026-11', orphans: { least: 3, most: 3 } },
    ]);
    for (const who of ['ghumayqah', 'afaf', 'council', 'observer'] as const) {
      const { villages, total } = await reached(id, who);
      expect([who, villages[0]?.orphans, total.orphans]).toEqual([
        who,
        { least: 1, most: 9 },
        { least: 1, most: 9 },
      ]);
    }
  });

  test('are told and recorded without their counts', async () => {
    const id = await running();
    await people.enterReached(id, 'al-ghalah', counts(987_654));
    const record = await people.ask('lith', 'GET', `/record?kind=initiative&id=${id}`);
    expect(record.json<{ items: RecordEntry[] }>().items[0]).toMatchObject({
      act: 'people-reached',
      data: { title: BUS.title, village: 'al-ghalah', round: '2026-11' },
    });
    const events = await service.db
      .selectFrom('event')
      .select('data')
      .where('kind', '=', 'initiative')
      .execute();
    expect(JSON.stringify([record.json(), events])).not.toContain('987654');
  });

  test('are counted by village and round, the last entry of each', async () => {
    const id = await running();
    await people.enterReached(id, 'al-ghalah', counts(30, '2026-10'));
    await people.enterReached(id, 'al-ghalah', counts(5));
    now = new Date(now.getTime() + 1000);
    await people.enterReached(id, 'al-ghalah', counts(25));
    const { villages, total } = await reached(id, 'lith');
    expect(villages.map(({ round, orphans }) => [round, orphans.least])).toEqual([
      ['2026-10', 30],
      ['2026-11', 25],
    ]);
    expect(total.orphans).toEqual({ least: 55, most: 55 });
  });

  test('are entered for villages of the initiative while it runs', async () => {
    const { id } = await opened();
    expect(codes(await people.enterReached(id, 'al-ghalah', counts(5)))).toEqual([
      [409, 'initiative-not-running'],
    ]);
    expect(codes(await people.enterReached(await running(), 'ghumayqah', counts(5)))).toEqual([
      [409, 'village-not-targeted'],
    ]);
  });
});

test('why it is joint is told by what whoever asks may know of the need', async () => {
  const { id } = await opened();
  const why = async (who: Who) =>
    (await people.ask(who, 'GET', `/initiatives/${id}/joint-need`)).json<JointNeed>();
  expect((await why('lith')).villages.counted + (await why('lith')).villages.uncounted).toBe(2);
  const need = { round: '2026-11', orphans: 13, widows: 0, families: 5 };
  await people.ask('lith', 'PUT', '/villages/al-ghalah/need', { payload: need });
  const own = await why('lith');
  const others = await why('afaf');
  expect(own.parties.map(({ association }) => association)).toEqual(['ghumayqah', 'lith', 'wasqah']);
  expect(own.villages.counted).toBe(others.villages.counted);
  expect(others.need.least).toBeLessThanOrEqual(own.need.least);
  expect(others.need.most ?? Number.POSITIVE_INFINITY).toBeGreaterThan(own.need.most ?? 0);
});
