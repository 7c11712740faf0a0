import type { AssociationId, PersonId, ProposalId } from '../model/ids.ts';
import type { NoticeContent } from '../model/notice.ts';
import type { Colleague } from '../model/person.ts';
import type { Proposal } from '../model/proposal.ts';
import { type Addressed, firstFor, ofAny, ofRole } from './addressed.ts';

/** What was done that people are told of; proposals as they are after it, unless it says otherwise. */
export type NoticedAct =
  | { readonly act: 'opened'; readonly proposal: Proposal }
  /** A proposal was answered by another one, of this association. */
  | { readonly act: 'countered'; readonly proposal: Proposal; readonly by: AssociationId }
  | {
      readonly act: 'answered';
      readonly before: Proposal;
      readonly proposal: Proposal;
      readonly by: AssociationId;
      readonly answer: 'signed' | 'objected';
    }
  | { readonly act: 'revised'; readonly before: Proposal; readonly proposal: Proposal }
  /** Another plan than its base is going to be in force. */
  | { readonly act: 'lost-base'; readonly proposal: Proposal }
  | { readonly act: 'enacted'; readonly proposal: Proposal; readonly inForceFrom: string }
  | {
      readonly act: 'mentioned';
      readonly proposal: ProposalId;
      readonly people: readonly PersonId[];
      readonly content: Extract<NoticeContent, { kind: 'mentioned' }>;
    };

/** What one person is told of a proposal. */
export interface PersonalNotice {
  readonly person: PersonId;
  readonly proposal: ProposalId;
  readonly content: NoticeContent;
}

/**
 * Whom an act concerns, of the people of its area, and what each is told: one thing, that which asks the most of them. Who
 * did it knows.
 */
export function noticesAfter(
  act: NoticedAct,
  people: readonly Colleague[],
  actor: PersonId,
): PersonalNotice[] {
  const all = addressedAfter(act);
  const proposal = act.act === 'mentioned' ? act.proposal : act.proposal.id;
  return firstFor(people, actor, all).map((one) => ({ ...one, proposal }));
}

function addressedAfter(act: NoticedAct): Addressed[] {
  switch (act.act) {
    case 'opened':
      return afterOpening(act.proposal);
    case 'countered':
      return [
        {
          content: { kind: 'answered', answer: 'countered', by: act.by },
          isFor: ofRole('coordinator', [act.proposal.association]),
        },
      ];
    case 'answered':
      return [
        ...afterAgreement(act.before, act.proposal),
        {
          content: { kind: 'answered', answer: act.answer, by: act.by },
          isFor: ofRole('coordinator', [act.proposal.association]),
        },
      ];
    case 'revised':
      return afterRevision(act.before, act.proposal);
    case 'lost-base': {
      const concerned = [act.proposal.association, ...act.proposal.revision.affected];
      return [{ content: { kind: 'proposal-stale' }, isFor: ofRole('coordinator', concerned) }];
    }
    case 'enacted':
      return [{ content: { kind: 'comes-into-force', inForceFrom: act.inForceFrom }, isFor: () => true }];
    case 'mentioned':
      return [{ content: act.content, isFor: ({ id }) => act.people.includes(id) }];
  }
}

function afterOpening({ state, revision }: Proposal): Addressed[] {
  const affected: Addressed = { content: { kind: 'affected' }, isFor: ofAny(revision.affected) };
  // One that is stale from the start takes no signature.
  if (state === 'stale') return [affected];
  const needed: Addressed = {
    content: { kind: 'signature-needed' },
    isFor: ofRole('coordinator', revision.affected),
  };
  return [needed, affected];
}

function afterRevision(before: Proposal, proposal: Proposal): Addressed[] {
  const standing = (wanted: string) =>
    proposal.standings.filter((one) => one.standing === wanted).map(({ association }) => association);
  const added = proposal.revision.affected.filter((one) => !before.revision.affected.includes(one));
  return [
    ...afterAgreement(before, proposal),
    { content: { kind: 'signature-stale' }, isFor: ofRole('coordinator', standing('stale')) },
    { content: { kind: 'signature-needed' }, isFor: ofRole('coordinator', standing('silent')) },
    { content: { kind: 'affected' }, isFor: ofRole('member', added) },
  ];
}

/** All whom an agreement is between hear of it, and the council, which may put it into force. */
function afterAgreement(before: Proposal, { state, revision }: Proposal): Addressed[] {
  if (state !== 'agreed' || before.state === 'agreed') return [];
  const among = ofAny(revision.affected);
  const isFor = (colleague: Colleague) => colleague.role === 'council' || among(colleague);
  return [{ content: { kind: 'agreed' }, isFor }];
}
