import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const argon2Async = promisify(argon2);

/** Argon2id with the first of OWASP's recommended settings for it (19 MiB, two passes, one lane). */
const SETTINGS = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const NONCE_BYTES = 16;
const PREFIX = '$argon2id$v=19$m=19456,t=2,p=1$';

/** A password as it is stored: the PHC string format, without padding. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(NONCE_BYTES);
  const tag = await derive(password, nonce);
  return `${PREFIX}${unpadded(nonce)}$${unpadded(tag)}`;
}

/** Whether a password is the one that was stored; false for anything that this file did not write. */
export async function verifyPassword({
  hash,
  password,
}: {
  readonly hash: string;
  readonly password: string;
}): Promise<boolean> {
  if (!hash.startsWith(PREFIX)) return false;
  const [nonce = '', tag = ''] = hash.slice(PREFIX.length).split('$');
  const expected = Buffer.from(tag, 'base64');
  const actual = await derive(password, Buffer.from(nonce, 'base64'));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function derive(password: string, nonce: Buffer): Promise<Buffer> {
  // The same password typed on another keyboard may be composed otherwise.
  return argon2Async('argon2id', { message: password.normalize('NFKC'), nonce, ...SETTINGS });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
