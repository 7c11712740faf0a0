import type { AssociationId, DrawnReport, MultiPolygon, Position, VillageId } from '@nitaq/core';
import { boxAroundAll } from './projected-ground.ts';

/** What a map is about: it shows all of it, and what is around. */
export type MapSubject =
  | { readonly kind: 'area' }
  | { readonly kind: 'association'; readonly association: AssociationId }
  | { readonly kind: 'gap' | 'overlap'; readonly number: number }
  | { readonly kind: 'village'; readonly village: VillageId }
  | { readonly kind: 'place'; readonly position: Position };

/** So that one sees where a gap or a village lies, km. */
const LEAST_KM = { area: 2, association: 12, gap: 30, overlap: 30, village: 24, place: 24 } as const;

/** West, south, east, north of what a map of a subject shows. */
export function boxOfSubject(drawn: DrawnReport, subject: MapSubject): number[] {
  const found = positionsOf(drawn, subject);
  return boxAroundAll(
    found.length > 0 ? found : verticesOf(drawn.shapes.boundary),
    LEAST_KM[found.length > 0 ? subject.kind : 'area'],
  );
}

function positionsOf({ report, shapes }: DrawnReport, subject: MapSubject): Position[] {
  switch (subject.kind) {
    case 'area':
      return verticesOf(shapes.boundary);
    case 'association': {
      const { association } = subject;
      const seat = report.associations.find(({ id }) => id === association)?.seat.location;
      const own = shapes.territories.filter((one) => one.association === association);
      return [...own.flatMap(({ geometry }) => verticesOf(geometry)), ...(seat ? [seat] : [])];
    }
    case 'gap':
    case 'overlap': {
      const faces = subject.kind === 'gap' ? shapes.gaps : shapes.overlaps;
      return faces
        .filter(({ number }) => number === subject.number)
        .flatMap(({ geometry }) => geometry.coordinates.flat());
    }
    case 'village': {
      const { village } = subject;
      const found = report.villages.find(({ id }) => id === village);
      const seats = report.associations.flatMap(({ id, seat }) =>
        found?.associations.includes(id) && seat.location ? [seat.location] : [],
      );
      return found?.location ? [found.location, ...seats] : [];
    }
    case 'place':
      return [subject.position];
  }
}

function verticesOf({ coordinates }: MultiPolygon): Position[] {
  return coordinates.flat(2);
}
