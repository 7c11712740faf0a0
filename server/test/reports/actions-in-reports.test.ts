import { type ActionItem, LANGUAGES, type RecordEntry, type Report, type ReportSheet } from '@nitaq/core';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { AFAF, LITH } from '../support/negotiation.ts';
import { hasPoppler, textOf } from '../support/poppler.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: MeetingPeople;
let action: ActionItem;
const TITLE = 'حصر الأرامل في وادي سعيا';

beforeAll(async () => {
  service = await startTestService({ as: null });
  people = await meetingPeopleOn(service);
  const open = (title: string, association: string | null, dueOn: string) =>
    people.done<ActionItem>(
      people.write('council', 'POST', 'actions', { title, owner: { association, person: null }, dueOn }),
      201,
    );
  await open('later', LITH, '2036-12-24');
  action = await open(TITLE, LITH, '2020-02-02');
  await open('of the council', null, '2036-12-24');
});
afterAll(() => service.close());

const get = (who: string, query = '') => people.send(who, 'GET', `reports/coverage?${query}`);
const sheetOf = async (who: string, query = '', association: string = LITH): Promise<ReportSheet> => {
  const { associations } = await people.done<Report>(get(who, query));
  const sheet = associations.find(({ id }) => id === association);
  if (!sheet) throw new Error(`no sheet of ${association}`);
  return sheet;
};

test('the sheet of an association has its open actions, the first due first', async () => {
  expect((await sheetOf('observer')).actions).toMatchObject([
    { title: TITLE, owner: null, dueOn: '2020-02-02', timing: 'late' },
    { title: 'later', dueOn: '2036-12-24', timing: 'later' },
  ]);
  expect((await sheetOf('observer', '', AFAF)).actions).toEqual([]);
});

test('the public is told of none, in no form', async () => {
  expect((await sheetOf('nobody')).actions).toBeNull();
  for (const format of ['html', 'json', 'csv', 'geojson']) {
    expect((await get('nobody', `format=${format}&lang=ar`)).body).not.toContain(TITLE);
  }
});

test('every form with tables has them, with the day in both calendars', async () => {
  for (const lang of LANGUAGES) {
    const late = lang === 'ar' ? 'متأخرة' : 'late';
    const page = (await get(LITH, `format=html&lang=${lang}`)).body;
    for (const said of [TITLE, late, lang === 'ar' ? '٢ فبراير ٢٠٢٠' : 'February 2, 2020']) {
      expect(page).toContain(said);
    }
    expect(page).toContain(lang === 'ar' ? 'جمادى الآخرة ١٤٤١' : 'Jumada II 8, 1441');
    const { sheets } = await readXlsx((await get(LITH, `format=xlsx&lang=${lang}`)).rawPayload);
    const [, first] =
      sheets.find(({ name }) => name === (lang === 'ar' ? 'المهام المفتوحة' : 'Open actions'))?.rows ?? [];
    expect([first?.[1], first?.[4]]).toEqual([TITLE, late]);
  }
});

test.skipIf(!hasPoppler)('on paper they stand on the sheet', async () => {
  const text = textOf((await get(LITH, 'format=pdf&lang=en')).rawPayload);
  expect(text).toContain('Open actions');
  expect(text).toContain('February 2, 2020');
});

test('a report of a past day has what was open then', async () => {
  const done = { state: 'done', dueOn: '2021-02-02' };
  await people.done(people.write('council', 'PATCH', `actions/${action.id}`, done, action.version));
  expect((await sheetOf(LITH)).actions).toMatchObject([{ title: 'later' }]);
  const { items } = await people.done<{ items: RecordEntry[] }>(
    people.send('council', 'GET', 'record?limit=100'),
  );
  const opened = items.find(({ act, subject }) => act === 'action-opened' && subject.id === action.id);
  const then = await sheetOf(LITH, `at=${opened?.at}`);
  expect(then.actions).toMatchObject([{ title: TITLE, dueOn: '2020-02-02' }, { title: 'later' }]);
});
