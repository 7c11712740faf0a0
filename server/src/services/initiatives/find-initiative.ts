import { DomainError } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import type { InitiativeKey } from '../../repositories/initiative-parts-repository.ts';
import {
  findInitiative,
  type InitiativeHistory,
  lockInitiative,
} from '../../repositories/initiative-repository.ts';
import { matchesVersion, type VersionMatch } from '../../repositories/version-match.ts';
import { dayInArea } from '../day-in-area.ts';
import { etagOf } from '../etag.ts';
import { requireArea } from '../find-plan.ts';

/** An initiative as it stands now. Errors: `area-not-found`, `initiative-not-found`. */
export async function requireInitiative(
  db: Database,
  key: InitiativeKey,
  now: Date,
): Promise<InitiativeHistory> {
  await requireArea(db, key.area);
  const found = await findInitiative(db, key, await dayInArea(db, key.area, now));
  if (found === null) throw new DomainError('initiative-not-found', { initiative: key.initiative });
  return found;
}

/** As `requireInitiative`, locked until the transaction ends: nobody changes it meanwhile. */
export async function lockedInitiative(
  db: Database,
  key: InitiativeKey,
  now: Date,
): Promise<InitiativeHistory> {
  await lockInitiative(db, key);
  return requireInitiative(db, key, now);
}

/** Goes on where an initiative is one of these versions. Errors: `changed-since`. */
export function refuseOtherVersion({ initiative }: InitiativeHistory, version: VersionMatch): void {
  if (!matchesVersion(version, initiative.version))
    throw new DomainError('changed-since', { etag: etagOf(initiative.version) });
}
