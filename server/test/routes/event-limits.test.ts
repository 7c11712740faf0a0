import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { FEED_LIMITS } from '../../src/events/event-feed.ts';
import { listen, openStream } from '../support/event-stream.ts';
import { signedIn } from '../support/people.ts';
import { AREA, makeDraft } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
afterEach(() => service.close());

test('a quiet stream carries a sign of life', async () => {
  expect(FEED_LIMITS).toMatchObject({ heartbeatMs: 20_000 });
  service = await startTestService({ feedLimits: { ...FEED_LIMITS, heartbeatMs: 50 } });
  const stream = await openStream(await listen(service.app));
  while (!/\n\n:\n\n:\n\n/.test(stream.text())) await new Promise(setImmediate);
  expect(stream.events).toEqual([]);
  stream.close();
});

test('no more streams are open than allowed, and one that is closed makes room', async () => {
  service = await startTestService({ feedLimits: { ...FEED_LIMITS, openStreams: 2 } });
  const address = await listen(service.app);
  const [first, second] = [await openStream(address), await openStream(address)];
  const third = await fetch(`${address}/api/v1/events?area=al-lith`, { headers: signedIn });
  expect([third.status, await third.json()]).toMatchObject([
    503,
    { type: 'urn:nitaq:problem:service-overloaded' },
  ]);
  second.close();
  await second.ended;
  let status = 503;
  while (status === 503) {
    const again = await openStream(address);
    status = again.response.status;
    again.close();
  }
  expect(status).toBe(200);
  first.close();
});

test('when the service stops, it ends every stream at once, and readers go on with the next one', async () => {
  service = await startTestService();
  const { id: plan } = await makeDraft(service.app);
  const first = await service.startAnother();
  const address = await listen(first);
  // As browsers do in advance: a connection that carries nothing yet.
  const unused = connect({ port: Number(new URL(address).port), host: '127.0.0.1' });
  await once(unused, 'connect');
  const streams = [await openStream(address), await openStream(address)];
  while (streams.some((stream) => stream.lastEventId() === undefined)) await new Promise(setImmediate);
  const begun = Date.now();
  await first.close();
  await Promise.all(streams.map((stream) => stream.ended));
  expect(Date.now() - begun).toBeLessThan(900);

  const headers = { 'if-match': '*' };
  await service.app.inject({
    method: 'PATCH',
    url: `${AREA}/plans/${plan}`,
    payload: { title: 'Meanwhile' },
    headers,
  });
  const next = await service.startAnother();
  const resumed = await openStream(await listen(next), { lastEventId: streams[0]?.lastEventId() });
  expect((await resumed.received(1))[0]).toMatchObject({ event: 'plan', data: { plan, change: 'changed' } });
  await next.close();
  await resumed.ended;
});

test('a reader that takes nothing is cut off, harms nobody else and does not keep the service from stopping', async () => {
  service = await startTestService();
  const another = await service.startAnother();
  const address = await listen(another);
  const { id: plan } = await makeDraft(service.app);
  const stuck = connect({ port: Number(new URL(address).port), host: '127.0.0.1' });
  stuck.on('error', () => {});
  stuck.write(
    `GET /api/v1/events?area=al-lith HTTP/1.1\r\nHost: localhost\r\nCookie: ${signedIn.cookie}\r\n\r\n`,
  );
  await once(stuck, 'readable');
  const other = await openStream(address);

  const gone = once(stuck, 'close');
  let isGone = false;
  void gone.then(() => {
    isGone = true;
  });
  const presence = {
    client: 'tab-1',
    name: 'x'.repeat(60),
    pointer: null,
    editing: Array(50).fill('a'.repeat(64)),
  };
  const url = `${AREA}/plans/${plan}/presence`;
  let sent = 0;
  for (; sent < 5_000 && !isGone; sent++) {
    await service.app.inject({ method: 'POST', url, payload: presence });
    // A socket that is not read does not notice its end: reading from it only once it must be over.
    if (sent > 0 && sent % 2_500 === 0) stuck.resume();
  }
  await other.received(sent);
  stuck.destroy();
  const begun = Date.now();
  await another.close();
  expect(Date.now() - begun).toBeLessThan(2_000);
  other.close();
});
