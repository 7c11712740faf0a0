import type { CoverageReport, Language, PlanZone, Proposal, Report, TerritoryFeature } from '@nitaq/core';
import { LANGUAGES } from '@nitaq/core';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { hasPoppler, textOf } from '../support/poppler.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const ENDS_ON = '2027-03-01';
/** The end in both calendars, the one of the language first. */
const END = {
  ar: ['٢٢ رمضان ١٤٤٨ هـ', '١ مارس ٢٠٢٧'],
  en: ['March 1, 2027', 'Ramadan 22, 1448 AH'],
} as const satisfies Record<Language, readonly string[]>;
const HEADING = { ar: 'النطاقات المشتركة المتفق عليها', en: 'Shared by agreement' } as const;
/** As associations write it, in Arabic or not. */
const SERVICES = ['كفالة', 'Winter clothing'];

/** Why a stretch of border runs where it does, as somebody wrote it down. */
const REASON = 'Along the foot of the mountain';

let service: TestService;
let people: MeetingPeople;
let now = new Date('2026-11-24T09:00:00Z');
let plan: string;
let zone: PlanZone;
let village: string;
let names: Record<string, Record<Language, string>>;

/** An overlap in which a village lies is agreed to be shared, put to the others, signed and put into force. */
beforeAll(async () => {
  service = await startTestService({ now: () => now, as: null });
  people = await meetingPeopleOn(service);
  const claims = await people.done<CoverageReport>(
    people.send('council', 'GET', 'plans/opening-claims/coverage'),
  );
  const overlap = claims.overlaps.features.find(
    ({ properties }) => properties.villages.length > 0 && properties.associations.length === 2,
  );
  const [partner, lead] = overlap?.properties.associations ?? [];
  if (!overlap || !lead || !partner) throw new Error('Nothing overlaps where a village is');
  village = overlap.properties.villages[0] ?? '';
  const draft = await people.done<{ id: string }>(
    people.write(lead, 'POST', 'plans', { title: 'Shared', from: 'in-force' }),
    201,
  );
  const terms = {
    geometry: overlap.geometry,
    lead,
    partners: [partner],
    services: SERVICES,
    endsOn: ENDS_ON,
  };
  zone = await people.done<PlanZone>(
    people.write(lead, 'POST', `plans/${draft.id}/shared-zones`, terms),
    201,
  );
  const { geometry } = await people.done<TerritoryFeature>(
    people.send(lead, 'GET', `plans/${draft.id}/territories/${lead}`),
  );
  const line = geometry?.coordinates[0]?.[0]?.slice(3, 6);
  await people.done(
    people.write(lead, 'POST', `plans/${draft.id}/reasons`, { line, associations: [lead], text: REASON }),
    201,
  );
  const opened = await people.done<Proposal>(
    people.write(lead, 'POST', 'proposals', {
      ...{ draft: draft.id, title: 'Shared', reason: 'Together', deadline: '2026-12-24T00:00:00Z' },
    }),
    201,
  );
  let present = opened;
  for (const party of opened.revision.affected) {
    const { contentHash } = present.revision;
    present = await people.done<Proposal>(
      people.write(party, 'PUT', `proposals/${opened.id}/answers/${party}`, {
        ...{ answer: 'signed', contentHash },
      }),
    );
  }
  await people.done(
    people.write(
      'council',
      'POST',
      `proposals/${opened.id}/enactment`,
      { from: '2026-11-25' },
      present.version,
    ),
  );
  plan = opened.revision.plan;
  now = new Date('2026-11-25T09:00:00Z');
  const { associations, villages } = await people.done<Report>(
    people.send('observer', 'GET', 'reports/coverage'),
  );
  names = Object.fromEntries([...associations, ...villages].map(({ id, name }) => [id, name]));
});
afterAll(() => service.close());

const read = async (path: string) => {
  const response = await people.send('observer', 'GET', `reports/${path}`);
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200);
  return response;
};
const plain = (text: string) => text.replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ');

describe('a zone that is shared until a day', () => {
  test.each(LANGUAGES)(
    'stands on the page and in the workbook with its end in both calendars (%s)',
    async (lang) => {
      const page = plain((await read(`coverage?format=html&lang=${lang}`)).body);
      const [, section = ''] = /<h2 id="shared">(.*?)<\/section>/.exec(page) ?? [];
      const { sheets } = await readXlsx((await read(`coverage?format=xlsx&lang=${lang}`)).rawPayload);
      const sheet = sheets.find(({ name }) => name.startsWith(HEADING[lang]));
      const row = plain((sheet?.rows[1] ?? []).join(' '));
      const expected = [zone.lead, ...zone.partners, village].map((id) => names[id]?.[lang] ?? id);
      for (const said of [...END[lang], ...SERVICES, ...expected]) {
        expect(section).toContain(said);
        expect(row).toContain(said);
      }
    },
  );

  test('stands in the files for GIS programs with the same day', async () => {
    const { features } = (await read('coverage?format=geojson')).json();
    const shared = features.filter(
      (one: { properties: { layer: string } }) => one.properties.layer === 'shared',
    );
    expect(shared).toMatchObject([
      {
        properties: {
          lead: zone.lead,
          partners: zone.partners.join(', '),
          services: SERVICES.join(', '),
          ends_on: ENDS_ON,
        },
      },
    ]);
  });

  describe.skipIf(!hasPoppler)('on paper', () => {
    /** All that stands between the heading and the signatures, without the spaces that columns make. */
    const partOf = async (query: string, [begin, end]: readonly [string, string]) => {
      const text = textOf((await read(`agreement?plan=${plan}&${query}`)).rawPayload);
      // The legends of maps say the same before it.
      const part = text.slice(text.lastIndexOf(begin));
      return part.split(end)[0]?.replaceAll(/\s+/g, ' ') ?? '';
    };
    const expectAll = (text: string, words: readonly string[]) => {
      for (const one of words) expect(text).toContain(one);
    };
    const ENGLISH = [
      'Ghumayqah',
      'Lith Governorate',
      'Winter',
      'clothing',
      'Suwamilah',
      '334.23',
      'March 1,',
      '2027',
    ];
    const IN_BOTH_CALENDARS = ['Ramadan', '1448', 'AH'];
    /** What no ligature is in, which `pdftotext` would turn round. */
    const ARABIC = ['بغميقة', 'كفالة', 'الصواملة', '٣٣٤٫٢٣', '٢٢', 'رمضان', '١٤٤٨', 'مارس', '٢٠٢٧'];

    test('stands in the agreement that is signed, with its end, who leads and what they do there', async () => {
      const english = await partOf('lang=en', ['Shared by agreement', 'Signatures']);
      expectAll(english, [...ENGLISH, ...IN_BOTH_CALENDARS]);
      expectAll(await partOf('lang=ar', ['المتفق عليها', 'التوقيعات']), ARABIC);
    });

    test('stands in the agreement with its translation beside it, in both languages', async () => {
      const both = await partOf('lang=ar&beside=en', ['المتفق عليها', 'Signatures']);
      expectAll(both, [...ENGLISH, ...IN_BOTH_CALENDARS, ...ARABIC]);
    });

    test('each border is described by directions, landmarks and lengths, with the reasons that were recorded', async () => {
      const { associations } = await people.done<Report>(
        people.send('observer', 'GET', `reports/coverage?plan=${plan}`),
      );
      const text = textOf((await read(`agreement?plan=${plan}&lang=en`)).rawPayload).replaceAll(/\s+/g, ' ');
      const [, ...parts] = text.split(/Territory of (?=[^.]*?The territory has)/);
      expect(parts).toHaveLength(associations.length);
      for (const [at, { perimeterKm }] of associations.entries()) {
        const part = parts[at] ?? '';
        expect(part).toContain(`a border of ${perimeterKm.toFixed(1)} km`);
        expect(part).toMatch(/The border is [\d.,]+ km in all/);
        expect(part).toMatch(/(?:north|south|east|west)/);
        expect(part).toMatch(/\d\.\d km (?:north|south|east|west)/);
        expect(part).toContain('Begins');
      }
      expect(text).toMatch(/Passes/);
      expect(text.replaceAll(' ', '')).toContain('Reason:');
      for (const word of REASON.split(' ')) expect(text).toContain(word);
    });

    test('is gone from the plan’s report from its last day on, and is an overlap again', async () => {
      const before = await people.done<Report>(
        people.send('observer', 'GET', 'reports/coverage?at=2026-11-25'),
      );
      now = new Date('2027-03-01T09:00:00Z');
      const after = await people.done<Report>(people.send('observer', 'GET', 'reports/coverage'));
      expect([before.shared.length, after.shared.length]).toEqual([1, 0]);
      expect(after.overlaps.length).toBe(before.overlaps.length + 1);
      expect((await read('coverage?format=html&lang=en')).body).not.toContain('id="shared"');
    });
  });
});
