import {
  type AreaId,
  areasOf,
  canonicalInitiative,
  checkTerritory,
  contentSeenFrom,
  type InitiativeContent,
  type InitiativeInput,
  initiativeFault,
  nameIn,
  partiesOf,
  thingNamed,
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
  given: InitiativeInput,
): Promise<CheckedInitiative> {
  // What is of this area may be named with it; it is kept without.
  const input = contentSeenFrom(given, area, area);
  const fault = initiativeFault(input);
  if (fault !== null) throw new MemberRefusal(fault.pointer, fault.code, {});
  await refuseStrangers(db, area, input);
  await refuseUnknownVillages(db, area, input);
  const content: InitiativeContent = {
    title: input.title.trim(),
    purpose: input.purpose.trim(),
    lead: input.lead,
    partners: [...new Set(input.partners)],
    villages: [...new Set(input.villages)],
    place: placeOf(input),
    people: input.people,
    budget: input.budget,
    shares: input.shares.map((share) => ({ ...share, note: share.note?.trim() ?? null })),
    milestones: input.milestones.map((one) => ({ ...one, title: one.title.trim() })),
    risks: input.risks.map(({ text, answer }) => ({ text: text.trim(), answer: answer?.trim() ?? null })),
  };
  return { content, contentHash: hashOfInitiative(content) };
}

/** Each that takes part is one of its area. */
async function refuseStrangers(db: Database, here: AreaId, input: InitiativeInput): Promise<void> {
  for (const area of areasOf(input, here)) {
    const known = new Set((await listAssociations(db, area)).map(({ id }) => id));
    const stranger = partiesOf(input).find((party) => {
      const of = thingNamed(here, party);
      return of.area === area && !known.has(of.id);
    });
    if (stranger === undefined) continue;
    const at = input.partners.indexOf(stranger);
    throw new MemberRefusal(at < 0 ? '/lead' : `/partners/${at}`, 'association-not-found', {
      association: thingNamed(here, stranger).id,
      area,
    });
  }
}

async function refuseUnknownVillages(
  db: Database,
  here: AreaId,
  { villages }: InitiativeInput,
): Promise<void> {
  const known = new Set<string>();
  for (const area of new Set(villages.map((village) => thingNamed(here, village).area)))
    for (const { id } of await listVillageLocations(db, area)) known.add(nameIn(here, { area, id }));
  const unknown = villages.findIndex((one) => !known.has(one));
  if (unknown >= 0) {
    throw new MemberRefusal(`/villages/${unknown}`, 'village-not-found', {
      village: villages[unknown] ?? '',
    });
  }
}

function placeOf({ place }: InitiativeInput): InitiativeContent['place'] {
  if (place === null) return null;
  const checked = checkTerritory(place);
  if (checked.ok) return checked.geometry;
  throw new GeometryRefusal(checked.faults.map((one) => ({ ...one, pointer: `/place${one.pointer}` })));
}
