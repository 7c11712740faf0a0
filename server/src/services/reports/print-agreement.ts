import {
  type AreaId,
  type AssociationId,
  authorize,
  DomainError,
  type Language,
  type Person,
  type PlanId,
  type Proposal,
  type ReportQuestion,
} from '@nitaq/core';
import { asService } from '../../database/acting.ts';
import { findEnactment } from '../../repositories/decision-repository.ts';
import { listReasons } from '../../repositories/reason-repository.ts';
import { proposalsOf } from '../proposals/proposals-as-of.ts';
import { gatherReport, type ReportSources } from './gather-report.ts';
import type { ReportMaker } from './report-maker.ts';
import type { Digits } from './words/report-words.ts';

const SETTLED = new Set(['scheduled', 'in-force', 'superseded']);

export interface AgreementRequest {
  readonly area: AreaId;
  readonly plan: PlanId;
  readonly person: Person | null;
  readonly language: Language;
  readonly digits: Digits | undefined;
  /** A translation that stands beside it; null: none. */
  readonly beside: Language | null;
  readonly publicUrl: URL;
  readonly now: Date;
}

interface AgreementSources extends ReportSources {
  readonly reports: ReportMaker;
}

/** The agreement on a plan that is agreed, or was. Errors: `plan-not-agreed`, and as of `gatherReport` and `ReportMaker`. */
export async function printAgreement(
  { db, lookup, reports }: AgreementSources,
  request: AgreementRequest,
): Promise<Uint8Array> {
  const { area, person, now, language, digits, beside, publicUrl } = request;
  reports.requireRoom();
  const question = await gatherReport({ db, lookup }, { area, plan: request.plan, person, now });
  const { plan } = question.asked;
  // Whether a plan is agreed decides what may be printed; who signed when is told to those alone who may read it.
  const proposal = proposalOf(await proposalsOf(asService(db), { area, at: undefined, now }), plan.id);
  if (!SETTLED.has(plan.state) && proposal?.state !== 'agreed')
    throw new DomainError('plan-not-agreed', { plan: plan.id, state: proposal?.state ?? plan.state });
  const mayKnow = authorize(person, 'proposals.read', { area }) === 'allowed';
  const mayReadMeetings = authorize(person, 'meetings.read', { area }) === 'allowed';
  const { timeZone } = question.area;
  const query = new URLSearchParams({ plan: plan.id, hash: plan.contentHash });
  return reports.agreement({
    agreement: {
      drawn: await reports.make(withoutNeed(question)),
      reasons: await listReasons(db, { area, plan: plan.id }),
      signed: mayKnow && proposal ? signedBy(proposal) : [],
      decision: mayReadMeetings ? await findEnactment(db, { area, plan: plan.id }) : null,
      link: new URL(`/api/v1/areas/${area}/reports/agreement/check?${query}`, publicUrl).href,
    },
    reader: { language, digits, timeZone },
    beside: beside === null || beside === language ? null : { language: beside, timeZone },
  });
}

/** What is counted is no part of what is agreed. */
function withoutNeed(question: ReportQuestion): ReportQuestion {
  return {
    ...question,
    knowledge: 'public',
    proposals: null,
    actions: null,
    asked: { ...question.asked, need: null },
  };
}

function proposalOf(proposals: readonly Proposal[], plan: PlanId): Proposal | undefined {
  return proposals.find(({ revision }) => revision.plan === plan);
}

function signedBy({ standings }: Proposal): { association: AssociationId; at: string }[] {
  return standings.flatMap(({ association, standing, answer }) =>
    standing === 'signed' && answer ? [{ association, at: answer.at }] : [],
  );
}
