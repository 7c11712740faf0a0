import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, openStream } from '../support/event-stream.ts';
import { AREA, problemIn } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let address: string;

beforeAll(async () => {
  service = await startTestService();
  address = await listen(service.app);
});
afterAll(() => service.close());

const presence = { client: 'tab-1', name: 'نورة', pointer: [40.45, 20.25], editing: ['lith'] };
const send = (payload: object, plan = 'draft-whole') =>
  service.app.inject({ method: 'POST', url: `${AREA}/plans/${plan}/presence`, payload });

test('somebody who is there is told to the others, not to themselves, and never again', async () => {
  const theirs = await openStream(address, { query: 'area=al-lith&client=tab-2' });
  const own = await openStream(address, { query: 'area=al-lith&client=tab-1' });
  const response = await send(presence);
  expect([response.statusCode, response.body]).toEqual([204, '']);
  await send({ ...presence, pointer: null, editing: null }, 'in-force');
  await send({ ...presence, client: 'tab-2' });
  await send({ ...presence, gone: true });
  const event = { area: 'al-lith', plan: 'draft-whole', ...presence, gone: false };
  expect((await theirs.received(3)).map(({ id, event: kind, data }) => ({ id, kind, data }))).toEqual([
    { id: null, kind: 'presence', data: event },
    {
      id: null,
      kind: 'presence',
      data: { ...event, plan: 'opening-claims', pointer: null, editing: null },
    },
    { id: null, kind: 'presence', data: { ...event, gone: true } },
  ]);
  expect((await own.received(1)).map(({ data }) => data)).toEqual([{ ...event, client: 'tab-2' }]);
  const later = await openStream(address, { lastEventId: theirs.lastEventId() });
  await send(presence);
  await later.received(1);
  expect(later.events).toHaveLength(1);
  for (const stream of [theirs, own, later]) stream.close();
});

test('the longest presence there can be arrives whole', async () => {
  const stream = await openStream(address);
  const longest = {
    client: 'c'.repeat(64),
    name: '🌴'.repeat(60),
    pointer: [-179.1234567890123, -89.1234567890123],
    editing: Array(50).fill('a'.repeat(64)),
    gone: false,
  };
  expect((await send(longest)).statusCode).toBe(204);
  expect((await stream.received(1))[0]?.data).toMatchObject(longest);
  stream.close();
});

describe('a presence is refused', () => {
  test.for([
    ['without a client', { ...presence, client: undefined }, '/client'],
    ['with a client that is none', { ...presence, client: 'a b' }, '/client'],
    ['without a name', { ...presence, name: '' }, '/name'],
    ['with an endless name', { ...presence, name: 'x'.repeat(61) }, '/name'],
    ['with a pointer beyond the earth', { ...presence, pointer: [181, 0] }, '/pointer/0'],
    ['with half a pointer', { ...presence, pointer: [40] }, '/pointer'],
    ['with more territories than anybody edits', { ...presence, editing: Array(51).fill('a') }, '/editing'],
    ['with a member that it does not know', { ...presence, colour: 1 }, '/colour'],
  ] as const)('%s', async ([, body, pointer]) => {
    const problem = problemIn(await send(body));
    expect(problem).toMatchObject({ status: 422, type: 'urn:nitaq:problem:request-invalid' });
    expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
  });

  test('of more than 8 KB, and at a plan that there is not', async () => {
    expect(problemIn(await send({ ...presence, name: 'x'.repeat(9_000) })).status).toBe(413);
    expect(problemIn(await send(presence, 'nothing'))).toMatchObject({
      type: 'urn:nitaq:problem:plan-not-found',
    });
  });
});
