import type { CoverageStatus } from '../model/coverage.ts';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import type { AreaId, AssociationId, VillageId } from '../model/ids.ts';
import type { LocalizedText } from '../model/text.ts';
import type { VillageKind } from '../model/village.ts';
import type { DrawnReport, ReportShapes } from './coverage-report.ts';

/** What the maps of a report show while one moves them: shapes and names alone, as of the report’s day, and no counts. */
export interface ReportMap extends ReportShapes {
  readonly area: { readonly id: AreaId; readonly bbox: number[] };
  readonly associations: readonly {
    readonly id: AssociationId;
    readonly name: LocalizedText;
    readonly seat: { readonly name: LocalizedText; readonly location: Position | null };
    readonly colour: number;
  }[];
  /** Those that have a location. */
  readonly villages: readonly {
    readonly id: VillageId;
    readonly name: LocalizedText;
    readonly kind: VillageKind;
    readonly location: Position;
    readonly status: CoverageStatus;
    readonly associations: readonly AssociationId[];
  }[];
}

/** 1e-5 degree is about a metre, which no map on a page can show. */
const STEPS = 1e5;

/** What of a report a map needs that one moves. */
export function reportMapOf({ report, shapes }: DrawnReport): ReportMap {
  const { area, associations, villages } = report;
  const polygonal = <T extends { geometry: { coordinates: Position[][] } }>(faces: readonly T[]): T[] =>
    faces.map((face) => ({
      ...face,
      geometry: { ...face.geometry, coordinates: face.geometry.coordinates.map(coarse) },
    }));
  return {
    area: { id: area.id, bbox: area.bbox },
    associations: associations.map(({ id, name, seat, colour }) => ({ id, name, seat, colour })),
    villages: villages.flatMap(({ id, name, kind, location, status, associations: served }) =>
      location === null
        ? []
        : [{ id, name, kind, location: rounded(location), status, associations: served }],
    ),
    boundary: coarsely(shapes.boundary),
    land: shapes.land && coarsely(shapes.land),
    territories: shapes.territories.map(({ association, geometry }) => ({
      association,
      geometry: coarsely(geometry),
    })),
    gaps: polygonal(shapes.gaps),
    overlaps: polygonal(shapes.overlaps),
    shared: polygonal(shapes.shared),
  };
}

function coarsely({ type, coordinates }: MultiPolygon): MultiPolygon {
  return { type, coordinates: coordinates.map((rings) => rings.map(coarse)) };
}

/** A ring without vertices that have become the same as the one before; it stays closed. */
function coarse(ring: readonly Position[]): Position[] {
  const all = ring.map(rounded);
  return all.filter((at, index) => {
    const before = all[index - 1];
    return index === all.length - 1 || at[0] !== before?.[0] || at[1] !== before[1];
  });
}

function rounded([lon, lat]: Position): Position {
  return [Math.round(lon * STEPS) / STEPS, Math.round(lat * STEPS) / STEPS];
}
