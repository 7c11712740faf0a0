import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import { councilState, printed } from './browser-service.ts';

export const PASSWORD = 'nine camels by the wadi';

/** The secret of a link that the service printed at its first start: of `council`, or `coordinator of …`. */
function printedSecret(role: string, log: string): string {
  const text = readFileSync(log, 'utf8');
  const line = text.split('\n').find((one) => one.trim().startsWith(`${role}:`));
  const secret = line?.split('#invitation=')[1];
  if (secret === undefined) throw new Error(`No link for ${role} in:\n${text}`);
  return secret;
}

const STEP_S = 30;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code that an authenticator app shows for a key now (RFC 6238). */
export function codeOf(key: string): string {
  const bits = [...key].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / STEP_S)));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const at = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** What sets plans into force takes a session of the council with a second proof; set up where it was not yet, and kept. */
export async function proveTwice(request: APIRequestContext): Promise<void> {
  const session = await request.get('/api/v1/session');
  const { person } = (await session.json()) as { person: { provenTwice: boolean } };
  if (person.provenTwice) return;
  const begun = await request.post('/api/v1/account/second-factor', { data: { password: PASSWORD } });
  const key = /secret=([A-Z2-7]+)/.exec(await begun.text())?.[1] ?? '';
  const proven = await request.put('/api/v1/account/second-factor', { data: { code: codeOf(key) } });
  if (!proven.ok()) throw new Error(await proven.text());
  await request.storageState({ path: councilState });
}

/** Those for whom the service printed a link at its first start. */
export type First = 'council' | 'lith' | 'ghumayqah' | 'wasqah' | 'afaf';

const NAMES: Readonly<Record<First, string>> = {
  council: 'Amina',
  lith: 'Salma',
  ghumayqah: 'Maryam',
  wasqah: 'Yusuf',
  afaf: 'Huda',
};

/** Signs one of the first people in; the first time they accept their link, which works once. */
export async function signInAs(request: APIRequestContext, who: First, log = printed): Promise<void> {
  const key = { email: `${who}@people.example.org`, password: PASSWORD };
  if ((await request.post('/api/v1/session', { data: key })).ok()) return;
  const secret = printedSecret(who === 'council' ? who : `coordinator of ${who}`, log);
  const account = { ...key, name: NAMES[who] };
  const answer = await request.post('/api/v1/invitations/accept', { data: { secret, account } });
  if (!answer.ok()) throw new Error(await answer.text());
}
