import { type Static, Type } from 'typebox';
import { type Polygon, PolygonSchema, type Position, PositionSchema } from './geometry.ts';
import {
  type AssociationId,
  AssociationIdSchema,
  PlanIdSchema,
  type VillageId,
  VillageIdSchema,
} from './ids.ts';

const Associations = Type.Unsafe<readonly AssociationId[]>(Type.Array(AssociationIdSchema));
const Villages = Type.Unsafe<readonly VillageId[]>(Type.Array(VillageIdSchema));
const Lines = Type.Unsafe<readonly (readonly Position[])[]>(Type.Array(Type.Array(PositionSchema)));
const Base = Type.Union([PlanIdSchema, Type.Null()], { description: 'The plan in force; null: none is' });

/** Stretches of the border between two associations that run otherwise. */
const BorderChangeSchema = Type.Object({
  associations: Type.Unsafe<readonly [AssociationId, AssociationId]>({
    ...Type.Array(AssociationIdSchema, { minItems: 2, maxItems: 2 }),
    description: 'In the order of their ids',
  }),
  gone: Type.Unsafe<readonly (readonly Position[])[]>({ ...Lines, description: 'Where they no longer meet' }),
  come: Type.Unsafe<readonly (readonly Position[])[]>({ ...Lines, description: 'Where they meet only now' }),
});
export type BorderChange = Static<typeof BorderChangeSchema>;

/** An association to which a proposal makes a difference, and which one. */
const AffectedAssociationSchema = Type.Object({
  association: AssociationIdSchema,
  gainedKm2: Type.Number(),
  lostKm2: Type.Number(),
  villagesGained: Villages,
  villagesLost: Villages,
  borders: Type.Unsafe<readonly BorderChange[]>({
    ...Type.Array(BorderChangeSchema),
    description: 'Its borders with others that run otherwise',
  }),
  sharesOtherwise: Type.Boolean({ description: 'Places that it keeps are claimed by others than before' }),
  termsChange: Type.Boolean({ description: 'Zones that it shares or reasons of its borders are others' }),
});
export type AffectedAssociation = Static<typeof AffectedAssociationSchema>;

/** What `GET …/proposals/{proposal}/changes` answers. */
export const ProposalChangesSchema = Type.Object({
  base: Base,
  plan: PlanIdSchema,
  affected: Type.Unsafe<readonly AffectedAssociation[]>(Type.Array(AffectedAssociationSchema)),
});
export type ProposalChanges = Static<typeof ProposalChangesSchema>;

/** What two changes of the same base leave to be settled on the map. */
const RebaseConflictSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('territory'),
      association: AssociationIdSchema,
      places: Type.Unsafe<readonly Polygon[]>({
        ...Type.Array(PolygonSchema),
        description: 'Where the two differ, the largest first',
      }),
      villages: Villages,
    },
    { description: 'Both changed its territory, and not to the same' },
  ),
  Type.Object(
    {
      kind: Type.Union([Type.Literal('gap'), Type.Literal('overlap')]),
      associations: Type.Unsafe<readonly AssociationId[]>({
        ...Associations,
        description: 'Who claims an overlap; of a gap who had it in either',
      }),
      polygon: PolygonSchema,
      areaKm2: Type.Number(),
    },
    { description: 'It comes up only by putting both together' },
  ),
  Type.Object(
    { kind: Type.Literal('zones'), associations: Associations },
    { description: 'Both agreed zones for just these' },
  ),
]);
export type RebaseConflict = Static<typeof RebaseConflictSchema>;

/** What would come of putting a proposal on the plan in force. */
export const RebasePreviewSchema = Type.Object({
  base: Base,
  contentHash: Type.String({ description: 'SHA-256 of the canonical form of the merged content' }),
  conflicts: Type.Unsafe<readonly RebaseConflict[]>({
    ...Type.Array(RebaseConflictSchema),
    description: 'None: it can be rebased',
  }),
  affected: Associations,
  unchangedFor: Type.Unsafe<readonly AssociationId[]>({
    ...Associations,
    description: 'For whom nothing changes: their answers stay',
  }),
});
export type RebasePreview = Static<typeof RebasePreviewSchema>;
