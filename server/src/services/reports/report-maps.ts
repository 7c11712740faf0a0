import type { AssociationId, DrawnReport, Report } from '@nitaq/core';

/** Of the most pressing gaps there is a map each, on paper. */
const MOST_GAP_MAPS = 3;

/** A report whose maps are counted as they are drawn. */
export interface MappedReport extends DrawnReport {
  readonly onMap?: () => void;
}

/** The gaps that paper has a map of. */
export function mappedGaps({ gaps }: Report): Report['gaps'] {
  return gaps.slice(0, MOST_GAP_MAPS).filter(({ villages }) => villages.length > 0);
}

/** Whether an association has a territory to show. */
export function isDrawn({ shapes }: DrawnReport, id: AssociationId): boolean {
  return shapes.territories.some(({ association }) => association === id);
}

/** How many maps a form of a report has. */
export function countMaps(drawn: DrawnReport, format: string): number {
  if (format !== 'html' && format !== 'pdf') return 0;
  const sheets = drawn.report.associations.filter(({ id }) => isDrawn(drawn, id)).length;
  return 1 + sheets + (format === 'pdf' ? mappedGaps(drawn.report).length : 0);
}
