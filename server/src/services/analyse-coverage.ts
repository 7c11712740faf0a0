import {
  type AnalyseRequest,
  type AssociationId,
  type CoverageAssessment,
  checkPosition,
  checkTerritory,
  DEFAULT_SLIVER_THRESHOLDS,
  DomainError,
  type GeometryFault,
  type MultiPolygon,
  type Polygonal,
  snapPosition,
  type Territory,
} from '@nitaq/core';
import type { Analyser } from '../analysis/analyser.ts';
import { GeometryRefusal } from './geometry-refusal.ts';

const MOST_VERTICES = 200_000;

/**
 * Assesses territories that are not stored anywhere.
 * Errors: `GeometryRefusal`, `analysis-too-large`, `analysis-too-slow`, `analysis-too-tangled`, `territory-repeated`.
 */
export async function analyseCoverage(
  analyser: Analyser,
  request: AnalyseRequest,
): Promise<CoverageAssessment> {
  const { area, territories, villages, minWidthM, minAreaM2 } = request;
  refuseTooLarge(request);
  const faults: GeometryFault[] = [];
  const check = (geometry: Polygonal, pointer: string) => {
    const checked = checkTerritory(geometry);
    if (checked.ok) return checked.geometry;
    faults.push(...checked.faults.map((fault) => ({ ...fault, pointer: `${pointer}${fault.pointer}` })));
    return null;
  };
  const boundary = area === undefined ? null : check(area, '/area');
  const checked: Territory[] = territories.features.flatMap(({ id, geometry }, index) => {
    const sound = check(geometry, `/territories/features/${index}/geometry`);
    return sound === null ? [] : [{ association: id, geometry: sound }];
  });
  const points = (villages?.features ?? []).map(({ id, geometry }, index) => {
    if (geometry === null) return { id, location: null };
    faults.push(...checkPosition(geometry.coordinates, `/villages/features/${index}/geometry/coordinates`));
    return { id, location: snapPosition(geometry.coordinates) };
  });
  if (faults.length > 0) throw new GeometryRefusal(faults);
  refuseRepeated(checked);
  if (boundary !== null) await refuseMisplaced(analyser, boundary, checked);
  return analyser.assess({
    boundary,
    territories: checked,
    villages: points,
    thresholds: {
      minWidthM: minWidthM ?? DEFAULT_SLIVER_THRESHOLDS.minWidthM,
      minAreaM2: minAreaM2 ?? DEFAULT_SLIVER_THRESHOLDS.minAreaM2,
    },
  });
}

function refuseTooLarge({ area, territories }: AnalyseRequest): void {
  const geometries = [...(area === undefined ? [] : [area]), ...territories.features.map((f) => f.geometry)];
  const vertices = geometries
    .flatMap((geometry) => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()))
    .reduce((sum, ring) => sum + ring.length, 0);
  if (vertices > MOST_VERTICES)
    throw new DomainError('analysis-too-large', { vertices, limit: MOST_VERTICES });
}

/** As when a territory is saved: one that lies wholly outside the area was not meant so; reaching over it is no fault. */
async function refuseMisplaced(
  analyser: Analyser,
  boundary: MultiPolygon,
  territories: readonly Territory[],
): Promise<void> {
  const placements = await analyser.checkPlacement({ boundary, territories });
  const faults = placements.flatMap((fault, index) =>
    fault === null ? [] : [{ ...fault, pointer: `/territories/features/${index}/geometry${fault.pointer}` }],
  );
  if (faults.length > 0) throw new GeometryRefusal(faults);
}

function refuseRepeated(territories: readonly Territory[]): void {
  const seen = new Set<AssociationId>();
  for (const { association } of territories) {
    if (seen.has(association)) throw new DomainError('territory-repeated', { association });
    seen.add(association);
  }
}
