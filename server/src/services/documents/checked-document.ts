import type { AreaId, DocumentInput, InitiativeId, VillageId } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { initiativeExists } from '../../repositories/initiative-repository.ts';
import { findVillage } from '../../repositories/village-repository.ts';
import { MemberRefusal } from '../member-refusal.ts';

/** A document as it is stored, about things that there are. Errors: `village-not-found`, `initiative-not-found`. */
export async function checkedDocument(
  db: Database,
  area: AreaId,
  { title, text, tags, links }: DocumentInput,
): Promise<DocumentInput> {
  for (const [i, { kind, id }] of links.entries()) {
    const pointer = `/links/${i}/id`;
    if (kind === 'village' && (await findVillage(db, area, id as VillageId)) === null)
      throw new MemberRefusal(pointer, 'village-not-found', { village: id });
    if (kind === 'initiative' && !(await initiativeExists(db, { area, initiative: id as InitiativeId })))
      throw new MemberRefusal(pointer, 'initiative-not-found', { initiative: id });
  }
  return {
    title: title.trim(),
    text: text.trim(),
    tags: [...new Set(tags.map((tag) => tag.trim()))],
    links: links.map(({ kind, id }) => ({ kind, id })),
  };
}
