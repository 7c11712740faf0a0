import {
  type AreaId,
  canonicalInitiative,
  checkTerritory,
  type InitiativeContent,
  type InitiativeInput,
  initiativeFault,
  partiesOf,
} from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listAssociations } from '../../repositories/association-repository.ts';
import { listVillageLocations } from '../../repositories/village-repository.ts';
import { sha256 } from '../../sha256.ts';
import { GeometryRefusal } from '../geometry-refusal.ts';
import { MemberRefusal } from '../member-refusal.ts';

/** A content as it is stored, and what names it. */
export interface CheckedInitiative {
  readonly content: InitiativeContent;
  readonly contentHash: string;
}

/** What names a content: associations approve this, and nothing else. */
export function hashOfInitiative(content: InitiativeContent): string {
  return sha256(canonicalInitiative(content));
}

/**
 * A content as it is stored: its area on the grid, texts without spaces around them, about associations and villages that
 * there are. Errors: `GeometryRefusal`, `association-not-found`, `village-not-found`, those of `initiativeFault`.
 */
export async function checkedInitiative(
  db: Database,
  area: AreaId,
  input: InitiativeInput,
): Promise<CheckedInitiative> {
  const fault = initiativeFault(input);
  if (fault !== null) throw new MemberRefusal(fault.pointer, fault.code, {});
  const associations = new Set((await listAssociations(db, area)).map(({ id }) => id));
  const stranger = partiesOf(input).find((one) => !associations.has(one));
  if (stranger !== undefined) {
    const at = input.partners.indexOf(stranger);
    throw new MemberRefusal(at < 0 ? '/lead' : `/partners/${at}`, 'association-not-found', {
      association: stranger,
      area,
    });
  }
  const villages = new Set((await listVillageLocations(db, area)).map(({ id }) => id));
  const unknown = input.villages.findIndex((one) => !villages.has(one));
  if (unknown >= 0) {
    throw new MemberRefusal(`/villages/${unknown}`, 'village-not-found', {
      village: input.villages[unknown] ?? '',
    });
  }
  const content: InitiativeContent = {
    title: input.title.trim(),
    purpose: input.purpose.trim(),
    lead: input.lead,
    partners: [...input.partners],
    villages: [...input.villages],
    place: placeOf(input),
    people: input.people,
    budget: input.budget,
    shares: input.shares.map((share) => ({ ...share, note: share.note?.trim() ?? null })),
    milestones: input.milestones.map((one) => ({ ...one, title: one.title.trim() })),
    risks: input.risks.map(({ text, answer }) => ({ text: text.trim(), answer: answer?.trim() ?? null })),
  };
  return { content, contentHash: hashOfInitiative(content) };
}

function placeOf({ place }: InitiativeInput): InitiativeContent['place'] {
  if (place === null) return null;
  const checked = checkTerritory(place);
  if (checked.ok) return checked.geometry;
  throw new GeometryRefusal(checked.faults.map((one) => ({ ...one, pointer: `/place${one.pointer}` })));
}
