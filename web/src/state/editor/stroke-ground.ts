import {
  type AssociationId,
  type CoverageAssessment,
  type EditedPlan,
  type LiveGround,
  type LiveZone,
  linesAlong,
  liveZones,
  type MovedGround,
  type MultiPolygon,
  type Polygon,
  type Position,
  type Sharing,
  zoneAt,
} from '@nitaq/core';
import { positionIn } from '../position-in.ts';

/** What the map shows of a stroke over the plan as it was: the ground that others claim, and the lines around it. */
export interface StrokeGround {
  readonly parts: readonly GroundPart[];
  readonly lines: readonly GroundLine[];
}

export interface GroundPart {
  readonly status: 'gap' | 'covered' | 'overlap' | 'shared';
  readonly associations: readonly AssociationId[];
  readonly geometry: MultiPolygon;
}

export type GroundLine = { readonly coordinates: readonly (readonly Position[])[] } & (
  | { readonly kind: 'border'; readonly association: AssociationId }
  | { readonly kind: 'gap' | 'overlap' | 'shared' }
  /** A border was here: who claims the ground on one side now has that on the other too. */
  | { readonly kind: 'gone'; readonly associations: readonly AssociationId[] }
);

/** A plan as a stroke found it, and as it would be. */
export interface PlanOfStroke {
  readonly before: EditedPlan;
  readonly now: EditedPlan;
  readonly sharing: Sharing;
  readonly assessment: CoverageAssessment;
}

/** Errors: `TooManyCrossingsError`. */
export function strokeGround(
  ground: LiveGround,
  { before, now, sharing, assessment }: PlanOfStroke,
): StrokeGround {
  const moved = ground(before.territories, now.territories);
  if (moved.length === 0) return { parts: [], lines: [] };
  const zones = liveZones(sharing);
  return {
    parts: moved.flatMap((part) => partsOf(part, zones)),
    lines: moved.flatMap((part) => linesAround(part, now, assessment)),
  };
}

function partsOf({ associations, geometry }: MovedGround, zones: readonly LiveZone[]): GroundPart[] {
  if (associations.length < 2)
    return [{ status: associations.length === 0 ? 'gap' : 'covered', associations, geometry }];
  return geometry.coordinates.map((coordinates) => {
    const zone = zoneAt(positionIn({ type: 'Polygon', coordinates }), associations, zones);
    return {
      ...(zone ? { status: 'shared', associations: zone.named } : { status: 'overlap', associations }),
      geometry: { type: 'MultiPolygon', coordinates: [coordinates] },
    };
  });
}

function linesAround(
  { associations, geometry }: MovedGround,
  { territories }: EditedPlan,
  { gaps, overlaps, shared }: CoverageAssessment,
): GroundLine[] {
  const around = [
    ...territories.map(({ association, geometry }) => ({
      line: { kind: 'border', association } as const,
      outline: geometry,
    })),
    ...outlinesOf('gap', gaps.features),
    ...outlinesOf('overlap', overlaps.features),
    ...outlinesOf('shared', shared.features),
  ];
  const { along, apart } = linesAlong(
    geometry,
    around.map(({ outline }) => outline),
  );
  const lines = around.flatMap(({ line }, i): GroundLine[] => {
    const coordinates = along[i] ?? [];
    return coordinates.length === 0 ? [] : [{ ...line, coordinates }];
  });
  return apart.length === 0 ? lines : [{ kind: 'gone', associations, coordinates: apart }, ...lines];
}

function outlinesOf<Kind extends 'gap' | 'overlap' | 'shared'>(
  kind: Kind,
  faces: readonly { readonly geometry: Polygon }[],
) {
  return faces.map(({ geometry }) => ({ line: { kind }, outline: asOutline(geometry) }));
}

const outlines = new WeakMap<Polygon, MultiPolygon>();

/** The same object each time: its edges are indexed once. */
function asOutline(face: Polygon): MultiPolygon {
  const known = outlines.get(face);
  if (known) return known;
  const outline: MultiPolygon = { type: 'MultiPolygon', coordinates: [face.coordinates] };
  outlines.set(face, outline);
  return outline;
}
