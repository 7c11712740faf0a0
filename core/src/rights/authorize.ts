import type { AreaId, AssociationId } from '../model/ids.ts';
import { type Membership, type Person, ROLES, type Role } from '../model/person.ts';
import type { PlanState } from '../model/plan.ts';

/** Who a right is given to: everybody, everybody who is signed in, or the roles of an area. */
interface Right {
  readonly to: 'everybody' | 'signed-in' | readonly Role[];
  /** These roles have it for what belongs to their own association alone. */
  readonly ownOnly?: readonly Role[];
  /** The council has it only for what belongs to no association. */
  readonly councilForNobody?: true;
  /** The council has it only in a session that was opened with a passkey or a second factor. */
  readonly councilProvenTwice?: true;
}

/** All that can be done with the service, and who may. The one place where rights are decided. */
const RIGHTS = {
  'service.ask': { to: 'everybody' },
  'session.open': { to: 'everybody' },
  'session.own': { to: 'signed-in' },
  'notices.own': { to: 'signed-in' },
  /** By the secret of a link, or with an address that is asked first. */
  'village.watch': { to: 'everybody' },
  'area.read': { to: 'everybody' },
  'coverage.ask': { to: 'everybody' },
  /** What everybody may know; plans that were never in force are asked about one by one. */
  'features.read': { to: 'everybody' },
  'coverage.analyse': { to: 'signed-in' },
  /** Of a plan that is or was in force; the others are for those with a role. */
  'settled-plan.read': { to: 'everybody' },
  'plan.read': { to: ROLES },
  'plans.list': { to: 'everybody' },
  'area.follow': { to: ROLES },
  'presence.tell': { to: ROLES },
  'record.read': { to: ROLES },
  'proposals.read': { to: ROLES },
  'proposal.open': { to: ['coordinator'] },
  /** Only of the own association's proposal, which the services see to. */
  'proposal.change': { to: ['coordinator'] },
  'proposal.answer': { to: ['coordinator'], ownOnly: ['coordinator'] },
  'proposal.enact': { to: ['council'], councilProvenTwice: true },
  'proposal.discuss': { to: ['council', 'coordinator', 'member'] },
  'initiatives.read': { to: ROLES },
  /** Led by the own association, which the services see to; the council names any lead. */
  'initiative.open': { to: ['coordinator', 'council'] },
  /** Only of the associations that take part, which the services see to: its content and its course by the lead alone. */
  'initiative.change': { to: ['coordinator'] },
  'initiative.answer': { to: ['coordinator'], ownOnly: ['coordinator'] },
  'initiative.leave': { to: ['coordinator'], ownOnly: ['coordinator'] },
  'initiative.stop': { to: ['coordinator', 'council'] },
  'documents.read': { to: ROLES },
  'document.add': { to: ['council', 'coordinator', 'member'] },
  /** By whoever added it, the coordinators of their association, and the council, which the services see to. */
  'document.change': { to: ['council', 'coordinator', 'member'] },
  'draft.create': { to: ['coordinator'] },
  'draft.edit': { to: ['coordinator'] },
  'village.place': { to: ['coordinator', 'council'] },
  'village.add': { to: ['coordinator', 'council'] },
  'missing-village.report': { to: 'everybody' },
  'missing-villages.settle': { to: ['coordinator', 'council'] },
  'seat.place': { to: ['coordinator', 'council'], ownOnly: ['coordinator'] },
  /** As much of it as whoever asks may know; drafts for those alone who may read them. */
  'report.read': { to: 'everybody' },
  /** Reports that oneself has made in the background. */
  'report-jobs.own': { to: ROLES },
  /** That the report comes to oneself by e-mail. */
  'report-schedule.own': { to: ['coordinator', 'council'] },
  /** By the secret of a link. */
  'report-link.follow': { to: 'everybody' },
  'need.read': { to: ROLES },
  /** Of a village that one's own association covers; the council counts where nobody does. */
  'need.count': { to: ['coordinator', 'council'], ownOnly: ['coordinator'], councilForNobody: true },
  'need.share': { to: ['coordinator'] },
  'phone.state': { to: ['coordinator', 'council'], ownOnly: ['coordinator'] },
  'api-keys.manage': { to: ['coordinator'], ownOnly: ['coordinator'] },
  'capacity.state': { to: ['coordinator', 'council'], ownOnly: ['coordinator'] },
  'meetings.read': { to: ROLES },
  'meeting.convene': { to: ['council'] },
  /** Drives the projector, and writes the minutes. */
  'meeting.run': { to: ['council'] },
  /** What oneself added one may take off again; the council everything, which the services see to. */
  'agenda.add': { to: ['council', 'coordinator', 'member'] },
  'agenda.edit': { to: ['council'] },
  /** Notes oneself as present; the council anybody. */
  'meeting.attend': { to: ['council', 'coordinator', 'member'] },
  'minutes.approve': { to: ['council', 'coordinator'] },
  /** One that enacts takes the right to enact as well. */
  'decision.take': { to: ['council'] },
  'calendar.own': { to: ROLES },
  /** By the secret of its address. */
  'calendar.follow': { to: 'everybody' },
  'actions.read': { to: ROLES },
  'action.open': { to: ['coordinator', 'council'], ownOnly: ['coordinator'] },
  /** Of the own association, or one's own, which the services see to; the council any. */
  'action.change': { to: ['coordinator', 'council', 'member'], ownOnly: ['coordinator', 'member'] },
  'action.discuss': { to: ['council', 'coordinator', 'member'] },
  'people.read': { to: ROLES },
  'people.invite': {
    to: ['coordinator', 'council'],
    ownOnly: ['coordinator'],
    councilProvenTwice: true,
  },
  'people.remove': {
    to: ['coordinator', 'council'],
    ownOnly: ['coordinator'],
    councilProvenTwice: true,
  },
} as const satisfies Record<string, Right>;

/** Something that a person does. */
export type Action = keyof typeof RIGHTS;

/** What it is done to. */
export interface Thing {
  /** Null: nothing of an area. */
  readonly area: AreaId | null;
  /** The association it belongs to; null: none, or the whole area; left out: not known yet, so it counts as their own. */
  readonly association?: AssociationId | null;
}

export type Verdict = 'allowed' | 'sign-in-needed' | 'second-factor-needed' | 'not-allowed';

/** Whether a person, or somebody who is not signed in (null), may do something to a thing. */
export function authorize(person: Person | null, action: Action, thing: Thing): Verdict {
  const right: Right = RIGHTS[action];
  if (right.to === 'everybody') return 'allowed';
  if (person === null) return 'sign-in-needed';
  if (right.to === 'signed-in') return 'allowed';
  const membership = person.memberships.find(({ area }) => area === thing.area);
  if (membership === undefined || !right.to.includes(membership.role)) return 'not-allowed';
  if (right.ownOnly?.includes(membership.role) && !belongsTo(membership, thing)) return 'not-allowed';
  const isCouncil = membership.role === 'council';
  if (isCouncil && right.councilForNobody && (thing.association ?? null) !== null) return 'not-allowed';
  return isCouncil && right.councilProvenTwice && !person.provenTwice ? 'second-factor-needed' : 'allowed';
}

/** The right it takes to read a plan in a state: all may read what is or was in force. */
export function readingOf(state: PlanState): Action {
  return state === 'in-force' || state === 'superseded' ? 'settled-plan.read' : 'plan.read';
}

/** A line for each action: who has the right, for documents. */
export function rightsTable(): readonly (Right & { readonly action: Action })[] {
  return Object.entries(RIGHTS).map(([action, right]) => ({ action: action as Action, ...right }));
}

function belongsTo({ association }: Membership, thing: Thing): boolean {
  return thing.association === undefined || (association !== null && association === thing.association);
}
