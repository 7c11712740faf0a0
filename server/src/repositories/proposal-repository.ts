import {
  type Answer,
  type AreaId,
  type AssociationId,
  enactedState,
  type PersonId,
  type Proposal,
  type ProposalId,
  type Revision,
  standingsOf,
} from '@nitaq/core';
import { sql } from 'kysely';
import type { Database } from '../database/open-database.ts';
import { localized } from './localized.ts';
import { type AnswerRow, listAnswers, listRevisions, type RevisionRow } from './proposal-parts-repository.ts';

export interface ProposalKey {
  readonly area: AreaId;
  readonly proposal: ProposalId;
}

/** A proposal with all that was ever put and answered. */
export interface ProposalHistory {
  readonly proposal: Proposal;
  readonly revisions: readonly Revision[];
  readonly answers: readonly Answer[];
}

function proposals(db: Database, area: AreaId) {
  return (
    db
      .selectFrom('proposal')
      .selectAll()
      // As it is written: a date has no instant.
      .select(sql<string | null>`to_char(wished_for, 'YYYY-MM-DD')`.as('wished_for_day'))
      .where('area_id', '=', area)
  );
}

type ProposalRow = Awaited<ReturnType<ReturnType<typeof proposals>['execute']>>[number];

/** The proposals of an area with their histories, the newest first; enacted ones stand as their plan does at an instant. */
export async function listProposalHistories(
  db: Database,
  area: AreaId,
  at: Date,
): Promise<ProposalHistory[]> {
  const rows = await proposals(db, area).orderBy('opened_at', 'desc').orderBy('proposal_id').execute();
  const [revisions, answers] = [await listRevisions(db, area, null), await listAnswers(db, area, null)];
  return rows.map((row) => toHistory(row, { revisions, answers }, at));
}

/** One proposal, or null. */
export async function findProposal(
  db: Database,
  key: ProposalKey,
  now: Date,
): Promise<ProposalHistory | null> {
  const { area, proposal } = key;
  const row = await proposals(db, area).where('proposal_id', '=', proposal).executeTakeFirst();
  if (row === undefined) return null;
  const revisions = await listRevisions(db, area, proposal);
  return toHistory(row, { revisions, answers: await listAnswers(db, area, proposal) }, now);
}

/** Locks a proposal until the transaction ends. */
export async function lockProposal(db: Database, { area, proposal }: ProposalKey): Promise<void> {
  await db
    .selectFrom('proposal')
    .select('proposal_id')
    .where('area_id', '=', area)
    .where('proposal_id', '=', proposal)
    .forUpdate()
    .execute();
}

/** The proposal that a creation with this key made, and the digest of its request; or null. */
export async function findProposalByKey(
  db: Database,
  area: AreaId,
  key: string,
): Promise<{ readonly id: ProposalId; readonly digest: string | null } | null> {
  const row = await db
    .selectFrom('proposal')
    .select(['proposal_id', 'request_digest'])
    .where('area_id', '=', area)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.proposal_id as ProposalId, digest: row.request_digest };
}

/** The proposals, other than one, that could still be agreed: their ids in order. */
export async function listPending(db: Database, { area, proposal }: ProposalKey): Promise<ProposalId[]> {
  const rows = await db
    .selectFrom('proposal')
    .select('proposal_id')
    .where('area_id', '=', area)
    .where('proposal_id', '<>', proposal)
    .where('state', 'in', ['open', 'objected', 'agreed'])
    .orderBy('proposal_id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.proposal_id as ProposalId);
}

export interface NewProposalRow extends ProposalKey {
  readonly fields: Pick<
    Proposal,
    'title' | 'reason' | 'wishedFor' | 'deadline' | 'counterTo' | 'association'
  >;
  readonly state: 'open' | 'stale';
  readonly openedBy: Proposal['openedBy'];
  readonly openedAt: Date;
  readonly idempotency: { readonly key: string; readonly digest: string } | null;
}

/** Adds a proposal without revisions. */
export async function addProposal(
  db: Database,
  { area, proposal, fields, ...rest }: NewProposalRow,
): Promise<void> {
  await db
    .insertInto('proposal')
    .values({
      area_id: area,
      proposal_id: proposal,
      association_id: fields.association,
      title_ar: fields.title.ar,
      title_en: fields.title.en,
      reason: fields.reason,
      wished_for: fields.wishedFor,
      deadline: fields.deadline,
      counter_to: fields.counterTo,
      state: rest.state,
      opened_by: rest.openedBy.person,
      opened_by_name: rest.openedBy.name,
      opened_at: rest.openedAt,
      idempotency_key: rest.idempotency?.key ?? null,
      request_digest: rest.idempotency?.digest ?? null,
    })
    .execute();
}

/** Counts a change of a proposal that the caller has locked, into the state it is then in; returns its version. */
export async function changeProposal(
  db: Database,
  { area, proposal }: ProposalKey,
  to: { readonly state: ProposalRow['state']; readonly withdrawnAt?: Date },
): Promise<number> {
  const { version } = await db
    .updateTable('proposal')
    .set({
      state: to.state,
      version: sql`version + 1`,
      ...(to.withdrawnAt === undefined ? {} : { withdrawn_at: to.withdrawnAt }),
    })
    .where('area_id', '=', area)
    .where('proposal_id', '=', proposal)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

function toHistory(
  row: ProposalRow,
  all: { readonly revisions: readonly RevisionRow[]; readonly answers: readonly AnswerRow[] },
  now: Date,
): ProposalHistory {
  const own = all.revisions.filter(({ proposal }) => proposal === row.proposal_id);
  const revisions = own.map(({ revision }) => revision);
  const answers = all.answers
    .filter(({ proposal }) => proposal === row.proposal_id)
    .map(({ answer }) => answer);
  const last = own.at(-1);
  if (last === undefined) throw new Error('A proposal has a revision from the first on');
  const fields = {
    id: row.proposal_id as ProposalId,
    association: row.association_id as AssociationId,
    title: localized(row.title_ar, row.title_en),
    reason: row.reason,
    wishedFor: row.wished_for_day,
    deadline: row.deadline.toISOString(),
    counterTo: row.counter_to as ProposalId | null,
    revision: last.revision,
    standings: standingsOf(revisions, answers),
    openedBy: { person: row.opened_by as PersonId, name: row.opened_by_name },
    openedAt: row.opened_at.toISOString(),
    version: row.version,
  };
  return { revisions, answers, proposal: { ...fields, ...stateOf(row, last, now) } };
}

type OwnState<P> = P extends Proposal ? Omit<P, Exclude<keyof Proposal, 'state'>> : never;

function stateOf(row: ProposalRow, { from, to }: RevisionRow, now: Date): OwnState<Proposal> {
  switch (row.state) {
    case 'open':
    case 'objected':
    case 'agreed':
    case 'stale':
      return { state: row.state };
    case 'withdrawn':
      return { state: row.state, withdrawnAt: required(row.withdrawn_at).toISOString() };
    case 'enacted': {
      const inForceFrom = required(from).toISOString();
      const state = enactedState({ from: required(from), to }, now);
      if (state === 'superseded') return { state, inForceFrom, inForceTo: required(to).toISOString() };
      return { state, inForceFrom };
    }
  }
}

function required(date: Date | null): Date {
  if (date === null) throw new Error('The database checks that this state has its date');
  return date;
}
