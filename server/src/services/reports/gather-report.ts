import {
  type AreaId,
  authorize,
  DomainError,
  dayAt,
  isOpenProposal,
  type NeedAsKnown,
  type OpenProposal,
  type Person,
  type Plan,
  type PlanDay,
  type PlanId,
  type ReportQuestion,
  readingOf,
} from '@nitaq/core';
import { asService } from '../../database/acting.ts';
import type { Database } from '../../database/open-database.ts';
import { findArea, findLand } from '../../repositories/area-repository.ts';
import { listAssociations } from '../../repositories/association-repository.ts';
import { listEnactedPlans } from '../../repositories/plan-repository.ts';
import { listVillages } from '../../repositories/village-repository.ts';
import { actionsOpenThen } from '../actions/actions-open-then.ts';
import type { CoverageLookup } from '../coverage-lookup.ts';
import { IN_FORCE, requireInstant, requirePlan, requirePlanAsOf } from '../find-plan.ts';
import { knownNeed } from '../known-need.ts';
import { contentHashOf, loadContent } from '../proposals/plan-content.ts';
import { proposalsOf } from '../proposals/proposals-as-of.ts';
import { refuseUnless } from '../refuse-unless.ts';

const IN_FORCE_PLAN = IN_FORCE as PlanId;
const ALL = Number.MAX_SAFE_INTEGER;
/** Of plans that came into force since, the last so many are points of a line. */
const MOST_POINTS = 24;

/** What reports are gathered from. */
export interface ReportSources {
  readonly db: Database;
  readonly lookup: CoverageLookup;
}

/** Which report is asked for, and by whom. */
export interface ReportRequest {
  readonly area: AreaId;
  /** Left out: the one in force. */
  readonly plan?: PlanId | undefined;
  /** A day or an instant; left out: now. */
  readonly at?: string | undefined;
  readonly since?: string | undefined;
  /** Null: nobody who is signed in. */
  readonly person: Person | null;
  readonly now: Date;
}

/**
 * Gathers what a report is made of, as much of it as whoever asks may know.
 * Errors: as of `requirePlanAsOf`, `report-since-too-late`.
 */
export async function gatherReport(sources: ReportSources, request: ReportRequest): Promise<ReportQuestion> {
  const { db } = sources;
  const { area: id, person, now } = request;
  const { plan, at } = await planAsked(db, request);
  const area = await findArea(db, id);
  if (area === null) throw new DomainError('area-not-found', { area: id });
  const dayOf = (instant: Date) => dayAt(instant.getTime(), area.timeZone);
  const asked = await planDay(sources, request, { plan, at, day: dayOf(at) });
  const isMember = authorize(person, 'need.read', { area: id }) === 'allowed';
  const association = person?.memberships.find((one) => one.area === id)?.association ?? null;
  return {
    area,
    land: await findLand(db, id),
    associations: await listAssociations(db, id),
    villages: await listVillages(db, id, { limit: ALL }),
    asked,
    madeAt: now.toISOString(),
    knowledge: !isMember ? 'public' : association === null ? 'shared' : 'own',
    proposals: await openProposals(db, request),
    actions: await openActions(db, request),
    since: await earlierDay(sources, request, { at, dayOf }),
  };
}

/** The plan that a report is asked of, where whoever asks may read it. Errors: as of `requirePlanAsOf`. */
export async function planAsked(
  db: Database,
  request: ReportRequest,
): Promise<{ readonly plan: Plan; readonly at: Date }> {
  const { area, plan: id = IN_FORCE_PLAN, at, person, now } = request;
  if (id === IN_FORCE) return requirePlanAsOf(db, { ...request, plan: id });
  // Whoever may not read a draft is told so, instead of that there is none.
  const plan = await requirePlan(asService(db), area, id, now);
  refuseUnless(authorize(person, readingOf(plan.state), { area }));
  return { plan, at: await requireInstant(db, { area, at, now }) };
}

interface DayOfPlan {
  readonly plan: Plan;
  readonly at: Date;
  readonly day: string;
}

async function planDay(
  sources: ReportSources,
  request: ReportRequest,
  { plan, at, day }: DayOfPlan,
): Promise<PlanDay> {
  const content = await loadContent(sources.db, request.area, plan.id);
  const { id, number, title, state, example, version } = plan;
  return {
    at: at.toISOString(),
    day,
    plan: {
      ...{ id, number, title, state, example, version },
      inForceFrom: 'inForceFrom' in plan ? plan.inForceFrom : null,
      inForceTo: 'inForceTo' in plan ? plan.inForceTo : null,
      contentHash: contentHashOf(content),
    },
    ...groundOf(content),
    need: await needOn(sources, request, { plan, at }),
  };
}

function groundOf({ territories, zones }: Awaited<ReturnType<typeof loadContent>>) {
  return {
    territories: territories.flatMap(({ association, geometry }) =>
      geometry === null ? [] : [{ association, geometry }],
    ),
    zones,
  };
}

/** The need as of an instant. Totals by association are those of everywhere else, for the plan in force now alone. */
async function needOn(
  { db, lookup }: ReportSources,
  { area, person, now }: ReportRequest,
  { plan, at }: Omit<DayOfPlan, 'day'>,
): Promise<NeedAsKnown | null> {
  if (person === null || authorize(person, 'need.read', { area }) !== 'allowed') return null;
  const ownersOf = await lookup.ownersIn(area, now);
  const isNow = at.getTime() === now.getTime();
  const asOf = isNow ? null : { instant: at, ownersOf: await lookup.ownersIn(area, at) };
  // What may be known of others' counts is worked out from all of them.
  const known = await knownNeed(asService(db), { area, person, ownersOf, now, asOf });
  const isInForce = plan.state === 'in-force' && isNow;
  return { villages: known.villages, associations: isInForce ? known.associations : null };
}

/** How proposals stand is known as of now alone. */
async function openProposals(
  db: Database,
  { area, at, person, now }: ReportRequest,
): Promise<OpenProposal[] | null> {
  if (authorize(person, 'proposals.read', { area }) !== 'allowed') return null;
  const proposals = await proposalsOf(db, { area, at, now });
  return proposals.flatMap(({ id, title, state, association, standings }) =>
    isOpenProposal(state)
      ? {
          proposal: { id, title, state },
          associations: [association, ...standings.map((standing) => standing.association)],
        }
      : [],
  );
}

async function openActions(
  db: Database,
  { area, at, person, now }: ReportRequest,
): Promise<ReportQuestion['actions']> {
  if (authorize(person, 'actions.read', { area }) !== 'allowed') return null;
  return actionsOpenThen(db, { area, at, now });
}

async function earlierDay(
  sources: ReportSources,
  request: ReportRequest,
  { at, dayOf }: { at: Date; dayOf: (instant: Date) => string },
): Promise<ReportQuestion['since']> {
  const { since, area } = request;
  if (since === undefined) return null;
  const { db } = sources;
  const found = await requirePlanAsOf(db, { ...request, plan: IN_FORCE_PLAN, at: since });
  if (found.at >= at) throw new DomainError('report-since-too-late', { at: dayOf(at) });
  const enacted = await listEnactedPlans(db, area);
  const between = enacted.filter(({ from }) => from > found.at && from <= at).slice(-MOST_POINTS);
  return {
    earlier: await planDay(sources, request, { ...found, day: dayOf(found.at) }),
    between: await Promise.all(
      between.map(async ({ id, number, title, from }) => ({
        from: from.toISOString(),
        day: dayOf(from),
        plan: { id, number, title },
        ...groundOf(await loadContent(db, area, id)),
      })),
    ),
  };
}
