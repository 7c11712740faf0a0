import { type Static, Type } from 'typebox';
import { AreaIdSchema } from './ids.ts';

/** Every kind of act that is recorded. */
export const RECORDED_ACTS = [
  'area-imported',
  'plan-imported',
  'draft-created',
  'draft-renamed',
  'draft-deleted',
  'territories-saved',
  'reason-added',
  'reason-changed',
  'reason-removed',
  'zone-agreed',
  'zone-changed',
  'zone-removed',
  'person-invited',
  'role-given',
  'role-taken',
  'village-located',
  'village-added',
  'village-also-called',
  'missing-village-dismissed',
  'seat-located',
  'need-counted',
  'need-shared',
  'need-share-ended',
  'capacity-stated',
  'phone-stated',
  'api-key-made',
  'api-key-revoked',
  'proposal-opened',
  'proposal-revised',
  'proposal-rebased',
  'proposal-went-stale',
  'proposal-signed',
  'proposal-objected-to',
  'proposal-withdrawn',
  'proposal-enacted',
  'thread-opened',
  'comment-added',
  'thread-resolved',
  'thread-reopened',
  'series-begun',
  'series-changed',
  'series-ended',
  'meeting-planned',
  'meeting-changed',
  'meeting-convened',
  'meeting-cancelled',
  'meeting-opened',
  'meeting-closed',
  'meeting-resumed',
  'minutes-approved',
  'decision-taken',
  'decision-reworded',
  'action-opened',
  'action-changed',
  'action-done',
  'action-dropped',
  'action-reopened',
  'action-fell-back',
  'initiative-opened',
  'initiative-changed',
  'initiative-proposed',
  'initiative-signed',
  'initiative-objected-to',
  'initiative-started',
  'initiative-finished',
  'initiative-stopped',
  'initiative-left',
  'milestone-reached',
  'milestone-reopened',
  'people-reached',
  'document-added',
  'document-changed',
  'document-file-added',
  'document-removed',
] as const;

/** What an act is about. */
export const RECORD_SUBJECTS = [
  'area',
  'plan',
  'village',
  'association',
  'person',
  'proposal',
  'meeting',
  'decision',
  'action',
  'initiative',
  'document',
] as const;

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256' });

export const RecordActSchema = Type.Unsafe<(typeof RECORDED_ACTS)[number]>(
  Type.Union(RECORDED_ACTS.map((act) => Type.Literal(act))),
);
export const RecordSubjectKindSchema = Type.Unsafe<(typeof RECORD_SUBJECTS)[number]>(
  Type.Union(RECORD_SUBJECTS.map((kind) => Type.Literal(kind))),
);

/** One entry of the record of an area: who did what, in which role. */
export const RecordEntrySchema = Type.Object({
  area: Type.Unsafe<Static<typeof AreaIdSchema>>({
    ...AreaIdSchema,
    description: 'In whose record it stands: of an initiative of several areas, where it was done',
  }),
  number: Type.Integer({ description: 'From 1, without gaps' }),
  at: Type.String({ format: 'date-time', description: 'UTC' }),
  person: Type.Union([Type.String(), Type.Null()], {
    description: 'Id of who did it; null: nobody signed in',
  }),
  role: Type.Union([Type.String(), Type.Null()], { description: 'The role in which they did it' }),
  act: RecordActSchema,
  subject: Type.Object({ kind: RecordSubjectKindSchema, id: Type.String() }),
  data: Type.Record(Type.String(), Type.Unknown(), {
    description: 'What else there is to say about the act',
  }),
  previousHash: Type.Union([Hash, Type.Null()], {
    description: 'Of the entry before; null: it is the first',
  }),
  hash: Hash,
});
export type RecordEntry = Static<typeof RecordEntrySchema>;
export type RecordedAct = RecordEntry['act'];
