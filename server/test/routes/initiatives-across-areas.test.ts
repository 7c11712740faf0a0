import type { AreaId, Initiative, JointNeed, Reached, RecordEntry } from '@nitaq/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importArea } from '../../src/services/import-area.ts';
import { verifyRecord } from '../../src/services/verify-record.ts';
import { BUS, type InitiativePeople, initiativePeople } from '../support/initiatives.ts';
import { problemCode, problemIn } from '../support/requests.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

/** Another area with the same associations and villages, so that nothing is told apart by its id alone. */
const TIHAMAH = 'tihamah' as AreaId;
const now = new Date('2026-11-26T09:00:00Z');
let service: TestService;
/** Those of the lead's area, of the partner's, and of a third one that has no part in it. */
let here: InitiativePeople;
let there: InitiativePeople;
let apart: InitiativePeople;

beforeAll(async () => {
  service = await startTestService({ now: () => now });
  const folder = await shippedArea();
  for (const id of [TIHAMAH, 'apart' as AreaId])
    await importArea(service.db, { ...folder, area: { ...folder.area, id } });
  here = await initiativePeople(service);
  there = await initiativePeople(service, TIHAMAH);
  apart = await initiativePeople(service, 'apart' as AreaId);
});
afterAll(() => service.close());

const ACROSS = {
  ...BUS,
  partners: ['ghumayqah', 'tihamah/lith'],
  villages: ['saya', 'al-ghalah', 'tihamah/al-ghalah'],
  shares: [
    { association: 'lith', resource: 'money', amount: 90_000, note: null },
    { association: 'tihamah/lith', resource: 'people', amount: 2, note: 'سائقان' },
  ],
};

async function proposed(content: object = ACROSS): Promise<Initiative> {
  const opened = await here.open('lith', content);
  expect(opened.statusCode, opened.body).toBe(201);
  const moved = await here.move(opened.json<Initiative>().id, 'proposed');
  return moved.json<Initiative>();
}

async function running(): Promise<string> {
  const { id } = await proposed();
  for (const who of ['lith', 'ghumayqah'] as const) await here.answer(id, who, 'signed');
  await there.answer(id, 'lith', 'signed');
  const started = await here.move(id, 'running');
  expect(started.statusCode, started.body).toBe(200);
  return id;
}

const code = (response: Parameters<typeof problemCode>[0]) => [response.statusCode, problemCode(response)];
const listed = async (people: InitiativePeople, id: string, who: 'lith' | 'observer' = 'observer') =>
  (await people.ask(who, 'GET', '/initiatives'))
    .json<{ items: Initiative[] }>()
    .items.some((one) => one.id === id);

test('an initiative is in the list and on a page of each area that takes part, and of no other', async () => {
  const { id } = await proposed();
  expect(await Promise.all([here, there, apart].map((people) => listed(people, id)))).toEqual([
    true,
    true,
    false,
  ]);
  expect(code(await apart.ask('council', 'GET', `/initiatives/${id}`))).toEqual([
    404,
    'initiative-not-found',
  ]);
  expect((await there.ask('council', 'GET', `/initiatives/${id}`)).statusCode).toBe(200);
});

test('it reads in each area as that one names things, and tells what the others are called', async () => {
  const { id, contentHash } = await proposed();
  const seen = await there.get(id);
  expect(seen).toMatchObject({
    area: 'al-lith',
    contentHash,
    content: {
      lead: 'al-lith/lith',
      partners: ['al-lith/ghumayqah', 'lith'],
      villages: ['al-lith/saya', 'al-lith/al-ghalah', 'al-ghalah'],
    },
  });
  expect(seen.standings.map(({ association }) => association).sort()).toEqual([
    'al-lith/ghumayqah',
    'al-lith/lith',
    'lith',
  ]);
  expect(seen.elsewhere.associations.map((one) => [one.id, one.area.id, one.name.en.length > 0])).toEqual([
    ['al-lith/ghumayqah', 'al-lith', true],
    ['al-lith/lith', 'al-lith', true],
  ]);
  expect(seen.elsewhere.villages.map((one) => one.id)).toEqual(['al-lith/saya', 'al-lith/al-ghalah']);
  expect((await here.get(id)).elsewhere.associations.map((one) => one.id)).toEqual(['tihamah/lith']);
});

test('one content is agreed when each has approved it in its own area', async () => {
  const { id } = await proposed();
  for (const who of ['lith', 'ghumayqah'] as const) await here.answer(id, who, 'signed');
  expect((await here.get(id)).state).toBe('proposed');
  // An association of the other area that bears the same name as a partner of this one.
  expect(code(await there.answer(id, 'ghumayqah', 'signed'))).toEqual([409, 'not-a-party']);
  expect((await there.answer(id, 'lith', 'objected')).json<Initiative>().state).toBe('proposed');
  expect((await there.answer(id, 'lith', 'signed')).json<Initiative>().state).toBe('agreed');
  expect((await here.get(id)).standings.map(({ association, standing }) => [association, standing])).toEqual([
    ['ghumayqah', 'signed'],
    ['lith', 'signed'],
    ['tihamah/lith', 'signed'],
  ]);
});

test('only its lead changes, moves and stops it, and the council of its area; not those of the same name elsewhere', async () => {
  const { id } = await proposed();
  const responses = [
    await there.change(id, BUS),
    await there.move(id, 'running'),
    await there.stop(id, 'lith'),
    await there.stop(id, 'council'),
    await there.reachMilestone(id, 'bus', '2026-11-26', 'ghumayqah'),
  ];
  expect(responses.map(code)).toEqual(Array(5).fill([403, 'not-allowed']));
  expect((await here.stop(id, 'council')).statusCode).toBe(200);
});

test('a partner of another area notes milestones, and who was reached in the villages of its area', async () => {
  const id = await running();
  expect((await there.reachMilestone(id, 'bus', '2026-11-26')).statusCode).toBe(200);
  const counts = { round: '2026-11', orphans: 3, widows: 0, families: 12 };
  expect((await there.enterReached(id, 'al-ghalah', counts)).statusCode).toBe(200);
  expect(code(await there.enterReached(id, 'saya', counts))).toEqual([409, 'village-not-targeted']);
  const reached = async (people: InitiativePeople, who: 'lith' | 'council') =>
    (await people.ask(who, 'GET', `/initiatives/${id}/reached`)).json<Reached>().villages;
  expect(await reached(there, 'lith')).toMatchObject([
    { village: 'al-ghalah', orphans: { least: 3, most: 3 } },
  ]);
  expect(await reached(here, 'lith')).toMatchObject([
    { village: 'tihamah/al-ghalah', orphans: { least: 1, most: 9 } },
  ]);
  expect(await reached(there, 'council')).toMatchObject([{ orphans: { least: 1, most: 9 } }]);
});

test('the need of another area is known in bands, and only once one of its associations has approved', async () => {
  const need = { round: '2026-11', orphans: 3, widows: 0, families: 5 };
  await there.ask('lith', 'PUT', '/villages/al-ghalah/need', { payload: need });
  const { id } = await proposed({ ...ACROSS, villages: ['tihamah/al-ghalah'], place: null });
  const why = async (people: InitiativePeople) =>
    (await people.ask('lith', 'GET', `/initiatives/${id}/joint-need`)).json<JointNeed>();
  expect(await why(here)).toMatchObject({ villages: { counted: 0, uncounted: 1 } });
  expect((await why(here)).parties.find((one) => one.association === 'tihamah/lith')?.free).toBeNull();
  expect(await why(there)).toMatchObject({ need: { least: 3, most: 3 } });
  await there.answer(id, 'lith', 'signed');
  expect(await why(here)).toMatchObject({ need: { least: 1, most: 9 }, villages: { counted: 1 } });
});

test('once it has ended the need of another area is known no more; who was reached is', async () => {
  const id = await running();
  const counts = { round: '2026-11', orphans: 3, widows: 0, families: 12 };
  await there.ask('lith', 'PUT', '/villages/al-ghalah/need', { payload: counts });
  await there.enterReached(id, 'al-ghalah', counts);
  const counted = async (people: InitiativePeople) =>
    (await people.ask('lith', 'GET', `/initiatives/${id}/joint-need`)).json<JointNeed>().villages.counted;
  const [before, own] = [await counted(here), await counted(there)];
  for (const { id: milestone } of BUS.milestones) await here.reachMilestone(id, milestone, '2026-11-26');
  expect((await here.move(id, 'done')).statusCode).toBe(200);
  expect([await counted(here), await counted(there)]).toEqual([before - 1, own]);
  const reached = (await here.ask('lith', 'GET', `/initiatives/${id}/reached`)).json<Reached>();
  expect(reached.villages).toMatchObject([{ village: 'tihamah/al-ghalah', orphans: { least: 1, most: 9 } }]);
});

test('what is done stands in the record of the area in which it was done, and is read together from each', async () => {
  const id = await running();
  const entries = async (people: InitiativePeople) => {
    const found: RecordEntry[] = [];
    let next: string | null = null;
    do {
      const cursor: string = next === null ? '' : `&cursor=${next}`;
      const page = await people.ask('observer', 'GET', `/record?kind=initiative&id=${id}&limit=2${cursor}`);
      const read = page.json<{ items: RecordEntry[]; next: string | null }>();
      found.push(...read.items);
      next = read.next;
    } while (next !== null);
    return found.reverse().map(({ area, act }) => [area, act]);
  };
  const all = [
    ['al-lith', 'initiative-opened'],
    ['al-lith', 'initiative-proposed'],
    ['al-lith', 'initiative-signed'],
    ['al-lith', 'initiative-signed'],
    ['tihamah', 'initiative-signed'],
    ['al-lith', 'initiative-started'],
  ];
  expect(await entries(here)).toEqual(all);
  expect(await entries(there)).toEqual(all);
  const elsewhere = await apart.ask('observer', 'GET', `/record?kind=initiative&id=${id}`);
  expect(elsewhere.json()).toEqual({ items: [], next: null });
  for (const verdict of await verifyRecord(service.db)) expect(verdict).toMatchObject({ isWhole: true });
});

test('each area that sees it is told of what happens to it', async () => {
  const { id } = await proposed();
  await there.answer(id, 'lith', 'objected');
  const events = await service.db
    .selectFrom('event')
    .select(['area_id', 'data'])
    .where('kind', '=', 'initiative')
    .execute();
  const told = events.filter(({ data }) => JSON.stringify(data).includes(id));
  expect(told.map(({ area_id }) => area_id).sort()).toEqual([
    'al-lith',
    'al-lith',
    'al-lith',
    'tihamah',
    'tihamah',
    'tihamah',
  ]);
});

test('a partner of another area that leaves takes the villages of its area along, and still sees why', async () => {
  const { id } = await proposed();
  const left = await there.leave(id, 'lith');
  expect(left.json<Initiative>()).toMatchObject({ state: 'proposed' });
  expect((await here.get(id)).content).toMatchObject({
    partners: ['ghumayqah'],
    villages: ['saya', 'al-ghalah'],
  });
  expect(await listed(there, id)).toBe(true);
  expect(code(await there.answer(id, 'lith', 'signed'))).toEqual([409, 'not-a-party']);
  for (const who of ['lith', 'ghumayqah'] as const) await here.answer(id, who, 'signed');
  const why = (await there.ask('lith', 'GET', `/initiatives/${id}/joint-need`)).json<JointNeed>();
  expect(why.villages.counted).toBe(0);
});

test.each([
  ['/partners/1', 'association-not-found', { partners: ['ghumayqah', 'tihamah/nobody'], shares: [] }],
  ['/partners/0', 'association-not-found', { partners: ['nowhere/lith'], shares: [], villages: ['saya'] }],
  ['/villages/0', 'village-not-found', { villages: ['tihamah/atlantis'] }],
  ['/villages/0', 'initiative-village-of-stranger', { villages: ['apart/saya'] }],
  ['/shares/1/association', 'initiative-share-of-stranger', { partners: ['ghumayqah'] }],
])('what another area does not have is refused at %s: %s', async (pointer, problem, change) => {
  const response = await here.open('lith', { ...ACROSS, ...change });
  expect(code(response)[1]).toBe(problem);
  expect(problemIn(response).errors?.map((one) => one.pointer)).toEqual([pointer]);
});

test('what is of its own area may be named with it, and is the same', async () => {
  const plain = (await here.open('lith', BUS)).json<Initiative>();
  const named = await here.open('lith', { ...BUS, partners: ['al-lith/ghumayqah', 'wasqah'] });
  expect(named.json<Initiative>().contentHash).toBe(plain.contentHash);
});
