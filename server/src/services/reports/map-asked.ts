import { type AssociationId, DomainError, type DrawnReport, type VillageId } from '@nitaq/core';
import type { MapSubject } from './maps/map-subject.ts';

/** What a map is asked to be about; nothing: the area. */
export interface MapAsked {
  readonly association?: AssociationId | undefined;
  readonly gap?: number | undefined;
  readonly overlap?: number | undefined;
  readonly village?: VillageId | undefined;
}

/**
 * What a map is about, where the report has it.
 * Errors: `map-of-several`, `association-not-found`, `place-not-in-report`, `village-not-found`.
 */
export function requireSubject({ report }: DrawnReport, asked: MapAsked): MapSubject {
  const { association, gap, overlap, village } = asked;
  if (Object.values(asked).filter((one) => one !== undefined).length > 1)
    throw new DomainError('map-of-several');
  const [area, plan] = [report.area.id, report.plan.id];
  if (association !== undefined) {
    if (!report.associations.some(({ id }) => id === association))
      throw new DomainError('association-not-found', { association, area });
    return { kind: 'association', association };
  }
  if (village !== undefined) {
    if (!report.villages.some(({ id }) => id === village))
      throw new DomainError('village-not-found', { village });
    return { kind: 'village', village };
  }
  for (const [kind, number] of [
    ['gap', gap],
    ['overlap', overlap],
  ] as const) {
    if (number === undefined) continue;
    const places = kind === 'gap' ? report.gaps : report.overlaps;
    if (!places.some((one) => one.number === number))
      throw new DomainError('place-not-in-report', { plan, number });
    return { kind, number };
  }
  return { kind: 'area' };
}
