import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js';
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import { areaM2 } from '../../src/geometry/area.ts';
import type { CoverageMap } from '../../src/geometry/coverage-map/coverage-map.ts';
import { distanceBetweenM } from '../../src/geometry/ellipsoid.ts';
import type { CoverageAssessment, FaceFeature } from '../../src/model/coverage.ts';
import type { Polygon } from '../../src/model/geometry.ts';
import type { FoundAreas } from './found-areas.ts';

const SQUARE_METRE_KM2 = 1e-6;
/** Sums of areas as large as continents are equal to a square metre as far as doubles go: the last three of their digits. */
const LARGE_SUM_SHARE = 1e-13;
/** Rounding a face's corners to the position grid moves its border by a centimetre at most. */
const BORDER_SHIFT_M = 0.012;
const reader = new GeoJSONReader(new GeometryFactory());

/** What is wrong with an assessment in itself: sums that are not equal, faces that are no valid polygons. */
export function assessmentFaults({ totals, territories, ...found }: CoverageAssessment): string[] {
  const faces = [...found.gaps.features, ...found.overlaps.features, ...found.shared.features];
  const unequal = unequalWithin(SQUARE_METRE_KM2 + LARGE_SUM_SHARE * (totals.areaKm2 + totals.outsideKm2));
  const whole = totals.coveredOnceKm2 + totals.sharedKm2 + totals.overlapKm2 + totals.gapKm2;
  return [
    ...unequal('area', totals.areaKm2, whole),
    ...territories.flatMap(({ association, areaKm2, coveredOnceKm2, sharedKm2, overlapKm2, outsideKm2 }) =>
      unequal(`territory ${association}`, areaKm2, coveredOnceKm2 + sharedKm2 + overlapKm2 + outsideKm2),
    ),
    ...unequal(
      'covered once, by territory',
      territories.reduce((sum, { coveredOnceKm2 }) => sum + coveredOnceKm2, 0),
      totals.coveredOnceKm2,
    ),
    ...faces.flatMap(faceFaults),
  ];
}

/** A plan as small as a yard is measured by its oracles no better than this. */
const LEAST_TOLERANCE_M2 = 0.01;

/** Where the gaps and overlaps of a map, the thinnest included, are not as large together as an assessment says. */
export function faceSumFaults(
  { faces }: Pick<CoverageMap, 'faces'>,
  { totals }: CoverageAssessment,
): string[] {
  const unequal = unequalWithin(SQUARE_METRE_KM2 + LARGE_SUM_SHARE * (totals.areaKm2 + totals.outsideKm2));
  const sumKm2 = (isGap: boolean): number =>
    faces
      .filter(({ associations }) => (associations.length === 0) === isGap)
      .reduce((sum, face) => sum + face.areaM2 / 1e6, 0);
  return [
    ...unequal('sum of the gaps', sumKm2(true), totals.gapKm2),
    ...unequal('sum of the overlaps', sumKm2(false), totals.overlapKm2),
  ];
}

/** Beyond this share of the area and what lies outside it, areas are not the same. */
const SHARE = 1e-6;

/** Where an assessment and what an oracle found are too far apart. */
export function disagreements(
  { totals, territories }: CoverageAssessment,
  oracle: Partial<FoundAreas>,
): string[] {
  const ours: FoundAreas = {
    areaM2: totals.areaKm2 * 1e6,
    gapM2: totals.gapKm2 * 1e6,
    overlapM2: totals.overlapKm2 * 1e6,
    outsideM2: totals.outsideKm2 * 1e6,
    territoriesM2: territories.reduce((sum, { areaKm2 }) => sum + areaKm2 * 1e6, 0),
  };
  return tooFarApart(ours, oracle);
}

/** Where two find different areas; what the second does not tell is no difference. */
export function tooFarApart(ours: FoundAreas, theirs: Partial<FoundAreas>): string[] {
  const toleranceM2 = LEAST_TOLERANCE_M2 + SHARE * (ours.areaM2 + ours.outsideM2);
  const apart = (what: keyof FoundAreas): string[] => {
    const [our, their] = [ours[what], theirs[what] ?? ours[what]];
    return Math.abs(our - their) <= toleranceM2 ? [] : [`${what} ${our}, not ${their}`];
  };
  return [
    ...apart('areaM2'),
    ...apart('gapM2'),
    ...apart('overlapM2'),
    ...apart('outsideM2'),
    ...apart('territoriesM2'),
  ];
}

function unequalWithin(toleranceKm2: number) {
  return (what: string, a: number, b: number): string[] =>
    Math.abs(a - b) < toleranceKm2 ? [] : [`${what}: ${a} km² is not ${b} km²`];
}

function faceFaults({ id, geometry, properties }: FaceFeature): string[] {
  const shownM2 = areaM2(geometry);
  const givenM2 = properties.areaKm2 * 1e6;
  // A needle of less than a step of the grid is not drawn, but has its border.
  const borderM = Math.max(perimeterM(geometry), (2 * givenM2) / properties.meanWidthM);
  const isFar = Math.abs(shownM2 - givenM2) > 1 + BORDER_SHIFT_M * borderM;
  return [
    ...(isValid(geometry) ? [] : [`${id} is no valid polygon: ${JSON.stringify(geometry.coordinates)}`]),
    ...(isFar ? [`${id} is drawn with ${shownM2} m², and said to have ${givenM2} m²`] : []),
  ];
}

function perimeterM({ coordinates }: Polygon): number {
  let sum = 0;
  for (const ring of coordinates) {
    for (const [i, to] of ring.slice(1).entries()) sum += distanceBetweenM(ring[i] ?? to, to);
  }
  return sum;
}

function isValid(polygon: Polygon): boolean {
  return new IsValidOp(reader.read(polygon)).isValid();
}
