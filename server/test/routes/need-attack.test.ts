import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import type { CoverageReport, Initiative, MeetingRoom, Proposal, RecordEntry } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, type OpenStream, openStream } from '../support/event-stream.ts';
import { BUS } from '../support/initiatives.ts';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { LITH } from '../support/negotiation.ts';
import { signedIn } from '../support/people.ts';
import { AREA, makeDraft, putTerritory } from '../support/requests.ts';
import { square } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

/** Whose counts are attacked; in the opening claims it covers five villages alone. */
const OWNER = 'wasqah';
const ROUND = '2026-11';
const FORMS = ['json', 'html', 'pdf', 'csv', 'xlsx', 'geojson', 'gpkg'];
/** Whoever is not of the association whose counts these are. */
const ATTACKERS = ['nobody', LITH, 'member', 'council', 'observer'];
/** Of four villages; their sum, with what stays, lies on either side of a step of five. */
const SMALL_COUNTS: readonly (readonly number[])[] = [
  [1, 1, 1, 1],
  [4, 4, 4, 4],
  [1, 4, 2, 3],
];

let service: TestService;
let people: MeetingPeople;
let stream: OpenStream;
/** What stands for a parameter of an address: things that exist, and are about these villages. */
let named: Record<string, readonly string[]>;
let villages: readonly string[];
let village: string;
let written = '';
let asked = 0;

beforeAll(async () => {
  // The clock stands: answers name the minute they were given in.
  service = await startTestService({
    now: () => new Date('2026-11-25T12:00:00Z'),
    log: new Writable({
      write: (chunk, _, done) => {
        written += chunk;
        done();
      },
    }),
  });
  people = await meetingPeopleOn(service);
  const { done, write, room, plan, cookieOf } = people;
  const report = (await service.app.inject(`${AREA}/plans/in-force/coverage`)).json<CoverageReport>();
  villages = report.villages.filter(({ associations }) => String(associations) === OWNER).map(({ id }) => id);
  village = villages[0] ?? '';
  const draft = (await makeDraft(service.app)).id;
  await putTerritory(service.app, { plan: draft, body: square() });
  const proposal = await done<Proposal>(
    write(LITH, 'POST', 'proposals', {
      draft: 'draft-whole',
      title: 'خطة بلا فجوات',
      reason: 'لكي لا تُنسى قرية',
      deadline: '2036-12-24T00:00:00Z',
    }),
    201,
  );
  const thread = await done<{ id: string }>(
    write(LITH, 'POST', `proposals/${proposal.id}/threads`, {
      pin: { kind: 'village', village },
      text: 'لنا',
    }),
    201,
  );
  const initiative = await done<Initiative>(write(LITH, 'POST', 'initiatives', { ...BUS, villages }), 201);
  const meeting = await plan();
  await done(
    write('council', 'POST', `meetings/${meeting.id}/agenda`, {
      about: { kind: 'village', village },
      title: 'القرية',
    }),
    204,
  );
  const { agenda }: MeetingRoom = await room(meeting.id);
  named = {
    area: ['al-lith'],
    plan: ['in-force', draft, proposal.revision.plan],
    association: [LITH, OWNER],
    village: [village],
    proposal: [proposal.id],
    thread: [thread.id],
    initiative: [initiative.id],
    meeting: [meeting.id],
    item: agenda.map(({ id }) => id),
    collection: [
      'villages',
      'territories',
      'gaps',
      'overlaps',
      'areas',
      'associations',
      `territories.al-lith.${draft}`,
    ],
    feature: [`al-lith.${village}`],
    layer: ['areas', 'villages', 'territories'],
    z: ['8'],
    x: ['156'],
    y: ['113'],
  };
  signedIn.cookie = cookieOf('council');
  stream = await openStream(await listen(service.app));
}, 120_000);
afterAll(async () => {
  stream.close();
  await service.close();
});

/** An address with each thing that there is in place of its parameters; a made-up one where there is none. */
function addressesOf(url: string): string[] {
  const [parameter, name = ''] = /:([a-z]+)/.exec(url) ?? [];
  if (parameter === undefined) return [url];
  return (named[name] ?? ['nothing']).flatMap((value) => addressesOf(url.replace(parameter, value)));
}

/** All that can be read, in every form. */
function readings(isEveryForm: boolean): string[] {
  const plans = named.plan ?? [];
  return [
    ...service.app.routeActions
      .filter(({ method }) => method === 'GET')
      .flatMap(({ url }) => addressesOf(url)),
    `${AREA}/need?at=2026-11-24`,
    `${AREA}/reports/coverage?since=2026-11-20`,
    `${AREA}/villages?q=الوسقة`,
    `/api/v1/coverage?village=${village}`,
    ...plans.map((plan) => `${AREA}/reports/coverage?plan=${plan}`),
    ...(isEveryForm ? FORMS.map((format) => `${AREA}/reports/coverage?lang=ar&format=${format}`) : []),
    ...(isEveryForm
      ? ['html', 'pdf'].map((format) => `${AREA}/meetings/${named.meeting?.[0]}/minutes?format=${format}`)
      : []),
  ].filter((url) => !/events|session|account|\/record$/.test(url));
}

/** What is refused, or worked out, with a body. */
const writings = (): readonly ['PUT' | 'POST', string, unknown][] => [
  ['PUT', `${AREA}/villages/${village}/need`, { round: ROUND, orphans: 2, widows: 0, families: 0 }],
  ['PUT', `${AREA}/villages/${village}/need`, { round: ROUND, orphans: -1, widows: 0, families: 0 }],
  ['PUT', `${AREA}/need/shares/afaf`, { until: 'yesterday' }],
  ['POST', `${AREA}/reports/coverage`, {}],
];

const digest = (payload: Buffer) => createHash('sha256').update(payload).digest('hex');

async function ask(who: string, method: 'GET' | 'PUT' | 'POST', url: string, payload?: unknown) {
  const response = await service.app.inject({
    method,
    url,
    headers: { cookie: people.cookieOf(who) },
    remoteAddress: `10.0.${Math.floor(asked / 250) % 250}.${asked++ % 250}`,
    ...(payload === undefined ? {} : { payload: payload as object }),
  });
  expect([url, response.statusCode]).not.toEqual([url, 429]);
  return response;
}

/** Everything that somebody is answered, by what they ask; of the record its last act, but for its place and time. */
async function everything(who: string, isEveryForm: boolean): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const url of readings(isEveryForm)) {
    const { statusCode, headers, rawPayload } = await ask(who, 'GET', url);
    told[url] = `${statusCode} ${headers.etag ?? ''} ${digest(rawPayload)}`;
  }
  for (const [method, url, payload] of writings()) {
    if (who !== 'nobody' || method === 'PUT') {
      const { statusCode, rawPayload } = await ask(who, method, url, payload);
      told[`${method} ${url} ${JSON.stringify(payload)}`] = `${statusCode} ${digest(rawPayload)}`;
    }
  }
  const [{ act, subject, data, person } = {}]: Partial<RecordEntry>[] =
    (await ask(who, 'GET', `${AREA}/record?limit=1`)).json<{ items?: RecordEntry[] }>().items ?? [];
  told['the record'] = JSON.stringify({ act, subject, data, person });
  return told;
}

async function count(small: readonly number[]): Promise<void> {
  for (const [i, orphans] of [...small, 9].entries()) {
    const url = `villages/${villages[i]}/need`;
    const counts = { round: ROUND, orphans, widows: orphans, families: 57 };
    const { statusCode, body } = await people.write(OWNER, 'PUT', url, counts);
    expect([url, statusCode, body]).toEqual([url, 204, '']);
  }
}

/**
 * The attack: everything that others may ask is the same whichever small counts are there, so nothing that they can put
 * together from it, of one plan or of several, tells one from another.
 */
describe('whoever has another role learns nothing that tells counts from 1 to 4 from others', () => {
  test('by any list, tile, difference between plans, report, meeting, initiative, search or refusal', async () => {
    const first = new Map<string, Record<string, string>>();
    for (const [i, small] of SMALL_COUNTS.entries()) {
      await count(small);
      for (const who of ATTACKERS) {
        // Every form of a report is made of the same numbers: two rows of counts show whether one tells more.
        const { ...told } = await everything(who, i < 2);
        const before = first.get(who) ?? told;
        first.set(who, before);
        for (const [url, answer] of Object.entries(told))
          expect([who, url, answer]).toEqual([who, url, before[url]]);
      }
    }
    const answered = Object.values(first.get('council') ?? {}).filter((answer) => answer.startsWith('200'));
    expect(answered.length).toBeGreaterThan(60);
  });

  test('by what is told at once, or by what the service logs and measures', async () => {
    const events = await stream.received(SMALL_COUNTS.length * villages.length);
    for (const { event, data } of events.filter((one) => one.event === 'need')) {
      expect([event, Object.keys(data).sort()]).toEqual(['need', ['area', 'change', 'client', 'village']]);
    }
    expect((await ask('nobody', 'GET', '/metrics')).body).not.toMatch(/orphan|widow|famil/);
    expect(written.length).toBeGreaterThan(0);
    expect(written).not.toMatch(/"(orphans|widows|families)/);
  });
});
