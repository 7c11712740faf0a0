import {
  type AreaId,
  DomainError,
  type MissingVillageId,
  type Settlement,
  type VillageId,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { inTransaction } from '../../database/transaction.ts';
import { addAlias } from '../../repositories/added-village-repository.ts';
import { lockThing } from '../../repositories/advisory-lock.ts';
import { appendEvent } from '../../repositories/event-repository.ts';
import { findMissingVillage, removeMissingVillage } from '../../repositories/missing-village-repository.ts';
import { appendToRecord, type RecordedActor } from '../../repositories/record-repository.ts';
import type { VersionMatch } from '../../repositories/version-match.ts';
import { requireVillage, storeVillage } from '../add-village.ts';
import { checkedLocation } from '../checked-location.ts';
import { etagOf } from '../etag.ts';

export interface SettlementOf {
  readonly area: AreaId;
  readonly missing: MissingVillageId;
  /** The version on which somebody decided. */
  readonly version: VersionMatch;
  readonly settlement: Settlement;
  readonly client: string | null;
  readonly actor: RecordedActor;
}

/**
 * Settles what was reported as missing; what people wrote is forgotten then, and only the answer is recorded.
 * Errors: `area-not-found`, `missing-village-not-found`, `changed-since`, `village-not-found`, and those of adding a village.
 */
export async function settleMissingVillage(database: Database, act: SettlementOf): Promise<void> {
  const { area, missing, version, settlement } = act;
  const asked = settlement.answer === 'village' ? settlement.village.location : null;
  const location = await checkedLocation(database, { area, location: asked });
  await inTransaction(database, async (db) => {
    if (!(await removeMissingVillage(db, { area, missing }, version))) {
      const present = await findMissingVillage(db, { area, missing });
      if (present === null) throw new DomainError('missing-village-not-found', { missing });
      throw new DomainError('changed-since', { etag: etagOf(present.version) });
    }
    switch (settlement.answer) {
      case 'village':
        await storeVillage(db, { ...act, village: { ...settlement.village, location } });
        break;
      case 'alias':
        await callAlso(db, act, { village: settlement.village, name: settlement.name.trim() });
        break;
      case 'dismissed':
        await appendToRecord(db, {
          area,
          actor: act.actor,
          act: 'missing-village-dismissed',
          subject: { kind: 'area', id: area },
          data: { missing, text: settlement.reason },
        });
    }
    await appendEvent(db, { kind: 'missing-village', data: { area, client: act.client } });
  });
}

async function callAlso(
  db: Database,
  { area, actor, client }: SettlementOf,
  { village: id, name }: { readonly village: VillageId; readonly name: string },
): Promise<void> {
  // Names are written as a whole: one after the other, and not beside an import.
  await lockThing(db, `villages ${area}`);
  const village = await requireVillage(db, area, id);
  if (![village.name.ar, village.name.en, ...village.aliases].includes(name)) {
    await addAlias(db, area, village, name);
  }
  const { version } = await requireVillage(db, area, id);
  const subject = { kind: 'village' as const, id };
  await appendToRecord(db, { area, actor, act: 'village-also-called', subject, data: { text: name } });
  await appendEvent(db, { kind: 'place', data: { area, kind: 'village', id, version, client } });
}
