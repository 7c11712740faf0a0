import { Type } from 'typebox';

/** Identifier of a planning area, for example the name of its data folder. */
export type AreaId = string & { readonly __id: 'area' };
/** Identifier of an association, unique within its area. */
export type AssociationId = string & { readonly __id: 'association' };
/** Identifier of a plan, unique within its area. */
export type PlanId = string & { readonly __id: 'plan' };
/** Identifier of a village, unique within its area. */
export type VillageId = string & { readonly __id: 'village' };
/** Identifier of a reason, unique within its plan: a copy in another plan bears the same. */
export type ReasonId = string & { readonly __id: 'reason' };
/** Identifier of a shared zone, unique within its plan: a copy in another plan bears the same. */
export type ZoneId = string & { readonly __id: 'zone' };
/** Identifier of a proposal, unique within its area. */
export type ProposalId = string & { readonly __id: 'proposal' };
/** Identifier of a thread, unique within its proposal. */
export type ThreadId = string & { readonly __id: 'thread' };
/** Identifier of a comment, unique within its thread. */
export type CommentId = string & { readonly __id: 'comment' };

/** Identifier of a village that was reported as missing, unique within its area. */
export type MissingVillageId = string & { readonly __id: 'missing-village' };
/** Identifier of a report that is kept, unique within its area. */
export type ReportId = string & { readonly __id: 'report' };
export type ReportJobId = string & { readonly __id: 'report-job' };
/** Identifier of a joint initiative, unique within its area. */
export type InitiativeId = string & { readonly __id: 'initiative' };
/** Identifier of a milestone, unique within its initiative: it stays the same when the initiative is changed. */
export type MilestoneId = string & { readonly __id: 'milestone' };
/** Identifier of a document, unique within its area. */
export type DocumentId = string & { readonly __id: 'document' };
/** Identifier of a key with which a program asks. */
export type ApiKeyId = string & { readonly __id: 'api-key' };
/** Identifier of a notice, unique within its area. */
export type NoticeId = string & { readonly __id: 'notice' };
/** Identifier of a person who signs in; says nothing about them. */
export type PersonId = string & { readonly __id: 'person' };
/** Identifier of an invitation, unique within its area. */
export type InvitationId = string & { readonly __id: 'invitation' };

/** Identifier of a meeting, unique within its area. */
export type MeetingId = string & { readonly __id: 'meeting' };
/** Identifier of a series of meetings, unique within its area. */
export type SeriesId = string & { readonly __id: 'series' };
/** Identifier of a guest of a meeting, unique within it. */
export type GuestId = string & { readonly __id: 'guest' };
/** Identifier of an item of an agenda, unique within its meeting. */
export type AgendaItemId = string & { readonly __id: 'agenda-item' };
/** Identifier of an action, unique within its area. */
export type ActionId = string & { readonly __id: 'action' };

/** Lower-case Latin letters, digits and single hyphens, so that an id stands in an address as it is. */
const SLUG = { pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', minLength: 1, maxLength: 64 };

export const AreaIdSchema = Type.Unsafe<AreaId>(Type.String({ ...SLUG, description: 'Id of an area' }));
export const AssociationIdSchema = Type.Unsafe<AssociationId>(
  Type.String({ ...SLUG, description: 'Id of an association, unique within its area' }),
);
export const PlanIdSchema = Type.Unsafe<PlanId>(
  Type.String({ ...SLUG, description: 'Id of a plan, unique within its area' }),
);
/** In an initiative of several areas, what is of another one than that in which it is read bears its area before it. */
const ACROSS_AREAS = {
  pattern: '^(?:[a-z0-9]+(?:-[a-z0-9]+)*/)?[a-z0-9]+(?:-[a-z0-9]+)*$',
  minLength: 1,
  maxLength: 129,
};
export const PartyIdSchema = Type.Unsafe<AssociationId>(
  Type.String({ ...ACROSS_AREAS, description: 'Id of an association; of another area: `area/association`' }),
);
export const TargetIdSchema = Type.Unsafe<VillageId>(
  Type.String({ ...ACROSS_AREAS, description: 'Id of a village; of another area: `area/village`' }),
);
export const VillageIdSchema = Type.Unsafe<VillageId>(
  Type.String({ ...SLUG, description: 'Id of a village, unique within its area' }),
);
export const ReasonIdSchema = Type.Unsafe<ReasonId>(
  Type.String({ ...SLUG, description: 'Id of a reason, unique within its plan; its copies keep it' }),
);
export const ZoneIdSchema = Type.Unsafe<ZoneId>(
  Type.String({ ...SLUG, description: 'Id of a shared zone, unique within its plan; its copies keep it' }),
);
const OPAQUE = { pattern: '^[A-Za-z0-9-]+$', minLength: 1, maxLength: 64 };
export const PersonIdSchema = Type.Unsafe<PersonId>(
  Type.String({ ...OPAQUE, description: 'Id of a person who signs in' }),
);
export const InvitationIdSchema = Type.Unsafe<InvitationId>(
  Type.String({ ...OPAQUE, description: 'Id of an invitation, unique within its area' }),
);
export const ProposalIdSchema = Type.Unsafe<ProposalId>(
  Type.String({ ...SLUG, description: 'Id of a proposal, unique within its area' }),
);
export const ThreadIdSchema = Type.Unsafe<ThreadId>(
  Type.String({ ...SLUG, description: 'Id of a thread, unique within its proposal' }),
);
export const CommentIdSchema = Type.Unsafe<CommentId>(
  Type.String({ ...SLUG, description: 'Id of a comment, unique within its thread' }),
);
export const NoticeIdSchema = Type.Unsafe<NoticeId>(
  Type.String({ ...SLUG, description: 'Id of a notice, unique within its area' }),
);
export const MissingVillageIdSchema = Type.Unsafe<MissingVillageId>(
  Type.String({
    ...SLUG,
    description: 'Id of a village that was reported as missing, unique within its area',
  }),
);
export const ReportJobIdSchema = Type.Unsafe<ReportJobId>(
  Type.String({ ...SLUG, description: 'Id of a report that is made in the background' }),
);
export const ReportIdSchema = Type.Unsafe<ReportId>(
  Type.String({ ...SLUG, description: 'Id of a report that is kept, unique within its area' }),
);
export const ApiKeyIdSchema = Type.Unsafe<ApiKeyId>(
  Type.String({ ...SLUG, description: 'Id of a key; says nothing of its secret' }),
);
export const MeetingIdSchema = Type.Unsafe<MeetingId>(
  Type.String({ ...SLUG, description: 'Id of a meeting, unique within its area' }),
);
export const SeriesIdSchema = Type.Unsafe<SeriesId>(
  Type.String({ ...SLUG, description: 'Id of a series of meetings, unique within its area' }),
);
export const GuestIdSchema = Type.Unsafe<GuestId>(
  Type.String({ ...SLUG, description: 'Id of a guest of a meeting, unique within it' }),
);
export const AgendaItemIdSchema = Type.Unsafe<AgendaItemId>(
  Type.String({
    ...SLUG,
    maxLength: 100,
    description: 'Id of an item of an agenda, unique within its meeting',
  }),
);
export const ActionIdSchema = Type.Unsafe<ActionId>(
  Type.String({ ...SLUG, description: 'Id of an action, unique within its area' }),
);
export const InitiativeIdSchema = Type.Unsafe<InitiativeId>(
  Type.String({ ...SLUG, description: 'Id of a joint initiative, unique within its area' }),
);
export const MilestoneIdSchema = Type.Unsafe<MilestoneId>(
  Type.String({
    ...SLUG,
    description: 'Id of a milestone, unique within its initiative, given by the client',
  }),
);
export const DocumentIdSchema = Type.Unsafe<DocumentId>(
  Type.String({ ...SLUG, description: 'Id of a document, unique within its area' }),
);
