import {
  type AgendaSubject,
  type AreaId,
  type AssociationId,
  DomainError,
  type VillageId,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listAssociations } from '../../repositories/association-repository.ts';
import { findVillage, listVillageLocations } from '../../repositories/village-repository.ts';
import { requireAction } from '../actions/change-action.ts';
import { requireInitiative } from '../initiatives/find-initiative.ts';
import { requireProposal } from '../proposals/find-proposal.ts';

/**
 * Goes on where there is what an item is to be about.
 * Errors: `village-not-found`, `association-not-found`, `proposal-not-found`, `action-not-found`, `initiative-not-found`.
 */
export async function refuseUnknownSubject(
  db: Database,
  area: AreaId,
  about: AgendaSubject,
  now: Date,
): Promise<void> {
  switch (about.kind) {
    case 'village':
      if ((await findVillage(db, area, about.village)) === null) {
        throw new DomainError('village-not-found', { village: about.village });
      }
      return;
    case 'proposal':
      await requireProposal(db, { area, proposal: about.proposal }, now);
      return;
    case 'action':
      await requireAction(db, { area, action: about.action }, now);
      return;
    case 'initiative':
      await requireInitiative(db, { area, initiative: about.initiative }, now);
      return;
    case 'gap':
      await refuseUnknownVillages(db, area, about.villages);
      return;
    case 'overlap':
      await refuseUnknownAssociations(db, area, about.associations);
      await refuseUnknownVillages(db, area, about.villages);
      return;
    case 'border':
      await refuseUnknownAssociations(db, area, about.associations);
      return;
    // These carry all that is shown of them, and are told to be so no more where they are not.
    case 'note':
    case 'place':
    case 'zone':
    case 'missing-village':
      return;
  }
}

async function refuseUnknownAssociations(
  db: Database,
  area: AreaId,
  associations: readonly AssociationId[],
): Promise<void> {
  const known = new Set((await listAssociations(db, area)).map(({ id }) => id));
  const unknown = associations.find((one) => !known.has(one));
  if (unknown !== undefined) throw new DomainError('association-not-found', { association: unknown, area });
}

async function refuseUnknownVillages(
  db: Database,
  area: AreaId,
  villages: readonly VillageId[],
): Promise<void> {
  const known = new Set((await listVillageLocations(db, area)).map(({ id }) => id));
  const unknown = villages.find((one) => !known.has(one));
  if (unknown !== undefined) throw new DomainError('village-not-found', { village: unknown });
}
