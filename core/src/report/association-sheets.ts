import { territoryMetrics } from '../assessment/territory-metrics.ts';
import { distanceBetweenM } from '../geometry/ellipsoid.ts';
import { actionTiming } from '../meetings/action-timing.ts';
import type { Association } from '../model/association.ts';
import type { CoverageAssessment, TerritoryTotals } from '../model/coverage.ts';
import type { MultiPolygon, Position } from '../model/geometry.ts';
import type { AssociationId, VillageId } from '../model/ids.ts';
import type { Village } from '../model/village.ts';
import type { ReportSheet } from './coverage-report.ts';
import { distanceBins } from './distance-bins.ts';
import { loadOf } from './load.ts';
import type { NeedOfVillages } from './need-of-villages.ts';
import type { ReportQuestion } from './report-question.ts';
import { percentOf, toOneDecimal, toTwoDecimals } from './rounded.ts';

const NOTHING_DRAWN: MultiPolygon = { type: 'MultiPolygon', coordinates: [] };

/** A sheet for each association, in their order. */
export function associationSheets(
  question: ReportQuestion,
  assessment: CoverageAssessment,
  need: NeedOfVillages | null,
): ReportSheet[] {
  const villages = new Map(question.villages.map((village) => [village.id, village]));
  const covered = question.associations.map((association) => ({
    association,
    own: ownVillages(association.id, assessment).flatMap((id) => villages.get(id) ?? []),
  }));
  const farthestKm = Math.max(0, ...covered.flatMap(({ association, own }) => distancesKm(association, own)));
  return covered.map(({ association, own }) => {
    const totals = assessment.territories.find((one) => one.association === association.id);
    const geometry = question.asked.territories.find((one) => one.association === association.id)?.geometry;
    return sheetOf({
      question,
      association,
      own,
      totals,
      geometry: geometry ?? NOTHING_DRAWN,
      farthestKm,
      need,
    });
  });
}

interface SheetParts {
  readonly question: ReportQuestion;
  readonly association: Association;
  readonly own: readonly Village[];
  readonly totals: TerritoryTotals | undefined;
  readonly geometry: MultiPolygon;
  readonly farthestKm: number;
  readonly need: NeedOfVillages | null;
}

function sheetOf(parts: SheetParts): ReportSheet {
  const { question, association, own, totals, geometry, need } = parts;
  const { id, name, seat, phone, colour, capacity } = association;
  const ids = own.map((village) => village.id);
  const metrics = territoryMetrics({
    territory: { association: id, geometry },
    seat: seat.location,
    capacity: null,
    villages: own.map(({ location }) => ({ location, need: null })),
  });
  const known = need?.total(id, ids) ?? null;
  const areaKm2 = totals?.areaKm2 ?? 0;
  const outsideKm2 = totals?.outsideKm2 ?? 0;
  const { covered = 0, shared = 0, overlap = 0 } = totals?.villages ?? {};
  return {
    ...{ id, name, seat, phone, colour, capacity },
    ...{ areaKm2, outsideKm2 },
    coveredOnceKm2: totals?.coveredOnceKm2 ?? 0,
    sharedKm2: totals?.sharedKm2 ?? 0,
    overlapKm2: totals?.overlapKm2 ?? 0,
    percentOfArea: percentOf(areaKm2 - outsideKm2, question.area.areaKm2),
    villages: { total: own.length, covered, shared, overlap },
    centres: byCentre(own, need),
    need: known,
    uncounted: need?.uncounted(ids) ?? null,
    load: known && loadOf(known.orphans, capacity),
    distances: metrics.seatDistances && {
      meanKm: toOneDecimal(metrics.seatDistances.meanKm),
      p95Km: toOneDecimal(metrics.seatDistances.p95Km),
      farthestKm: toOneDecimal(metrics.seatDistances.farthestKm),
      bins: distanceBins(distancesKm(association, own), parts.farthestKm),
    },
    perimeterKm: toOneDecimal(metrics.perimeterKm),
    parts: metrics.parts,
    largestPart: metrics.contiguity && percentOf(metrics.contiguity, 1),
    compactness: metrics.compactness && {
      polsbyPopper: toTwoDecimals(metrics.compactness.polsbyPopper),
      reock: toTwoDecimals(metrics.compactness.reock),
      hullRatio: toTwoDecimals(metrics.compactness.hullRatio),
    },
    proposals:
      question.proposals?.flatMap((one) => (one.associations.includes(id) ? one.proposal : [])) ?? null,
    actions: actionsOf(id, question),
  };
}

function actionsOf(association: AssociationId, { actions, asked }: ReportQuestion): ReportSheet['actions'] {
  if (actions === null) return null;
  return actions.flatMap(({ action, association: owner }) => {
    const timing = actionTiming({ state: 'open', dueOn: action.dueOn }, asked.day);
    return owner === association && timing !== 'closed' ? { ...action, timing } : [];
  });
}

/** Those it covers alone, shares by agreement, or claims beside others. */
function ownVillages(association: AssociationId, { villages }: CoverageAssessment): VillageId[] {
  return villages.filter(({ associations }) => associations.includes(association)).map(({ id }) => id);
}

/** The centre with the most villages first; those without one last. */
function byCentre(own: readonly Village[], need: NeedOfVillages | null): ReportSheet['centres'] {
  const groups = Map.groupBy(own, ({ id, kind, centre }) => centre ?? (kind === 'village' ? null : id));
  return [...groups]
    .sort(
      ([a, one], [b, other]) =>
        Number(a === null) - Number(b === null) ||
        other.length - one.length ||
        (String(a) < String(b) ? -1 : 1),
    )
    .map(([centre, villages]) => {
      const ids = villages.map(({ id }) => id);
      return { centre, villages: ids, need: need?.group(ids) ?? null };
    });
}

function distancesKm({ seat }: Association, villages: readonly Village[]): number[] {
  const from = seat.location;
  return from === null
    ? []
    : villages.flatMap(({ location }) => (location ? [kmBetween(from, location)] : []));
}

/** The way from a seat to a village as the crow flies, in km. */
export function kmBetween(from: Position, to: Position): number {
  return distanceBetweenM(from, to) / 1e3;
}
