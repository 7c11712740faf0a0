import { partiesOf } from '../initiatives/parties.ts';
import type { AssociationId, PersonId } from '../model/ids.ts';
import type { Initiative, InitiativeState } from '../model/initiative.ts';
import type { NoticeContent } from '../model/notice.ts';
import type { Colleague } from '../model/person.ts';
import { type Addressed, firstFor, ofAny, ofRole } from './addressed.ts';

/** What was done to an initiative that people are told of. */
export type InitiativeNoticedAct =
  | { readonly act: 'proposed' | 'stopped' }
  /** It has another content; these take no part in it any more. */
  | { readonly act: 'changed'; readonly dropped: readonly AssociationId[] }
  | {
      readonly act: 'answered';
      readonly before: InitiativeState;
      readonly by: AssociationId;
      readonly answer: 'signed' | 'objected';
    }
  | { readonly act: 'left'; readonly by: AssociationId }
  /** The day of a milestone has passed. */
  | { readonly act: 'late'; readonly milestone: string; readonly dueOn: string };

/** What one person is told of an initiative. */
export interface NoticeOfInitiative {
  readonly person: PersonId;
  readonly content: NoticeContent;
}

/**
 * Whom an act concerns, of the people of an area in which an initiative reads like this after it, and what each is told:
 * one thing. Those who answer for an association approve it, all who take part hear what became of it, and their council.
 */
export function noticesOfInitiative(
  act: InitiativeNoticedAct,
  initiative: Initiative,
  people: readonly Colleague[],
  actor: PersonId | null,
): NoticeOfInitiative[] {
  return firstFor(people, actor, addressed(act, initiative));
}

function addressed(act: InitiativeNoticedAct, initiative: Initiative): Addressed[] {
  const { content, state } = initiative;
  const parties = partiesOf(content);
  const toAll = ofAny(parties);
  const toAllAndCouncil = (one: Colleague) => one.role === 'council' || toAll(one);
  switch (act.act) {
    case 'proposed':
      return askingToApprove(initiative);
    case 'changed':
      return state === 'proposed'
        ? [
            ...askingToApprove(initiative),
            { content: { kind: 'initiative-dropped' }, isFor: ofRole('coordinator', act.dropped) },
          ]
        : [];
    case 'left':
      return state === 'stopped'
        ? [{ content: { kind: 'initiative-stopped' }, isFor: toAllAndCouncil }]
        : [{ content: { kind: 'initiative-left', by: act.by }, isFor: ofRole('coordinator', parties) }];
    case 'stopped':
      return [{ content: { kind: 'initiative-stopped' }, isFor: toAllAndCouncil }];
    case 'answered':
      if (act.answer === 'objected') {
        const others = parties.filter((party) => party !== act.by);
        return [
          { content: { kind: 'initiative-objected', by: act.by }, isFor: ofRole('coordinator', others) },
        ];
      }
      return state === 'agreed' && act.before !== 'agreed'
        ? [{ content: { kind: 'initiative-agreed' }, isFor: toAllAndCouncil }]
        : [];
    case 'late': {
      const { milestone, dueOn } = act;
      return [
        { content: { kind: 'initiative-late', milestone, dueOn }, isFor: ofRole('coordinator', parties) },
      ];
    }
  }
}

function askingToApprove({ standings }: Initiative): Addressed[] {
  const standing = (wanted: 'stale' | 'silent') =>
    standings.filter((one) => one.standing === wanted).map(({ association }) => association);
  return [
    { content: { kind: 'initiative-approval-stale' }, isFor: ofRole('coordinator', standing('stale')) },
    { content: { kind: 'initiative-approval-needed' }, isFor: ofRole('coordinator', standing('silent')) },
  ];
}
