import {
  type AssociationId,
  type DrawnReport,
  FILL_OPACITY,
  type Hex,
  type MultiPolygon,
  mix,
  type ReportShapes,
  TOKENS,
  territoryColours,
} from '@nitaq/core';
import { type PathShape, type Pattern, rectangle } from './map-drawing.ts';
import type { MapSubject } from './map-subject.ts';
import type { ProjectedGround } from './projected-ground.ts';

const LIGHT = TOKENS.light;
/** As on the screen. */
const STRIPE_STRENGTH = 0.62;
const BAND_STRENGTH = 0.38;
/** Of territories that a map is not about. */
const BESIDE_OPACITY = 0.09;

export type PaletteOf = (association: AssociationId) => number;

/** The places of the associations in the palette. */
export function paletteOf({ report }: DrawnReport): PaletteOf {
  const places = new Map(report.associations.map(({ id, colour }) => [id, colour]));
  return (association) => places.get(association) ?? 0;
}

/** Maps are drawn in the light theme; legends of maps on screen in either. */
export type Theme = keyof typeof TOKENS;

export function gapPattern(theme: Theme): Pattern {
  return { pattern: 'dots', colours: [TOKENS[theme].gap] };
}

export function overlapPattern(places: readonly number[], theme: Theme): Pattern {
  return { pattern: 'stripes', colours: places.map((place) => mixed(place, STRIPE_STRENGTH, theme)) };
}

export function sharedPattern(places: readonly number[], theme: Theme): Pattern {
  return { pattern: 'bands', colours: places.map((place) => mixed(place, BAND_STRENGTH, theme)) };
}

function mixed(place: number, strength: number, theme: Theme): Hex {
  return mix(TOKENS[theme].ground, territoryColours(place, theme).fill, strength);
}

/** Sea, land, the area, territories, and what is claimed by nobody, by several, or shared: the lowest first. */
export function drawGround(
  { shapes }: DrawnReport,
  ground: ProjectedGround,
  { subject, places }: { readonly subject: MapSubject; readonly places: PaletteOf },
): PathShape[] {
  const area = ground.pathOf(shapes.boundary);
  return [
    // Where nothing is known of a coast, all around is land.
    path(rectangle(ground.window), { fill: shapes.land ? LIGHT.sea : LIGHT.land }),
    ...landOf(shapes, ground),
    path(area, { fill: LIGHT.ground }),
    ...territoriesOf(shapes, ground, { subject, places }),
    ...facesOf(shapes, ground, places),
    path(area, { stroke: LIGHT.boundary, width: 1.6 }),
  ];
}

function landOf({ land }: ReportShapes, ground: ProjectedGround): PathShape[] {
  if (land === null) return [];
  const d = ground.pathOf(land);
  return [
    path(d, { stroke: LIGHT.seaGlow, width: 10, strokeOpacity: 0.75 }),
    path(d, { fill: LIGHT.land }),
    path(d, { stroke: LIGHT.coast, width: 0.8 }),
  ];
}

function territoriesOf(
  { territories }: ReportShapes,
  ground: ProjectedGround,
  { subject, places }: { readonly subject: MapSubject; readonly places: PaletteOf },
): PathShape[] {
  const drawn = territories.map(({ association, geometry }) => ({
    d: ground.pathOf(geometry),
    isBeside: subject.kind === 'association' && subject.association !== association,
    ...territoryColours(places(association), 'light'),
  }));
  return [
    ...drawn.map(({ d, fill, isBeside }) =>
      path(d, { fill, fillOpacity: isBeside ? BESIDE_OPACITY : FILL_OPACITY }),
    ),
    ...drawn.map(({ d, border, dash, isBeside }) => ({
      ...path(d, { stroke: border, width: isBeside ? 1 : 2 }),
      ...(dash.length > 1 && { dash: dash.map((length) => length * 2) }),
    })),
  ];
}

function facesOf(
  { gaps, overlaps, shared }: ReportShapes,
  ground: ProjectedGround,
  places: PaletteOf,
): PathShape[] {
  const outline = ({ geometry }: ReportShapes['gaps'][number]) => ground.pathOf(inParts(geometry));
  const patterned = (face: ReportShapes['gaps'][number], pattern: Pattern): PathShape[] => {
    const d = outline(face);
    return [path(d, { fill: LIGHT.ground }), path(d, { fill: pattern })];
  };
  const coloursOf = ({ associations }: ReportShapes['gaps'][number]) => associations.map(places);
  return [
    ...shared.flatMap((one) => patterned(one, sharedPattern(coloursOf(one), 'light'))),
    ...overlaps.flatMap((one) => patterned(one, overlapPattern(coloursOf(one), 'light'))),
    ...gaps.map((one) => path(outline(one), { fill: gapPattern('light') })),
    ...shared.map((one) => ({
      ...path(outline(one), { stroke: LIGHT.overlapEdge, width: 1.2 }),
      dash: [1, 3],
    })),
    ...overlaps.map((one) => path(outline(one), { stroke: LIGHT.overlapEdge, width: 1 })),
    ...gaps.map((one) => ({ ...path(outline(one), { stroke: LIGHT.gap, width: 1.6 }), dash: [5, 3.5] })),
  ];
}

function inParts({ coordinates }: ReportShapes['gaps'][number]['geometry']): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: [coordinates] };
}

function path(d: string, look: Omit<PathShape, 'kind' | 'd'>): PathShape {
  return { kind: 'path', d, ...look };
}
