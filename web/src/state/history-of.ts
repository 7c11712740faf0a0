import type {
  AssociationId,
  Colleague,
  DocumentId,
  Initiative,
  InitiativeId,
  PlanId,
  Proposal,
  ProposalId,
  RecordEntry,
} from '@nitaq/core';
import type { Loadable } from './loadable.ts';

/** Of what a history is told. */
export type HistorySubject =
  | { readonly kind: 'area' }
  | { readonly kind: 'plan'; readonly id: PlanId }
  | { readonly kind: 'proposal'; readonly id: ProposalId }
  | { readonly kind: 'initiative'; readonly id: InitiativeId }
  | { readonly kind: 'document'; readonly id: DocumentId }
  | { readonly kind: 'border'; readonly associations: readonly [AssociationId, AssociationId] };

export interface ShownHistory {
  readonly subject: HistorySubject;
  /** The newest first; of a border none. */
  readonly entries: Loadable<readonly RecordEntry[]>;
  /** Where older entries are to be had; null: these are all. */
  readonly next: string | null;
  /** The enacted proposals by which a border runs as it does; of anything else none. */
  readonly enacted: readonly Proposal[];
  /** Names of people by id, as far as they are known. */
  readonly names: ReadonlyMap<string, string>;
}

export interface HistorySlice {
  /** Null: none is read. */
  readonly history: ShownHistory | null;
  showHistory(subject: HistorySubject | null): Promise<void>;
  /** Adds the next older entries. */
  showOlder(): Promise<void>;
}

/** Whether a proposal is, was or will be in force. */
export function isEnacted({ state }: Proposal): boolean {
  return state === 'scheduled' || state === 'in-force' || state === 'superseded';
}

/** What the record is asked about: a plan that was proposed has its history with its proposal. */
export function recordSubject(
  subject: Exclude<HistorySubject, { kind: 'border' }>,
  proposals: readonly Proposal[],
): RecordEntry['subject'] | null {
  switch (subject.kind) {
    case 'area':
      return null;
    case 'proposal':
    case 'initiative':
    case 'document':
      return { kind: subject.kind, id: subject.id };
    case 'plan': {
      const proposal = proposals.find(({ revision }) => revision.plan === subject.id);
      return proposal ? { kind: 'proposal', id: proposal.id } : { kind: 'plan', id: subject.id };
    }
  }
}

/** The names of those who have a role now, and of those who proposed and answered, who may have left. */
export function namesOf(
  people: readonly Colleague[],
  proposals: readonly Proposal[],
  initiatives: readonly Pick<Initiative, 'standings'>[],
): ReadonlyMap<string, string> {
  const answered = [...proposals, ...initiatives].flatMap(({ standings }) =>
    standings.flatMap(({ answer }) => answer?.by ?? []),
  );
  const doers = [...proposals.map(({ openedBy }) => openedBy), ...answered];
  return new Map([
    ...doers.map(({ person, name }): [string, string] => [person, name]),
    ...people.map(({ id, name }): [string, string] => [id, name]),
  ]);
}
