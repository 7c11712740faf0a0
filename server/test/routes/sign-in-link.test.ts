import type { AreaId } from '@nitaq/core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMailer } from '../../src/people/mailer.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { cookieOf, join } from '../support/people.ts';
import { problemCode } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let post: MailServer;
let service: TestService;
let email: string;

beforeAll(async () => {
  post = await startMailServer();
  service = await startTestService({ as: null, sendMail: createMailer(post.url, 'nitaq@example.org') });
  const cookie = await join(service.app, service.db, 'al-lith' as AreaId, {
    role: 'observer',
    association: null,
  });
  email = (await account(cookie)).email;
});
afterAll(async () => {
  await service.close();
  await post.close();
});
beforeEach(() => {
  post.received.length = 0;
});

const send = (url: string, payload: object) =>
  service.app.inject({ method: 'POST', url: `/api/v1${url}`, payload, headers: { cookie: '' } });
const account = async (cookie: string) =>
  (await service.app.inject({ url: '/api/v1/session', headers: { cookie } })).json().person;

/** The secret of the link that comes by e-mail. */
async function secretSentTo(address: string): Promise<string> {
  const asked = await send('/session/links', { email: address });
  expect([asked.statusCode, asked.body]).toEqual([204, '']);
  await expect.poll(() => post.received.at(-1)?.to, { timeout: 60_000 }).toBe(address);
  return /#sign-in=([\w-]+)/.exec(post.received.at(-1)?.text ?? '')?.[1] ?? '';
}

test('a link that comes by e-mail signs its reader in, once', async () => {
  const secret = await secretSentTo(email);
  const first = await send('/session/by-link', { secret });
  expect(first.statusCode, first.body).toBe(200);
  expect((await account(cookieOf(first))).email).toBe(email);
  const again = await send('/session/by-link', { secret });
  expect([again.statusCode, problemCode(again)]).toEqual([404, 'link-invalid']);
});

test('whoever asks for an address that nobody has is told the same, and the link opens nothing', async () => {
  const secret = await secretSentTo('nobody@example.org');
  const opened = await send('/session/by-link', { secret });
  expect([opened.statusCode, problemCode(opened)]).toEqual([404, 'link-invalid']);
  expect(opened.headers['set-cookie']).toBeUndefined();
});
