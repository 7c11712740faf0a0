import {
  type AreaId,
  type AssociationId,
  type CoverageAnswer,
  DomainError,
  type Language,
  type PlanId,
  type VillageId,
} from '@nitaq/core';
import { IN_FORCE } from '../find-plan.ts';
import { type Drawing, drawReport } from './draw-report.ts';
import type { Digits } from './words/report-words.ts';

export interface CardRequest {
  readonly area: AreaId;
  readonly village: VillageId;
  readonly size: 'page' | 'quarter';
  readonly language: Language;
  readonly digits: Digits | undefined;
  readonly publicUrl: URL;
  readonly now: Date;
}

/** The card of a village: what everybody is told. Errors: `village-not-found`, and as of `drawReport`. */
export async function printVillageCard(
  drawing: Drawing,
  { area, village: id, size, language, digits, publicUrl, now }: CardRequest,
): Promise<Uint8Array> {
  const { lookup, reports } = drawing;
  const drawn = await drawReport(drawing, { area, plan: IN_FORCE as PlanId, person: null, now });
  const village = drawn.report.villages.find((one) => one.id === id);
  if (!village) throw new DomainError('village-not-found', { village: id });
  const answer = await lookup.ofVillage(id, area, { at: null, now, person: null });
  const everybody = drawn.report.associations.map((one) => one.id);
  return reports.villageCard({
    drawn,
    village,
    contacts: contactsOf(answer, everybody),
    reader: { language, digits, timeZone: drawn.report.area.timeZone },
    size,
    link: new URL(`/find/${area}/${id}`, publicUrl).href,
  });
}

/** Whom to turn to, as the page that answers it says. */
function contactsOf(
  { status, associations, nearest }: CoverageAnswer,
  everybody: readonly AssociationId[],
): readonly AssociationId[] {
  if (status === 'unlocated') return everybody;
  if (status === 'gap') return nearest ? [nearest.association] : [];
  return associations.map(({ id }) => id);
}
