import type { AreaId, AreaRole } from '@nitaq/core';
import type { InjectOptions } from 'fastify';
import type { Database } from '../../src/database/open-database.ts';
import type { PeopleOptions } from '../../src/people/people.ts';
import type { App } from '../../src/routes/context.ts';
import { invite } from '../../src/services/invite.ts';

/** A service without e-mail, as it starts on a laptop. */
export const PEOPLE: PeopleOptions = {
  signingSecret: 'a signing secret of the tests, of any length',
  publicUrl: new URL('http://localhost:3000'),
  sendMail: null,
};

/** The session in which requests to a listening service are made: the last that was opened as a coordinator. */
export const signedIn = { cookie: '' };

export const PASSWORD = 'nine camels by the wadi';

let made = 0;

/** Invites somebody to a role, has them accept, and resolves to the cookie of their session. */
export async function join(app: App, db: Database, area: AreaId, to: AreaRole): Promise<string> {
  const { secret } = await invite(db, { area, to, email: null, invitedBy: null, now: new Date() });
  made += 1;
  const account = { name: `Person ${made}`, email: `person-${made}@example.org`, password: PASSWORD };
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/invitations/accept',
    headers: { cookie: '' },
    payload: { secret, account },
  });
  if (response.statusCode !== 204) throw new Error(response.body);
  return cookieOf(response);
}

/** Accepts the first coordinator's invitation of those that a service printed at its first start. */
export async function joinByPrintedLink(address: string, printed: string): Promise<void> {
  const secret = /coordinator of [^\n]*#invitation=(\S+)/.exec(printed)?.[1];
  if (secret === undefined) return;
  made += 1;
  const account = { name: `Person ${made}`, email: `person-${made}@example.org`, password: PASSWORD };
  const response = await fetch(`${address}/api/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, account }),
  });
  if (response.status !== 204) throw new Error(await response.text());
  signedIn.cookie = response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** The cookies that an answer sets, as a browser sends them back. */
export function cookieOf(response: { cookies: { name: string; value: string }[] }): string {
  return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

/** From now on requests are those of one session, unless they bring a cookie of their own (`''`: none). */
export function asking(app: App, cookie: string): App {
  const inject = app.inject.bind(app);
  const signedIn = (options: InjectOptions | string) => {
    const { headers, ...rest } = typeof options === 'string' ? { url: options, headers: {} } : options;
    return inject({ ...rest, headers: { cookie, ...headers } });
  };
  return Object.assign(app, { inject: signedIn });
}
