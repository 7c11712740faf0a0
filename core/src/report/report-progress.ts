import { assessCoverage } from '../assessment/assess-coverage.ts';
import { type LiveZone, liveZones } from '../assessment/live-zones.ts';
import { roundedKm2 } from '../assessment/rounded-area.ts';
import { DEFAULT_SLIVER_THRESHOLDS } from '../assessment/sliver.ts';
import { pointInPolygon } from '../geometry/point-in-polygon.ts';
import { isSliver } from '../geometry/sliver.ts';
import type { CoverageAssessment } from '../model/coverage.ts';
import { comparePlans, type HandoverFace } from '../negotiation/compare-plans.ts';
import type { ReportProgress, ReportSummary, ReportTurn } from './coverage-report.ts';
import { needOfVillages } from './need-of-villages.ts';
import type { EnactedGround, PlanDay, PlanGround, ReportQuestion } from './report-question.ts';
import { summarise } from './summarise.ts';

/** How the plan of a day covers the area. Errors: `TooManyCrossingsError`. */
export function assessDay(
  { area, villages }: Pick<ReportQuestion, 'area' | 'villages'>,
  { territories, zones, day }: PlanGround & Pick<PlanDay, 'day'>,
): CoverageAssessment {
  return assessCoverage({
    boundary: area.boundary,
    territories,
    villages,
    thresholds: DEFAULT_SLIVER_THRESHOLDS,
    ...(zones.length > 0 && { sharing: { zones, asOf: day } }),
  });
}

/** What changed since an earlier day. Errors: `TooManyCrossingsError`. */
export function reportProgress(question: ReportQuestion, now: ReportSummary): ReportProgress | null {
  if (question.since === null) return null;
  const { area, villages, asked } = question;
  const { earlier, between } = question.since;
  const compared = comparePlans({
    boundary: area.boundary,
    before: earlier.territories,
    after: asked.territories,
    villages,
  });
  const summary = summarise(assessDay(question, earlier), needOfVillages(earlier.need));
  return {
    since: earlier.at,
    sinceDay: earlier.day,
    plan: earlier.plan,
    summary,
    villages: compared.villages.map(({ village, before, after }) => ({
      village,
      before: [...before],
      after: [...after],
    })),
    changedKm2: roundedKm2(compared.areaKm2 * 1e6),
    exchanges: compared.exchanges.map(({ from, to, areaKm2 }) => ({
      ...{ from, to },
      areaKm2: roundedKm2(areaKm2 * 1e6),
    })),
    turns: compared.faces.flatMap((face) => turnOf(face, earlier, asked) ?? []),
    timeline: [
      pointOf({ ...earlier, from: earlier.at }, summary),
      ...between
        .filter(({ plan, day }) => plan.id !== asked.plan.id || day !== asked.day)
        .map((ground) => pointOf(ground, summarise(assessDay(question, ground), null))),
      pointOf({ ...asked, from: asked.at }, now),
    ],
  };
}

function pointOf(
  { day, from, plan }: Pick<EnactedGround, 'day' | 'from' | 'plan'>,
  { percent, villages }: ReportSummary,
): ReportProgress['timeline'][number] {
  return { day, from, plan: { id: plan.id, number: plan.number, title: plan.title }, percent, villages };
}

/** What a place that changes hands turned into; null: it was covered and is, or is too thin to speak of. */
function turnOf(face: HandoverFace, earlier: PlanDay, asked: PlanDay): ReportTurn | null {
  if (isSliver({ areaM2: face.areaKm2 * 1e6, meanWidthM: face.meanWidthM }, DEFAULT_SLIVER_THRESHOLDS))
    return null;
  const was = troubleOf(face, face.before, liveZones({ zones: earlier.zones, asOf: earlier.day }));
  const is = troubleOf(face, face.after, liveZones({ zones: asked.zones, asOf: asked.day }));
  if (was === is) return null;
  const turn = is === null ? (`${was ?? 'gap'}-closed` as const) : (`${is}-opened` as const);
  return {
    turn,
    before: [...face.before],
    after: [...face.after],
    areaKm2: roundedKm2(face.areaKm2 * 1e6),
    villages: [...face.villages],
  };
}

function troubleOf(
  { polygon }: HandoverFace,
  claimants: HandoverFace['before'],
  zones: readonly LiveZone[],
): 'gap' | 'overlap' | null {
  if (claimants.length === 0) return 'gap';
  if (claimants.length === 1) return null;
  const parties = claimants.join(' ');
  // A zone is a little wider than the overlap it is about, so that all corners of this are in it.
  const isAgreed = zones.some(
    ({ associations, geometry }) =>
      associations.join(' ') === parties &&
      (polygon.coordinates[0] ?? []).every((corner) => pointInPolygon(corner, geometry)),
  );
  return isAgreed ? null : 'overlap';
}
