import { type MultiPolygon, type Position, pointInPolygon, snapPosition } from '@nitaq/core';
import type { ReportFault } from './fault.ts';
import type { CsvRow } from './read-csv.ts';

export interface LocationCells<Column extends string> {
  readonly longitude: Column;
  readonly latitude: Column;
  /** The area, to tell swapped numbers by; null: not known. */
  readonly area: MultiPolygon | null;
  readonly mayLieOutside: boolean;
}

/** The position in two cells, on the grid; null when both are empty or after reporting what is wrong with them. */
export function readLocation<Column extends string>(
  row: CsvRow<Column>,
  { longitude, latitude, area, mayLieOutside }: LocationCells<Column>,
  report: ReportFault,
): Position | null {
  const [lonText, latText] = [row.cells[longitude], row.cells[latitude]];
  if (lonText === undefined || latText === undefined || (lonText === '' && latText === '')) return null;
  const reportAt =
    (field: Column): ReportFault =>
    (fault) =>
      report({ ...fault, row: row.number, field });
  const lon = readNumber(lonText, reportAt(longitude));
  const lat = readNumber(latText, reportAt(latitude));
  if (lon === null || lat === null) return null;

  const values = { lon, lat };
  if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
    reportAt(longitude)({ code: 'location-looks-swapped', values });
    return null;
  }
  if (Math.abs(lon) > 180) reportAt(longitude)({ code: 'longitude-out-of-range', values: { value: lon } });
  if (Math.abs(lat) > 90) reportAt(latitude)({ code: 'latitude-out-of-range', values: { value: lat } });
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return null;

  const location = snapPosition([lon, lat]);
  if (area === null || pointInPolygon(location, area)) return location;
  const isSwapped = pointInPolygon([lat, lon], area);
  if (mayLieOutside && !isSwapped) return location;
  reportAt(longitude)({ code: isSwapped ? 'location-looks-swapped' : 'location-outside-area', values });
  return null;
}

function readNumber(text: string, report: ReportFault): number | null {
  if (/^[+-]?\d+(\.\d+)?$/.test(text)) return Number(text);
  report(
    text === '' ? { code: 'location-incomplete' } : { code: 'number-malformed', values: { value: text } },
  );
  return null;
}
