import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../config.ts';

/**
 * The secret that signs cookies: from the environment, or made at the first start and kept in the data folder, readable by
 * its owner alone. Several processes need the same one, from the environment.
 */
export async function readSigningSecret({ authSecret, dataDir }: Config): Promise<string> {
  if (authSecret !== null) return authSecret;
  const file = path.join(dataDir, 'signing-secret');
  await mkdir(dataDir, { recursive: true });
  // Where two processes start at once, one file is written and both read it.
  await writeFile(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return readFile(file, 'utf8');
}
