import { roundedKm2 } from '../assessment/rounded-area.ts';
import { DEFAULT_SLIVER_THRESHOLDS } from '../assessment/sliver.ts';
import type { CoverageAssessment } from '../model/coverage.ts';
import type { Village } from '../model/village.ts';
import { associationSheets, kmBetween } from './association-sheets.ts';
import type { DrawnReport, Report, ReportShapes, ReportSheet, ReportVillage } from './coverage-report.ts';
import { nearestSeats } from './nearest-seats.ts';
import { type NeedOfVillages, needOfVillages, onlyCounts } from './need-of-villages.ts';
import { type RankedPlace, rankedPlaces } from './ranked-places.ts';
import { assessDay, reportProgress } from './report-progress.ts';
import type { ReportQuestion } from './report-question.ts';
import { toOneDecimal } from './rounded.ts';
import { summarise } from './summarise.ts';

/**
 * Makes the report of a plan as of a day, with what its maps are drawn of. The same question gives the same report.
 * Errors: `TooManyCrossingsError`.
 */
export function composeReport(question: ReportQuestion): DrawnReport {
  const { area, asked } = question;
  const assessment = assessDay(question, asked);
  const need = needOfVillages(asked.need);
  const summary = summarise(assessment, need);
  const associations = associationSheets(question, assessment, need);
  const gaps = rankedPlaces(assessment.gaps.features, need);
  const overlaps = rankedPlaces(assessment.overlaps.features, need);
  const shared = rankedPlaces(assessment.shared.features, need);
  const { id, name, note, estimated, timeZone, bbox } = area;
  return {
    report: {
      form: 'nitaq-report-1',
      area: { id, name, note, estimated, timeZone, bbox },
      plan: asked.plan,
      at: asked.at,
      day: asked.day,
      madeAt: question.madeAt,
      knowledge: question.knowledge,
      summary,
      progress: reportProgress(question, summary),
      gaps: withSeats(gaps, associations, question.villages),
      overlaps: overlaps.map(({ face, ...place }) => ({
        ...place,
        associations: face.properties.associations,
      })),
      shared: shared.map(({ face, ...place }) => {
        const { zone, lead, partners, services, endsOn, endsSoon } = face.properties;
        return { ...place, zone, lead, partners, services, endsOn, endsSoon };
      }),
      associations,
      villages: listedVillages(question, assessment, { need, associations }),
      method: methodOf(question, assessment),
    },
    shapes: {
      boundary: area.boundary,
      land: question.land,
      territories: asked.territories.map(({ association, geometry }) => ({ association, geometry })),
      gaps: gaps.map(shapeOf),
      overlaps: overlaps.map(shapeOf),
      shared: shared.map(shapeOf),
    },
  };
}

type Faces = CoverageAssessment['gaps']['features'][number];

function shapeOf({ number, face }: RankedPlace<Faces>): ReportShapes['gaps'][number] {
  return { number, associations: face.properties.associations, geometry: face.geometry };
}

function withSeats(
  gaps: readonly RankedPlace<Faces>[],
  sheets: readonly ReportSheet[],
  villages: readonly Village[],
): Report['gaps'] {
  const locations = new Map(villages.map(({ id, location }) => [id, location]));
  return gaps.map(({ face, ...place }) => ({
    ...place,
    seats: nearestSeats(
      {
        outline: face.geometry,
        places: place.villages.flatMap((village) => {
          const location = locations.get(village);
          return location ? [location] : [];
        }),
        need: place.need,
      },
      sheets,
    ),
  }));
}

function listedVillages(
  { villages }: ReportQuestion,
  assessment: CoverageAssessment,
  { need, associations }: { need: NeedOfVillages | null; associations: readonly ReportSheet[] },
): ReportVillage[] {
  const statuses = new Map(assessment.villages.map((one) => [one.id, one]));
  const seats = new Map(associations.map(({ id, seat }) => [id, seat.location]));
  const inOrder = new Intl.Collator('ar');
  return villages
    .map(({ id, name, kind, centre, location }) => {
      const { status = 'unlocated', associations: owners = [] } = statuses.get(id) ?? {};
      const counted = need?.of(id) ?? null;
      const seat = owners[0] === undefined ? null : (seats.get(owners[0]) ?? null);
      return {
        ...{ id, name, kind, centre, location, status },
        associations: [...owners],
        seatKm: seat && location ? toOneDecimal(kmBetween(seat, location)) : null,
        round: counted?.round ?? null,
        need: counted && onlyCounts(counted),
      };
    })
    .sort((a, b) => inOrder.compare(a.name.ar, b.name.ar) || (a.id < b.id ? -1 : 1));
}

function methodOf({ area }: ReportQuestion, { slivers }: CoverageAssessment): Report['method'] {
  const km2 = slivers.features.reduce((sum, { properties }) => sum + properties.areaKm2, 0);
  return {
    thresholds: DEFAULT_SLIVER_THRESHOLDS,
    sliversKm2: roundedKm2(km2 * 1e6),
    sources: [area.attribution],
  };
}
