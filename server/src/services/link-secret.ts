import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link: 32 random bytes in base64url, 43 characters. */
export function newLinkSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a link's secret: SHA-256 in hex. It is random enough to need no salt. */
export function digestOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The address of a link; what follows # never reaches a server or its logs. */
export function linkTo(publicUrl: URL, kind: 'invitation' | 'sign-in', secret: string): string {
  return `${publicUrl.origin}/#${kind}=${secret}`;
}
