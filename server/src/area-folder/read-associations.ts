import { AssociationIdSchema, type MultiPolygon } from '@nitaq/core';
import type { FolderAssociation } from './area-folder.ts';
import type { ReportFault } from './fault.ts';
import { readId, readInteger, readLocalizedText } from './read-cells.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import { readLocation } from './read-location.ts';

const COLUMNS = [
  'id',
  'name_ar',
  'name_en',
  'seat_name_ar',
  'seat_name_en',
  'seat_lon',
  'seat_lat',
  'capacity',
  'colour',
] as const;
type Column = (typeof COLUMNS)[number];

interface ReadAssociations {
  /** Those without a fault. */
  readonly associations: readonly FolderAssociation[];
  /** The ids of all rows, faulty ones included, so that who names one of them is not told that it is unknown. */
  readonly ids: ReadonlySet<string>;
}

/** `associations.csv`. A seat may lie outside the area, but not where only swapped numbers would put it. */
export function readAssociations(
  text: string,
  area: MultiPolygon | null,
  report: ReportFault,
): ReadAssociations {
  const seen = new Map<string, number>();
  const associations = readCsv(text, { required: COLUMNS }, report).flatMap((row) =>
    readAssociation(row, { area, seen }, report),
  );
  return { associations, ids: new Set(seen.keys()) };
}

function readAssociation(
  row: CsvRow<Column>,
  { area, seen }: { area: MultiPolygon | null; seen: Map<string, number> },
  report: ReportFault,
): FolderAssociation[] {
  const id = readId(row, { schema: AssociationIdSchema, seen }, report);
  const name = readLocalizedText(row, 'name', report);
  const seatName = readLocalizedText(row, 'seat_name', report);
  const cells = { longitude: 'seat_lon', latitude: 'seat_lat', area, mayLieOutside: true } as const;
  const location = readLocation(row, cells, report);
  const capacity = readInteger(row, 'capacity', report);
  const colour = readInteger(row, 'colour', report);
  if (row.cells.colour === '') report({ code: 'value-missing', row: row.number, field: 'colour' });
  if (id === null || name === null || seatName === null || colour === null) return [];
  return [{ id, name, seat: { name: seatName, location }, capacity, colour }];
}
