import type {
  DrawnReport,
  KnownNeed,
  MultiPolygon,
  Polygon,
  Position,
  Report,
  ReportShapes,
} from '@nitaq/core';

type Geometry = MultiPolygon | Polygon | { readonly type: 'Point'; readonly coordinates: Position };
export type FieldType = 'text' | 'integer' | 'real';
type Value = string | number | null;

export interface LayerFeature {
  /** Null: not located yet. */
  readonly geometry: Geometry | null;
  readonly values: readonly Value[];
}

/** What a GIS program shows as one layer. Names of fields are the same in every language. */
export interface ReportLayer {
  readonly name: string;
  readonly fields: readonly (readonly [name: string, type: FieldType])[];
  readonly features: readonly LayerFeature[];
}

/** The territories, gaps, overlaps, shared places, villages and seats of a report. */
export function reportLayers({ report, shapes }: DrawnReport): ReportLayer[] {
  const overlap = (number: number) => report.overlaps.find((one) => one.number === number);
  const gap = (number: number) => report.gaps.find((one) => one.number === number);
  const shared = (number: number) => report.shared.find((one) => one.number === number);
  return [
    territoriesLayer(report, shapes),
    placesLayer('gaps', report, shapes.gaps, gap),
    placesLayer('overlaps', report, shapes.overlaps, overlap),
    withTerms(placesLayer('shared', report, shapes.shared, shared), report),
    villagesLayer(report),
    seatsLayer(report),
  ];
}

function territoriesLayer(report: Report, { territories }: ReportShapes): ReportLayer {
  return {
    name: 'territories',
    fields: [
      ['association', 'text'],
      ['name_ar', 'text'],
      ['name_en', 'text'],
      ['area_km2', 'real'],
      ['villages', 'integer'],
      ['capacity', 'integer'],
      ...needFields(report),
    ],
    features: territories.flatMap(({ association, geometry }) => {
      const sheet = report.associations.find(({ id }) => id === association);
      if (sheet === undefined) return [];
      const { name, areaKm2, villages, capacity, need } = sheet;
      return {
        geometry,
        values: [
          association,
          name.ar,
          name.en,
          areaKm2,
          villages.total,
          capacity,
          ...needValues(report, need),
        ],
      };
    }),
  };
}

function placesLayer(
  name: string,
  report: Report,
  places: ReportShapes['gaps'],
  find: (number: number) => Pick<Report['gaps'][number], 'areaKm2' | 'villages' | 'need'> | undefined,
): ReportLayer {
  return {
    name,
    fields: [
      ['number', 'integer'],
      ['associations', 'text'],
      ['area_km2', 'real'],
      ['villages', 'integer'],
      ['village_ids', 'text'],
      ...needFields(report),
    ],
    features: places.flatMap(({ number, associations, geometry }) => {
      const place = find(number);
      if (place === undefined) return [];
      const { areaKm2, villages, need } = place;
      const listed = [listOf(associations), areaKm2, villages.length, listOf(villages)];
      return { geometry, values: [number, ...listed, ...needValues(report, need)] };
    }),
  };
}

/** What is agreed about each shared place: who leads, who takes part, what they do there and until when. */
function withTerms({ name, fields, features }: ReportLayer, { shared }: Report): ReportLayer {
  const terms = new Map(shared.map((place) => [place.number, place]));
  return {
    name,
    fields: [...fields, ['lead', 'text'], ['partners', 'text'], ['services', 'text'], ['ends_on', 'text']],
    features: features.map(({ geometry, values }) => {
      const found = terms.get(Number(values[0]));
      const agreed = found
        ? [found.lead, listOf(found.partners), listOf(found.services), found.endsOn]
        : [null, null, null, null];
      return { geometry, values: [...values, ...agreed] };
    }),
  };
}

function villagesLayer(report: Report): ReportLayer {
  return {
    name: 'villages',
    fields: [
      ['village', 'text'],
      ['name_ar', 'text'],
      ['name_en', 'text'],
      ['kind', 'text'],
      ['centre', 'text'],
      ['status', 'text'],
      ['associations', 'text'],
      ['seat_km', 'real'],
      ...needFields(report),
    ],
    features: report.villages.map((village) => {
      const { id, name, kind, centre, status, associations, seatKm, location, need } = village;
      return {
        geometry: location && { type: 'Point' as const, coordinates: location },
        values: [
          ...[id, name.ar, name.en, kind, centre, status, listOf(associations), seatKm],
          ...needValues(report, need),
        ],
      };
    }),
  };
}

function seatsLayer({ associations }: Report): ReportLayer {
  return {
    name: 'seats',
    fields: [
      ['association', 'text'],
      ['name_ar', 'text'],
      ['name_en', 'text'],
      ['seat_ar', 'text'],
      ['seat_en', 'text'],
      ['phone', 'text'],
    ],
    features: associations.map(({ id, name, seat, phone }) => ({
      geometry: seat.location && { type: 'Point' as const, coordinates: seat.location },
      values: [id, name.ar, name.en, seat.name.ar, seat.name.en, phone],
    })),
  };
}

const COUNTED = ['orphans', 'widows', 'families'] as const;

/** None where the reader may know nothing of it. */
function needFields({ knowledge }: Report): ReportLayer['fields'] {
  if (knowledge === 'public') return [];
  return COUNTED.flatMap((kind) => [
    [`${kind}_least`, 'integer'] as const,
    [`${kind}_most`, 'integer'] as const,
  ]);
}

function needValues({ knowledge }: Report, need: KnownNeed | null): Value[] {
  if (knowledge === 'public') return [];
  return COUNTED.flatMap((kind) => [need?.[kind].least ?? null, need?.[kind].most ?? null]);
}

/** A list as the one text that tables of GIS programs hold; null: none. */
function listOf(ids: readonly string[]): string | null {
  return ids.length === 0 ? null : ids.join(', ');
}
