import { parseArgs } from 'node:util';
import { type AreaId, type AreaRole, AreaRoleSchema } from '@nitaq/core';
import { Value } from 'typebox/value';
import { checkRecord } from './check-record.ts';
import { publicUrlOf, readConfig } from './config.ts';
import type { Database } from './database/open-database.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { importFolder } from './import-folder.ts';
import { areaExists } from './repositories/area-repository.ts';
import { invite } from './services/invite.ts';
import { linkTo } from './services/link-secret.ts';
import { StartupError } from './startup-error.ts';
import { say } from './terminal-texts.ts';

/** Does its work on the open database and answers with the exit code. */
type Command = (db: Database) => Promise<number>;

try {
  process.exitCode = await run(parseArgs({ allowPositionals: true, strict: false }));
} catch (error) {
  console.error(error instanceof StartupError ? error.message : error);
  process.exitCode = 1;
}

async function run({ positionals, values }: ReturnType<typeof parseArgs>): Promise<number> {
  const command = Object.keys(values).length === 0 ? commandOf(positionals) : null;
  if (command === null) {
    say('usage');
    return 2;
  }
  const database = await prepareDatabase(readConfig(process.env), (error) => console.error(error.message));
  try {
    return await command(database.db);
  } finally {
    await database.close();
  }
}

function commandOf([name, first, ...rest]: readonly string[]): Command | null {
  if (name === 'verify-record' && first === undefined) return checkRecord;
  if (first === undefined) return null;
  if (name === 'import-area' && rest.length === 0) return succeeding((db) => importFolder(db, first));
  if (name === 'sign-in-link' && rest.length === 0) return succeeding((db) => showSignInLink(db, first));
  const [role, association = null, ...more] = rest;
  if (name !== 'invite' || role === undefined || more.length > 0) return null;
  const to = { role, association };
  return Value.Check(AreaRoleSchema, to) ? succeeding((db) => showInvitation(db, first as AreaId, to)) : null;
}

/** What refuses by an error needs no exit code. */
function succeeding(work: (db: Database) => Promise<void>): Command {
  return (db) => work(db).then(() => 0);
}

async function showInvitation(db: Database, area: AreaId, to: AreaRole): Promise<void> {
  if (!(await areaExists(db, area))) throw new StartupError('role-unknown', { reason: area });
  const { secret } = await invite(db, { area, to, email: null, invitedBy: null, now: new Date() }).catch(
    () => {
      throw new StartupError('role-unknown', { reason: String(to.association) });
    },
  );
  const publicUrl = publicUrlOf(readConfig(process.env));
  const role = to.association === null ? to.role : `${to.role} ${to.association}`;
  say('invitation-line', { role, link: linkTo(publicUrl, 'invitation', secret) });
}

/** For somebody who has lost every other way in, by whoever runs the service. */
async function showSignInLink(db: Database, email: string): Promise<void> {
  const { createSignInLink } = await import('./people/sign-in-link.ts');
  const link = await createSignInLink(db, readConfig(process.env), email);
  say('sign-in-link', { email, link });
}
