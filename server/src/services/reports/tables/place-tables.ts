import { column, needCells, needColumns } from './columns.ts';
import type { TableContext } from './names-of-report.ts';
import type { ReportTable } from './report-table.ts';

/** Each gap, the most pressing first. */
export function gapsTable(context: TableContext): ReportTable {
  const { report, words, names } = context;
  return {
    id: 'gaps',
    title: words.say('section.gaps'),
    columns: [
      column(words, 'head.number', 'count'),
      column(words, 'head.km2', 'km2'),
      column(words, 'head.villages', 'count'),
      ...needColumns(context),
      column(words, 'head.villageNames', 'text'),
    ],
    rows: report.gaps.map((gap) => [
      gap.number,
      gap.areaKm2,
      gap.villages.length,
      ...needCells(context, gap.need),
      names.villages(gap.villages),
    ]),
  };
}

/** Who could take each gap, the nearest seat first. */
export function takersTable({ report, words, names }: TableContext): ReportTable {
  const isKnown = report.knowledge !== 'public';
  return {
    id: 'takers',
    title: words.say('section.takers'),
    columns: [
      column(words, 'part.gap', 'count'),
      column(words, 'head.association', 'text'),
      column(words, 'head.distance', 'km'),
      ...(isKnown ? [column(words, 'head.loadNow', 'load'), column(words, 'head.loadAfter', 'load')] : []),
    ],
    rows: report.gaps.flatMap(({ number, seats }) =>
      seats.map((seat) => [
        number,
        names.association(seat.association),
        seat.distanceKm,
        ...(isKnown ? [seat.loadNow, seat.loadAfter] : []),
      ]),
    ),
  };
}

/** Each overlap with those who claim it. */
export function overlapsTable(context: TableContext): ReportTable {
  const { report, words, names } = context;
  return {
    id: 'overlaps',
    title: words.say('section.overlaps'),
    columns: [
      column(words, 'head.number', 'count'),
      column(words, 'head.associations', 'text'),
      column(words, 'head.km2', 'km2'),
      column(words, 'head.villages', 'count'),
      ...needColumns(context),
      column(words, 'head.villageNames', 'text'),
    ],
    rows: report.overlaps.map((overlap) => [
      overlap.number,
      names.associations(overlap.associations),
      overlap.areaKm2,
      overlap.villages.length,
      ...needCells(context, overlap.need),
      names.villages(overlap.villages),
    ]),
  };
}

/** What is shared by agreement, and until when. */
export function sharedTable(context: TableContext): ReportTable {
  const { report, words, names } = context;
  return {
    id: 'shared',
    title: words.say('section.shared'),
    columns: [
      column(words, 'head.number', 'count'),
      column(words, 'head.lead', 'text'),
      column(words, 'head.partners', 'text'),
      column(words, 'head.services', 'text'),
      column(words, 'head.endsOn', 'text'),
      column(words, 'head.km2', 'km2'),
      column(words, 'head.villages', 'count'),
      ...needColumns(context),
      column(words, 'head.villageNames', 'text'),
    ],
    rows: report.shared.map((place) => [
      place.number,
      names.association(place.lead),
      names.associations(place.partners),
      words.list(place.services),
      words.day(place.endsOn),
      place.areaKm2,
      place.villages.length,
      ...needCells(context, place.need),
      names.villages(place.villages),
    ]),
  };
}
