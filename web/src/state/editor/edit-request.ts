import {
  type AssignGapRequest,
  type AssignVillagesRequest,
  assignGap,
  assignVillages,
  DEFAULT_SLIVER_THRESHOLDS,
  deleteVertex,
  type Edited,
  type EditedPlan,
  type EraseTerritoryRequest,
  type ExtendTerritoryRequest,
  eraseTerritory,
  extendTerritory,
  type GapAssigned,
  type GapShared,
  healSlivers,
  type InsertVertexRequest,
  insertVertex,
  type MergeTerritoriesRequest,
  type MoveVertexRequest,
  mergeTerritories,
  moveVertex,
  type OverlapResolved,
  type Position,
  type Refused,
  type ResolveOverlapRequest,
  resolveOverlap,
  type ShareGapRequest,
  type SliversHealed,
  type SplitTerritoryRequest,
  shareGap,
  splitTerritory,
  type TerritoriesMerged,
  type TerritoryErased,
  type TerritoryExtended,
  type TerritorySplit,
  type VertexDeleted,
  type VertexMoved,
  type VillagesAssigned,
  withChange,
} from '@nitaq/core';

/** What a person can ask of a draft. */
export type EditRequest =
  | ({ readonly kind: 'move-vertex' } & MoveVertexRequest)
  /** A new vertex of an edge, drawn away from it. */
  | ({ readonly kind: 'bend-edge'; readonly to: Position } & InsertVertexRequest)
  | { readonly kind: 'delete-vertex'; readonly at: Position }
  | ({ readonly kind: 'assign-gap' } & AssignGapRequest)
  | ({ readonly kind: 'share-gap' } & ShareGapRequest)
  | ({ readonly kind: 'resolve-overlap' } & ResolveOverlapRequest)
  | ({ readonly kind: 'merge-territories' } & MergeTerritoriesRequest)
  | { readonly kind: 'heal-slivers' }
  | ({ readonly kind: 'assign-villages' } & AssignVillagesRequest)
  | ({ readonly kind: 'extend-territory' } & ExtendTerritoryRequest)
  | ({ readonly kind: 'erase-territory' } & EraseTerritoryRequest)
  | ({ readonly kind: 'split-territory' } & SplitTerritoryRequest);

/** What an edit that was made says of itself. */
export type EditDescription =
  | VertexMoved
  | VertexDeleted
  | GapAssigned
  | GapShared
  | OverlapResolved
  | SliversHealed
  | VillagesAssigned
  | TerritoryExtended
  | TerritoryErased
  | TerritorySplit
  | TerritoriesMerged;

export type EditOutcome = Edited<EditDescription> | Refused<string>;

/** Makes an edit of a plan, or says why it cannot be made. Errors: `TooManyCrossingsError`. */
export function makeEdit(plan: EditedPlan, request: EditRequest): EditOutcome {
  switch (request.kind) {
    case 'move-vertex':
      return moveVertex(plan, request);
    case 'bend-edge':
      return bendEdge(plan, request);
    case 'delete-vertex':
      return deleteVertex(plan, request);
    case 'assign-gap':
      return assignGap(plan, request);
    case 'share-gap':
      return shareGap(plan, request);
    case 'merge-territories':
      return mergeTerritories(plan, request);
    case 'resolve-overlap':
      return resolveOverlap(plan, request);
    case 'heal-slivers':
      return healSlivers(plan, { thresholds: DEFAULT_SLIVER_THRESHOLDS });
    case 'assign-villages':
      return assignVillages(plan, request);
    case 'extend-territory':
      return extendTerritory(plan, request);
    case 'erase-territory':
      return eraseTerritory(plan, request);
    case 'split-territory':
      return splitTerritory(plan, request);
  }
}

function bendEdge(
  plan: EditedPlan,
  { to, ...request }: Extract<EditRequest, { kind: 'bend-edge' }>,
): EditOutcome {
  const inserted = insertVertex(plan, request);
  if (!inserted.ok) return inserted;
  const { only } = request;
  const bent = moveVertex(withChange(plan, inserted), {
    from: inserted.description.at,
    to,
    ...(only === undefined ? {} : { only }),
  });
  if (!bent.ok) return bent;
  const moved = new Set(bent.changed.map(({ association }) => association));
  const onlyInserted = inserted.changed.filter(({ association }) => !moved.has(association));
  return { ...bent, changed: [...onlyInserted, ...bent.changed] };
}
