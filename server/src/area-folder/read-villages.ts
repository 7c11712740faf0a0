import {
  type MultiPolygon,
  VILLAGE_KINDS,
  type VillageId,
  VillageIdSchema,
  type VillageKind,
} from '@nitaq/core';
import { Value } from 'typebox/value';
import type { FolderVillage } from './area-folder.ts';
import type { ReportFault } from './fault.ts';
import { readId, readLocalizedText, readText } from './read-cells.ts';
import { type CsvRow, readCsv } from './read-csv.ts';
import { readLocation } from './read-location.ts';

const COLUMNS = {
  required: ['id', 'name_ar', 'name_en', 'lon', 'lat', 'kind', 'aliases'],
  optional: ['centre'],
} as const;
type Column = (typeof COLUMNS)['required' | 'optional'][number];

/**
 * `villages.csv`: the villages without a fault. A village with a location must lie in the area; the centre of a village
 * must be a centre or the governorate.
 */
export function readVillages(text: string, area: MultiPolygon | null, report: ReportFault): FolderVillage[] {
  const seen = new Map<string, number>();
  const rows = readCsv<Column>(text, COLUMNS, report);
  const centres = new Set(
    rows.flatMap(({ cells: { id, kind } }) => (kind === 'centre' || kind === 'governorate' ? [id] : [])),
  );
  return rows.flatMap((row) => {
    const id = readId(row, { schema: VillageIdSchema, seen }, report);
    const name = readLocalizedText(row, 'name', report);
    const cells = { longitude: 'lon', latitude: 'lat', area, mayLieOutside: false } as const;
    const location = readLocation(row, cells, report);
    const kind = readKind(row, report);
    const aliases = readAliases(row, report);
    const centre = readCentre(row, centres, report);
    return id === null || name === null || kind === null
      ? []
      : [{ id, name, aliases, kind, centre, location }];
  });
}

function readKind(row: CsvRow<Column>, report: ReportFault): VillageKind | null {
  const text = readText(row, 'kind', report);
  if (text === null) return null;
  const kind = VILLAGE_KINDS.find((allowed) => allowed === text);
  if (kind !== undefined) return kind;
  const values = { value: text, allowed: VILLAGE_KINDS.join(', ') };
  report({ code: 'value-not-allowed', row: row.number, field: 'kind', values });
  return null;
}

/** The place that the village belongs to; an empty cell says that it is not on record. */
function readCentre(
  row: CsvRow<Column>,
  centres: ReadonlySet<string | undefined>,
  report: ReportFault,
): VillageId | null {
  const value = row.cells.centre ?? '';
  if (value === '') return null;
  if (Value.Check(VillageIdSchema, value) && centres.has(value)) return value;
  report({ code: 'centre-unknown', row: row.number, field: 'centre', values: { value } });
  return null;
}

/** Other spellings, with `|` between them; one that is written twice counts once. */
function readAliases(row: CsvRow<Column>, report: ReportFault): string[] {
  if ((row.cells.aliases ?? '') === '') return [];
  const aliases =
    readText(row, 'aliases', report)
      ?.split('|')
      .map((alias) => alias.trim()) ?? [];
  if (aliases.includes('')) report({ code: 'alias-empty', row: row.number, field: 'aliases' });
  return [...new Set(aliases)];
}
