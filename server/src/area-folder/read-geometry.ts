import {
  checkTerritory,
  type MultiPolygon,
  MultiPolygonSchema,
  PolygonSchema,
  type TerritoryLimits,
} from '@nitaq/core';
import type { ReportFault } from './fault.ts';
import { checkShape, memberOf } from './read-json.ts';

/** A Polygon or MultiPolygon, valid and on the grid, or null after reporting each fault with a pointer into the file. */
export function readGeometry(
  value: unknown,
  { at, limits = {} }: { at: string; limits?: Partial<TerritoryLimits> },
  report: ReportFault,
): MultiPolygon | null {
  const type = memberOf(value, 'type');
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    report({ code: 'geometry-wrong-type', field: `${at}/type` });
    return null;
  }
  const geometry =
    type === 'Polygon'
      ? checkShape(PolygonSchema, value, { report, at })
      : checkShape(MultiPolygonSchema, value, { report, at });
  if (geometry === null) return null;

  const checked = checkTerritory(geometry, limits);
  if (checked.ok) return checked.geometry;
  for (const { code, pointer, position, limit } of checked.faults) {
    const values = {
      ...(position && { lon: position[0], lat: position[1] }),
      ...(limit !== undefined && { limit }),
    };
    report({ code, field: `${at}${pointer}`, values });
  }
  return null;
}
