import type { AreaId, AreaRole } from '@nitaq/core';
import type { Database } from './database/open-database.ts';
import { listAreas } from './repositories/area-repository.ts';
import { listAssociations } from './repositories/association-repository.ts';
import { invite, isWithoutPeople } from './services/invite.ts';
import { linkTo } from './services/link-secret.ts';
import { say, terminalText } from './terminal-texts.ts';

/**
 * Where nobody has a role in an area yet: invites a council and a coordinator for each association, and shows the links
 * once. So a new service has people without a password that anyone else knows.
 */
export async function showOpeningLinks(db: Database, publicUrl: URL): Promise<void> {
  for (const { id: area } of await listAreas(db)) {
    if (!(await isWithoutPeople(db, area))) continue;
    say('invitations-made', { area });
    await showLink(db, { area, publicUrl, to: { role: 'council', association: null } });
    for (const { id } of await listAssociations(db, area)) {
      await showLink(db, { area, publicUrl, to: { role: 'coordinator', association: id } });
    }
  }
}

interface Opening {
  readonly area: AreaId;
  readonly to: AreaRole;
  readonly publicUrl: URL;
}

async function showLink(db: Database, { area, to, publicUrl }: Opening): Promise<void> {
  const { secret } = await invite(db, { area, to, email: null, invitedBy: null, now: new Date() });
  const role =
    to.association === null
      ? terminalText('council-role')
      : terminalText('coordinator-role', { association: to.association });
  say('invitation-line', { role, link: linkTo(publicUrl, 'invitation', secret) });
}
