import { checkTerritory, type SharedZone, type ZoneId, type ZoneInput } from '@nitaq/core';
import type { Analyser } from '../analysis/analyser.ts';
import type { Database } from '../database/open-database.ts';
import { loadBoundary } from '../repositories/area-repository.ts';
import { listAssociations } from '../repositories/association-repository.ts';
import { drawnTerritories, listTerritories } from '../repositories/territory-repository.ts';
import { dayInArea } from './day-in-area.ts';
import { GeometryRefusal } from './geometry-refusal.ts';
import { MemberRefusal } from './member-refusal.ts';
import type { DraftKey } from './require-draft.ts';

/** What a zone is checked with. */
export interface ZoneChecking {
  readonly database: Database;
  readonly analyser: Analyser;
  readonly now: Date;
}

/**
 * A zone as it is stored: on the grid. Somewhere in it just the lead and all partners must claim the ground in the draft
 * as it is now; it may reach beyond, where it is none. Errors: `GeometryRefusal`, `association-not-found`,
 * `zone-lead-is-partner`, `zone-ends-too-early`, `zone-without-overlap`, those of `Analyser.assess`.
 */
export async function checkedZone(
  { database, analyser, now }: ZoneChecking,
  { area, plan }: Pick<DraftKey, 'area' | 'plan'>,
  input: ZoneInput,
): Promise<SharedZone> {
  const checked = checkTerritory(input.geometry);
  if (!checked.ok) {
    const faults = checked.faults.map((fault) => ({ ...fault, pointer: `/geometry${fault.pointer}` }));
    throw new GeometryRefusal(faults);
  }
  await refuseStrangers(database, area, input);
  const today = await dayInArea(database, area, now);
  if (input.endsOn <= today) throw new MemberRefusal('/endsOn', 'zone-ends-too-early', { today });
  const { lead, partners, endsOn } = input;
  const services = [...new Set(input.services.map((service) => service.trim()))];
  const zone: SharedZone = { geometry: checked.geometry, lead, partners, services, endsOn };
  const { shared } = await analyser.assess({
    boundary: await loadBoundary(database, area),
    territories: drawnTerritories(await listTerritories(database, { area, plan })),
    villages: [],
    thresholds: { minWidthM: 0, minAreaM2: 0 },
    sharing: { zones: [{ ...zone, id: 'asked' as ZoneId }], asOf: today },
  });
  if (shared.features.length === 0) throw new MemberRefusal('/geometry', 'zone-without-overlap', {});
  return zone;
}

async function refuseStrangers(
  db: Database,
  area: DraftKey['area'],
  { lead, partners }: ZoneInput,
): Promise<void> {
  const known = new Set((await listAssociations(db, area)).map(({ id }) => id));
  const named = [
    { association: lead, pointer: '/lead' },
    ...partners.map((association, i) => ({ association, pointer: `/partners/${i}` })),
  ];
  for (const { association, pointer } of named) {
    if (!known.has(association))
      throw new MemberRefusal(pointer, 'association-not-found', { association, area });
  }
  const twice = partners.indexOf(lead);
  if (twice >= 0)
    throw new MemberRefusal(`/partners/${twice}`, 'zone-lead-is-partner', { association: lead });
}
