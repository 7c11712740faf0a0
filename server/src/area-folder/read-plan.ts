import { type AssociationId, checkAgainstArea, type MultiPolygon, type Territory } from '@nitaq/core';
import type { Static } from 'typebox';
import type { FolderPlan } from './area-folder.ts';
import { checkLocalizedText } from './check-text.ts';
import type { ReportFault } from './fault.ts';
import { PlanFileSchema } from './file-schemas.ts';
import { readGeometry } from './read-geometry.ts';
import { checkShape, memberOf, parseJson } from './read-json.ts';

/** What a plan is checked against; null where that has faults itself. */
export interface PlanContext {
  readonly boundary: MultiPolygon | null;
  readonly associations: ReadonlySet<string> | null;
}

type PlanMember = Static<typeof PlanFileSchema>['plan'];

/** One file of `plans/`, or null after reporting its faults. Every geometry is checked, whatever else is wrong. */
export function readPlan(text: string, context: PlanContext, report: ReportFault): FolderPlan | null {
  const value = parseJson(text, report);
  if (value === undefined) return null;
  const file = checkShape(PlanFileSchema, value, { report });
  const given = memberOf(value, 'features');
  const features: readonly unknown[] = Array.isArray(given) ? given : [];
  checkAssociations(features, context.associations, report);
  const geometries = features.map((feature, index) => readTerritory(feature, index, context, report));
  if (file === null) return null;

  checkLocalizedText(file.plan.title, '/plan/title', report);
  const territories = file.features.flatMap(({ id }, index) => territoryOf(id, geometries[index]));
  return toPlan(file.plan, territories, report);
}

function checkAssociations(
  features: readonly unknown[],
  known: ReadonlySet<string> | null,
  report: ReportFault,
) {
  const seen = new Set<string>();
  for (const [index, feature] of features.entries()) {
    const id = memberOf(feature, 'id');
    if (typeof id !== 'string') continue;
    const place = { field: `/features/${index}/id`, values: { value: id } };
    if (known?.has(id) === false) report({ ...place, code: 'association-unknown' });
    if (seen.has(id)) report({ ...place, code: 'association-repeated' });
    seen.add(id);
  }
}

function readTerritory(
  feature: unknown,
  index: number,
  { boundary }: PlanContext,
  report: ReportFault,
): MultiPolygon | null {
  const value = memberOf(feature, 'geometry');
  if (value === undefined) return null;
  const at = `/features/${index}/geometry`;
  const geometry = readGeometry(value, { at }, report);
  if (geometry === null || boundary === null) return geometry;
  const fault = checkAgainstArea(geometry, boundary);
  if (fault !== null) report({ code: fault.code, field: `${at}${fault.pointer}` });
  return geometry;
}

function territoryOf(association: AssociationId, geometry: MultiPolygon | null | undefined): Territory[] {
  return geometry === null || geometry === undefined ? [] : [{ association, geometry }];
}

function toPlan(
  member: PlanMember,
  territories: readonly Territory[],
  report: ReportFault,
): FolderPlan | null {
  const { id, title, example, state, base = null, inForceFrom } = member;
  const field = '/plan/inForceFrom';
  const common = { id, title, example, base, territories };
  if (state === 'draft') {
    if (inForceFrom !== undefined) report({ code: 'member-unknown', field });
    return { ...common, state, inForceFrom: null };
  }
  if (inForceFrom === undefined) {
    report({ code: 'member-missing', field });
    return null;
  }
  const instant = new Date(inForceFrom);
  if (Number.isNaN(instant.getTime())) {
    // A leap second is right by RFC 3339, but no instant that a database can keep.
    report({ code: 'date-malformed', field });
    return null;
  }
  return { ...common, state, inForceFrom: instant.toISOString() };
}
