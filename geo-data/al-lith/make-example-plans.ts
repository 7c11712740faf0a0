/**
 * Makes the two example plans in `plans/`: `node geo-data/al-lith/make-example-plans.ts`.
 *
 * The associations' real territories are not public. The opening claims show what each might claim on the first day,
 * a reach around its seat; the draft shows one way to divide the whole area, roughly by the nearest seat.
 */
import { writeFileSync } from 'node:fs';
import { type MultiPolygon, type Position, readBoundary } from './example-geometry.ts';
import { bend, divide } from './example-partition.ts';
import { claim, type Reach } from './example-reach.ts';

/** Seats as in `associations.csv`. ʿAfaf's is not known; its example is drawn around the eastern wadis. */
const CENTRES = {
  lith: [40.2722, 20.1527],
  ghumayqah: [40.4473, 20.3164],
  wasqah: [40.5614, 19.9843],
  afaf: [40.68, 20.28],
} satisfies Record<string, Position>;
const ASSOCIATIONS = ['lith', 'ghumayqah', 'wasqah', 'afaf'] as const satisfies (keyof typeof CENTRES)[];
type Association = (typeof ASSOCIATIONS)[number];

/** Chosen so that villages lie in overlaps and gaps, and each located seat in its own claim alone. */
const REACH_KM: Record<Association, Reach['kmByBearing']> = {
  lith: [
    [10, 20],
    [52, 23],
    [85, 24],
    [125, 26],
    [210, 20],
    [310, 31],
  ],
  ghumayqah: [
    [15, 30],
    [60, 21],
    [95, 17],
    [140, 13.5],
    [190, 29],
    [235, 15],
    [285, 18],
    [335, 24],
  ],
  wasqah: [
    [0, 17],
    [45, 23],
    [88, 33],
    [145, 20],
    [200, 21],
    [300, 25],
  ],
  afaf: [
    [0, 21],
    [90, 24],
    [150, 26],
    [190, 20],
    [235, 13],
    [275, 18],
    [320, 17],
  ],
};

/** Vertices of the area's boundary where borders end, and the inner points where three territories meet. */
const NORTH_WEST: Position = [39.881, 20.84];
const COAST: Position = [40.4196, 20.0516];
const EAST: Position = [40.848, 20.087];
const NORTH_EAST: Position = [40.591, 20.538];
const WEST_MEETING: Position = [40.4617, 20.137];
const EAST_MEETING: Position = [40.539, 20.161];

const NOTES: Partial<Record<Association, { ar: string; en: string }>> = {
  afaf: {
    ar: 'لا يُعرف موقع عفف، فرُسم نطاقها التوضيحي حول أودية الشرق.',
    en: 'The location of ʿAfaf is not known; its example territory is drawn around the eastern wadis.',
  },
};

const boundary = readBoundary();

writePlan(
  {
    id: 'opening-claims',
    title: { ar: 'المطالبات الأولى (بيانات توضيحية)', en: 'Opening claims (example)' },
    state: 'in-force',
    example: true,
    inForceFrom: '2026-11-01T00:00:00+03:00',
  },
  (association) => claim({ centre: CENTRES[association], kmByBearing: REACH_KM[association] }, boundary),
);

const borders = bend({
  lithGhumayqah: {
    from: NORTH_WEST,
    via: [
      [40, 20.62],
      [40.2, 20.43],
      [40.36, 20.235],
    ],
    to: WEST_MEETING,
  },
  lithWasqah: { from: COAST, via: [[40.445, 20.09]], to: WEST_MEETING },
  ghumayqahWasqah: { from: WEST_MEETING, via: [], to: EAST_MEETING },
  ghumayqahAfaf: {
    from: EAST_MEETING,
    via: [
      [40.558, 20.25],
      [40.575, 20.4],
    ],
    to: NORTH_EAST,
  },
  afafWasqah: { from: EAST_MEETING, via: [[40.78, 20.085]], to: EAST },
});
const reversed = (line: Position[]) => line.toReversed();
const territories = divide(boundary, {
  lith: {
    centre: CENTRES.lith,
    boundary: [NORTH_WEST, COAST],
    borders: [borders.lithWasqah, reversed(borders.lithGhumayqah)],
  },
  ghumayqah: {
    centre: CENTRES.ghumayqah,
    boundary: [NORTH_EAST, NORTH_WEST],
    borders: [borders.lithGhumayqah, borders.ghumayqahWasqah, borders.ghumayqahAfaf],
  },
  wasqah: {
    centre: CENTRES.wasqah,
    boundary: [COAST, EAST],
    borders: [reversed(borders.afafWasqah), reversed(borders.ghumayqahWasqah), reversed(borders.lithWasqah)],
  },
  afaf: {
    centre: CENTRES.afaf,
    boundary: [EAST, NORTH_EAST],
    borders: [reversed(borders.ghumayqahAfaf), borders.afafWasqah],
  },
});
writePlan(
  {
    id: 'draft-whole',
    title: {
      ar: 'مسودة بلا فجوات ولا تداخل (بيانات توضيحية)',
      en: 'Draft without gaps or overlaps (example)',
    },
    state: 'draft',
    example: true,
    base: 'opening-claims',
  },
  (association) => territories.get(association),
);

/** One feature a line, so that a change of one territory is one line in a diff. */
function writePlan(
  plan: { id: string } & Record<string, unknown>,
  territoryOf: (association: Association) => MultiPolygon | undefined,
) {
  const features = ASSOCIATIONS.map((id) =>
    JSON.stringify({
      type: 'Feature',
      id,
      properties: { note: NOTES[id] ?? null },
      geometry: territoryOf(id),
    }),
  );
  const text = `{"type":"FeatureCollection","plan":${JSON.stringify(plan)},"features":[\n${features.join(',\n')}\n]}\n`;
  writeFileSync(`${import.meta.dirname}/plans/${plan.id}.geojson`, text);
}
