import type { Config } from '../config.ts';
import { publicUrlOf } from '../config.ts';
import type { Database } from '../database/open-database.ts';
import { linkTo } from '../services/link-secret.ts';
import { AUTHENTICATION_PATH, createAuthentication } from './authentication.ts';
import { readSigningSecret } from './signing-secret.ts';

/** A link by which the person with this address signs in once. Opened, it does nothing where nobody has the address. */
export async function createSignInLink(db: Database, config: Config, email: string): Promise<string> {
  const publicUrl = publicUrlOf(config);
  const sent: string[] = [];
  const authentication = createAuthentication({
    db,
    secret: await readSigningSecret(config),
    publicUrl,
    sendLink: async (_email, secret) => void sent.push(secret),
  });
  await authentication.handler(
    new Request(`${publicUrl.origin}${AUTHENTICATION_PATH}/sign-in/magic-link`, {
      method: 'POST',
      headers: { origin: publicUrl.origin, 'content-type': 'application/json' },
      body: JSON.stringify({ email }),
    }),
  );
  return linkTo(publicUrl, 'sign-in', sent[0] ?? '');
}
