import type { AssociationId, Report, VillageId } from '@nitaq/core';
import type { ReportWords } from '../words/report-words.ts';

/** The names of what a report refers to by id, in the language of its reader. */
export interface NamesOfReport {
  association(id: AssociationId): string;
  associations(ids: readonly AssociationId[]): string;
  village(id: VillageId): string;
  villages(ids: readonly VillageId[]): string;
  centre(id: VillageId | null): string;
}

export function namesOfReport(report: Report, words: ReportWords): NamesOfReport {
  const associations = new Map(report.associations.map(({ id, name }) => [id, words.name(name)]));
  const villages = new Map(report.villages.map(({ id, name }) => [id, words.name(name)]));
  const association = (id: AssociationId) => associations.get(id) ?? id;
  const village = (id: VillageId) => villages.get(id) ?? id;
  return {
    association,
    village,
    associations: (ids) => (ids.length === 0 ? words.say('none.one') : words.list(ids.map(association))),
    villages: (ids) => words.list(ids.map(village)),
    centre: (id) => (id === null ? words.say('none.centre') : village(id)),
  };
}

/** What every table is made of. */
export interface TableContext {
  readonly report: Report;
  readonly words: ReportWords;
  readonly names: NamesOfReport;
}
