import {
  type AssociationId,
  areaKm2,
  type EditedPlan,
  type MultiPolygon,
  type Position,
  type Territory,
  type TerritoryCollection,
  type TerritoryFeature,
} from '@nitaq/core';
import type { AreaData, PlanData } from '../app-state.ts';

/** The territories that are drawn, as the core works on them. */
export function drawnTerritories({ features }: Pick<TerritoryCollection, 'features'>): Territory[] {
  return features.flatMap(({ id, geometry }) => (geometry === null ? [] : [{ association: id, geometry }]));
}

/** A plan as the core's edits take it. */
export function editedPlan({ area, villages }: AreaData, { territories }: PlanData): EditedPlan {
  return { boundary: area.boundary, territories: drawnTerritories(territories), villages };
}

/** The collection with some territories drawn anew. */
export function withDrawings(
  territories: TerritoryCollection,
  drawings: ReadonlyMap<AssociationId, MultiPolygon | null>,
): TerritoryCollection {
  return {
    ...territories,
    features: territories.features.map((feature): TerritoryFeature => {
      const geometry = drawings.get(feature.id);
      if (geometry === undefined) return feature;
      const km2 = geometry === null ? 0 : areaKm2(geometry);
      return { ...feature, geometry, properties: { ...feature.properties, areaKm2: km2 } };
    }),
  };
}

/** The plan as it is drawn, with the versions under which the service has it. */
export function withVersions(data: PlanData, saved: TerritoryCollection): PlanData {
  const versions = new Map(saved.features.map(({ id, properties }) => [id, properties.version]));
  return {
    ...data,
    plan: { ...data.plan, version: saved.version },
    territories: {
      ...data.territories,
      version: saved.version,
      features: data.territories.features.map((feature) => {
        const version = versions.get(feature.id) ?? feature.properties.version;
        return { ...feature, properties: { ...feature.properties, version } };
      }),
    },
  };
}

/** The territories in which a vertex lies, with that vertex elsewhere: what a drag shows, checked when it ends. */
export function withVertexAt(
  territories: readonly Territory[],
  from: Position,
  to: Position,
): Map<AssociationId, MultiPolygon> {
  const drawings = new Map<AssociationId, MultiPolygon>();
  for (const { association, geometry } of territories) {
    let isMoved = false;
    const coordinates = geometry.coordinates.map((rings) =>
      rings.map((ring) => {
        if (!ring.some((vertex) => isSame(vertex, from))) return ring;
        isMoved = true;
        return ring.map((vertex) => (isSame(vertex, from) ? to : vertex));
      }),
    );
    if (isMoved) drawings.set(association, { type: 'MultiPolygon', coordinates });
  }
  return drawings;
}

/** The territories that have an edge, with a vertex in it. */
export function withVertexIn(
  territories: readonly Territory[],
  [a, b]: readonly [Position, Position],
  at: Position,
): Territory[] {
  return territories.map((territory) => ({
    ...territory,
    geometry: {
      type: 'MultiPolygon',
      coordinates: territory.geometry.coordinates.map((rings) =>
        rings.map((ring) => {
          const index = ring.findIndex((from, i) => {
            const to = ring[i + 1];
            return to && ((isSame(from, a) && isSame(to, b)) || (isSame(from, b) && isSame(to, a)));
          });
          return index < 0 ? ring : ring.toSpliced(index + 1, 0, at);
        }),
      ),
    },
  }));
}

function isSame(one: Position, other: Position): boolean {
  return one[0] === other[0] && one[1] === other[1];
}
