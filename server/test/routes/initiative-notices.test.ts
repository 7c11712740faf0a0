import type { AreaId, Initiative } from '@nitaq/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliverMail } from '../../src/mail/deliver-mail.ts';
import type { Mail } from '../../src/people/mailer.ts';
import { stateMailSetup } from '../../src/repositories/mail-repository.ts';
import { importArea } from '../../src/services/import-area.ts';
import { tellLate } from '../../src/services/initiatives/tell-late.ts';
import { BUS, type InitiativePeople, initiativePeople, type Who } from '../support/initiatives.ts';
import { PEOPLE } from '../support/people.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

const TIHAMAH = 'tihamah' as AreaId;
let clock = Date.parse('2026-11-26T09:00:00Z');
// Each reading is a second later, so that what is told has an order.
const now = () => {
  clock += 1_000;
  return new Date(clock);
};
const sent: Mail[] = [];
const sendMail = async (mail: Mail) => {
  sent.push(mail);
};
let service: TestService;
let here: InitiativePeople;
let there: InitiativePeople;

beforeAll(async () => {
  service = await startTestService({ now, as: null, sendMail });
  await stateMailSetup(service.db, true);
  const folder = await shippedArea();
  await importArea(service.db, { ...folder, area: { ...folder.area, id: TIHAMAH } });
  here = await initiativePeople(service);
  there = await initiativePeople(service, TIHAMAH);
});
afterAll(() => service.close());

const ACROSS = {
  ...BUS,
  partners: ['wasqah', 'tihamah/lith'],
  shares: [],
  budget: { money: 0, people: 0, goods: 0 },
};

/** What each was told of one initiative, in the order in which it happened. */
async function toldOf(id: string): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  const read = async (people: InitiativePeople, who: Who, name: string) => {
    const kinds = (await people.told(who)).filter((one) => one.initiative?.id === id);
    if (kinds.length > 0) all[name] = kinds.map(({ content }) => content.kind).reverse();
  };
  for (const who of ['lith', 'wasqah', 'afaf', 'council', 'observer'] as const) {
    await read(here, who, who);
    await read(there, who, `tihamah/${who}`);
  }
  return all;
}

test('those who take part are told what they are asked and what became of it, in each area; others are not', async () => {
  const { id } = (await here.open('lith', ACROSS)).json<Initiative>();
  expect(await toldOf(id)).toEqual({});
  await here.move(id, 'proposed');
  await here.answer(id, 'lith', 'signed');
  await there.answer(id, 'lith', 'objected');
  await here.change(id, { ...ACROSS, risks: [] });
  for (const who of ['lith', 'wasqah'] as const) await here.answer(id, who, 'signed');
  await there.answer(id, 'lith', 'signed');
  await here.stop(id, 'council');
  expect(await toldOf(id)).toEqual({
    lith: ['initiative-objected', 'initiative-agreed', 'initiative-stopped'],
    wasqah: [
      'initiative-approval-needed',
      'initiative-objected',
      'initiative-approval-needed',
      'initiative-agreed',
      'initiative-stopped',
    ],
    council: ['initiative-agreed'],
    'tihamah/lith': ['initiative-approval-needed', 'initiative-approval-stale', 'initiative-stopped'],
    'tihamah/council': ['initiative-agreed', 'initiative-stopped'],
  });
  const [objected] = (await here.told('wasqah')).filter(
    ({ content }) => content.kind === 'initiative-objected',
  );
  expect(objected).toMatchObject({
    area: 'al-lith',
    initiative: { id, title: BUS.title },
    answeredBy: { id: 'tihamah/lith', name: { ar: expect.stringContaining('الليث') } },
  });
});

test('who stays is told of a partner that leaves, by the name it has for it', async () => {
  const { id } = (await here.open('lith', ACROSS)).json<Initiative>();
  await here.move(id, 'proposed');
  await here.leave(id, 'wasqah');
  const [told] = await there.told('lith');
  expect(told).toMatchObject({
    area: 'tihamah',
    initiative: { id },
    content: { kind: 'initiative-left', by: 'al-lith/wasqah' },
    answeredBy: { id: 'al-lith/wasqah' },
  });
});

test('whom the lead takes out is told so, also in another area', async () => {
  const { id } = (await here.open('lith', ACROSS)).json<Initiative>();
  await here.move(id, 'proposed');
  await here.change(id, { ...ACROSS, partners: ['afaf'] });
  expect(await toldOf(id)).toMatchObject({
    wasqah: ['initiative-approval-needed', 'initiative-dropped'],
    'tihamah/lith': ['initiative-approval-needed', 'initiative-dropped'],
    afaf: ['initiative-approval-needed'],
  });
});

test('a milestone whose day has passed is told once all have agreed to it, and once however many processes look for it', async () => {
  const { id } = (await here.open('lith', ACROSS)).json<Initiative>();
  await here.move(id, 'proposed');
  for (const who of ['lith', 'wasqah'] as const) await here.answer(id, who, 'signed');
  expect(await tellLate(service.db, new Date('2027-01-12T09:00:00Z'))).toBeUndefined();
  expect(await toldOf(id)).not.toMatchObject({ wasqah: expect.arrayContaining(['initiative-late']) });
  await there.answer(id, 'lith', 'signed');
  const before = clock;
  clock = Date.parse('2027-01-10T21:00:00Z');
  await Promise.all([tellLate(service.db, now()), tellLate(service.db, now())]);
  await tellLate(service.db, now());
  const late = (await there.told('lith')).filter((one) => one.initiative?.id === id);
  expect(late.map(({ content }) => content).filter(({ kind }) => kind === 'initiative-late')).toEqual([
    { kind: 'initiative-late', milestone: 'شراء الحافلة', dueOn: '2027-01-10' },
  ]);
  clock = before;
});

test('one initiative that fails keeps nobody from hearing of another that is late', async () => {
  const { id } = (await there.open('lith', { ...BUS, partners: ['wasqah'], shares: [] })).json<Initiative>();
  await there.move(id, 'proposed');
  for (const who of ['lith', 'wasqah'] as const) await there.answer(id, who, 'signed');
  // Of an area that comes first: without a content nothing can be said of it.
  await sql`insert into initiative (area_id, initiative_id, state, lead_id, parties, opened_by, opened_by_name, opened_at)
    values ('al-lith', 'broken', 'idea', 'lith', '{lith,wasqah}', 'p', 'P', '2026-11-01')`.execute(
    service.db,
  );
  const late = tellLate(service.db, new Date('2027-01-12T09:00:00Z'));
  await expect(late).rejects.toThrow('Not every late milestone could be told');
  await sql`delete from initiative where initiative_id = 'broken'`.execute(service.db);
  expect((await toldOf(id))['tihamah/lith']).toContain('initiative-late');
});

test('an e-mail tells it in the language of whom it tells, with a link that opens it in their area', async () => {
  await service.app.inject({
    method: 'PUT',
    url: '/api/v1/notices/choice',
    headers: { cookie: there.cookieOf('lith') },
    payload: { mail: 'at-once', language: 'ar' },
  });
  const { id } = (await here.open('lith', ACROSS)).json<Initiative>();
  await here.move(id, 'proposed');
  sent.length = 0;
  const { publicUrl } = PEOPLE;
  await deliverMail({ db: service.db, sendMail, publicUrl, now, onFailure: () => {} });
  const mail = sent.find(({ text }) => text.includes(id));
  expect(mail?.subject).toContain('تنتظر اعتماد جمعيتك');
  expect(mail?.text).toContain(`/?area=tihamah&lang=ar&initiative=${id}`);
});
