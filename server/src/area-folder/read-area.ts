import type { MultiPolygon } from '@nitaq/core';
import type { FolderArea } from './area-folder.ts';
import { checkLocalizedText } from './check-text.ts';
import type { ReportFault } from './fault.ts';
import { AreaFileSchema, OutlineFileSchema } from './file-schemas.ts';
import { readGeometry } from './read-geometry.ts';
import { checkShape, memberOf, parseJson } from './read-json.ts';

/** `area.json`: what is said of the area, or null after reporting its faults. */
export function readArea(text: string, report: ReportFault): Omit<FolderArea, 'boundary' | 'land'> | null {
  const value = parseJson(text, report);
  if (value === undefined) return null;
  const area = checkShape(AreaFileSchema, value, { report });
  if (area === null) return null;

  checkLocalizedText(area.name, '/name', report);
  checkLocalizedText(area.attribution, '/attribution', report);
  if (area.note !== null) checkLocalizedText(area.note, '/note', report);
  if (!isTimeZone(area.timeZone)) {
    report({ code: 'time-zone-unknown', field: '/timeZone', values: { value: area.timeZone } });
  }
  return area;
}

/** `boundary.geojson` or `land.geojson`: its geometry, or null after reporting its faults. */
export function readOutline(text: string, report: ReportFault): MultiPolygon | null {
  const value = parseJson(text, report);
  if (value === undefined) return null;
  const feature = checkShape(OutlineFileSchema, value, { report });
  const geometry = memberOf(value, 'geometry');
  if (geometry === undefined) return null;
  // What an area or its land may be made of is for the person who prepares the folder to say.
  const limits = { maxVertices: Number.POSITIVE_INFINITY };
  const outline = readGeometry(geometry, { at: '/geometry', limits }, report);
  return feature === null ? null : outline;
}

/** Whether it is a name of the IANA database; `Intl` knows offsets such as `+03:00` too. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
