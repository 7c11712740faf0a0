import {
  type AssociationId,
  COVERAGE_STATUSES,
  type DrawnReport,
  type LocalizedText,
  type MultiPolygon,
  type Position,
  type ReportShapes,
  type ReportVillage,
  TOKENS,
  territoryColours,
} from '@nitaq/core';
import type { ReportWords } from '../words/report-words.ts';
import type { PaletteOf } from './draw-ground.ts';
import { scalePlate } from './draw-scale.ts';
import { innermostPlace } from './innermost-place.ts';
import { LabelRoom } from './label-room.ts';
import { type Box, disc, type PathShape, type TextShape } from './map-drawing.ts';
import type { MapSubject } from './map-subject.ts';
import type { Place, ProjectedGround } from './projected-ground.ts';
import { shortened, widthOf, wrapped } from './text-lines.ts';
import { house, target, villageDots } from './village-marks.ts';

const LIGHT = TOKENS.light;
const EDGE = 6;
/** With more than these in the window, dots alone are drawn and small. */
const MANY_VILLAGES = 600;
const MOST_BADGES = 60;
/** A seat as near as this to a village stands in it. */
const SAME_PLACE = 14;
const TERRITORY_SIZE = 15;
const TERRITORY_LINE = 130;
const LONGEST_LABEL = 34;
const LONGEST_NAME = 64;

type Drawn = (PathShape | TextShape)[];

export interface PlacesQuestion {
  readonly subject: MapSubject;
  readonly places: PaletteOf;
  readonly words: ReportWords;
}

/** Villages, seats and names on a map, each name where nothing else stands; the names of territories always. */
export function drawPlaces(drawn: DrawnReport, ground: ProjectedGround, question: PlacesQuestion): Drawn {
  const { report, shapes } = drawn;
  const { subject, places, words } = question;
  const room = new LabelRoom();
  room.take(scalePlate(ground));
  const standing = report.villages.flatMap((village) => {
    const place = village.location && ground.placeOf(village.location);
    return place && ground.isInWindow(place, 0) ? [{ village, place }] : [];
  });
  const isCrowded = standing.length > MANY_VILLAGES;
  const radius = isCrowded ? 2 : 4;
  const marked = isCrowded ? oneToAPlace(standing, radius) : standing;
  const dots = COVERAGE_STATUSES.flatMap((status) =>
    villageDots(
      marked.filter(({ village }) => village.status === status).map(({ place }) => place),
      { status, radius, theme: 'light' },
    ),
  );
  if (!isCrowded) for (const { place } of standing) room.take(around(place, radius + 1));
  const seats = report.associations.flatMap(({ id, seat }) => {
    const place = seat.location && ground.placeOf(seat.location);
    if (!place || !ground.isInWindow(place, EDGE)) return [];
    room.take(around(place, 9));
    return house(place, territoryColours(places(id), 'light').border, 'light');
  });
  // Where no list of a report is beside the map, its numbers would be taken for others.
  const isNumbered = subject.kind !== 'place';
  const badges = [
    ...(isNumbered ? numbers(shapes.gaps, { ground, words, room, ink: LIGHT.gap }) : []),
    ...(isNumbered ? numbers(shapes.overlaps, { ground, words, room, ink: LIGHT.overlapEdge }) : []),
  ];
  const aboutPlace = subject.kind === 'place' ? ground.placeOf(subject.position) : null;
  const aboutVillage = standing.find(({ village, place }) =>
    aboutPlace
      ? Math.hypot(place[0] - aboutPlace[0], place[1] - aboutPlace[1]) < SAME_PLACE
      : subject.kind === 'village' && village.id === subject.village,
  );
  const aim = aboutVillage?.place ?? aboutPlace;
  const labeller = { ground, room, words };
  return [
    ...dots,
    ...seats,
    ...(aim ? target(aim) : []),
    ...(aboutVillage
      ? placeName(aboutVillage.village.name, aboutVillage.place, labeller, {
          size: aboutPlace ? 14 : 20,
          always: true,
        })
      : []),
    ...badges,
    ...territoryNames(drawn, labeller, question),
    ...seatNames(report.associations, standing, labeller),
    ...[...standing].sort(byRank).flatMap(({ village, place }) => {
      const [size, isTown] = village.kind === 'village' ? [11.5, false] : [14, true];
      if (village.id === aboutVillage?.village.id || (isCrowded && !isTown)) return [];
      return placeName(village.name, place, labeller, { size, always: false });
    }),
  ];
}

interface Labeller {
  readonly ground: ProjectedGround;
  readonly room: LabelRoom;
  readonly words: ReportWords;
}

const RANKS = { governorate: 0, centre: 1, village: 2 } as const;

function byRank(a: { village: ReportVillage }, b: { village: ReportVillage }): number {
  return RANKS[a.village.kind] - RANKS[b.village.kind];
}

type Standing = { readonly village: ReportVillage; readonly place: Place };

/** Of dots that would hide each other one, that of the village which most needs to be seen: a map has room for so many. */
function oneToAPlace(standing: readonly Standing[], radius: number): Standing[] {
  const seen = new Map<string, Standing>();
  for (const one of standing) {
    const key = one.place.map((at) => Math.floor(at / (radius * 3))).join(' ');
    const other = seen.get(key);
    if (!other || URGENCY[one.village.status] > URGENCY[other.village.status]) seen.set(key, one);
  }
  return [...seen.values()];
}

const URGENCY = { gap: 3, overlap: 2, outside: 1, covered: 0, unlocated: 0 } as const;

function around([x, y]: Place, reach: number): Box {
  return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
}

/** The names of seats that stand in no village: one that does bears its name already. */
function seatNames(
  associations: DrawnReport['report']['associations'],
  standing: readonly { readonly place: Place }[],
  labeller: Labeller,
): Drawn {
  return associations.flatMap(({ seat }) => {
    const place = seat.location && labeller.ground.placeOf(seat.location);
    if (!place || !labeller.ground.isInWindow(place, EDGE)) return [];
    const isNamed = standing.some(({ place: [x, y] }) => Math.hypot(x - place[0], y - place[1]) < SAME_PLACE);
    return isNamed ? [] : placeName(seat.name, place, labeller, { size: 14, always: false, away: 9 });
  });
}

/** The number of each gap or overlap in it, as the lists of the report have it. */
function numbers(
  faces: ReportShapes['gaps'],
  { ground, words, room, ink }: Labeller & { readonly ink: PathShape['stroke'] & string },
): Drawn {
  return faces.slice(0, MOST_BADGES).flatMap(({ number, geometry }): Drawn => {
    const place = innermostPlace([geometry.coordinates.map((ring) => ring.map(ground.placeOf))]);
    if (!place || !ground.isInWindow(place, 12)) return [];
    const [x, y] = place;
    if (!room.isFree(around(place, 8))) return [];
    room.take(around(place, 11));
    return [
      { kind: 'path', d: disc(x, y, 10.5), fill: LIGHT.halo, stroke: ink, width: 1.6 },
      {
        kind: 'text',
        text: words.number(number),
        x,
        y: y + 4.5,
        size: 12.5,
        weight: 600,
        colour: ink,
        anchor: 'middle',
      },
    ];
  });
}

/** Beside its point, or a little away from it, in sizes of the text; the first that is free is taken. */
const NAME_PLACES = [
  [0, 0],
  [0, -2],
  [0, 2],
  [-3, 0],
  [3, 0],
  [-3, -2.5],
  [3, -2.5],
  [-3, 2.5],
  [3, 2.5],
  [0, -4],
  [0, 4],
] as const;

function territoryNames(
  { report, shapes }: DrawnReport,
  { ground, room, words }: Labeller,
  { places }: PlacesQuestion,
): Drawn {
  return shapes.territories.flatMap(({ association, geometry }): Drawn => {
    const found = report.associations.find(({ id }) => id === association);
    const middle = placeOfName(geometry, claimedTwice(shapes, association), ground);
    if (!found || !middle || !ground.isInWindow(middle, 40)) return [];
    // Where there is no room for its name, it bears that of its seat.
    const labels = [found.name, found.seat.name].map((name) =>
      labelAt(middle, wrapped(shortened(words.name(name), LONGEST_NAME), TERRITORY_SIZE, TERRITORY_LINE), {
        ground,
        room,
      }),
    );
    const chosen = labels.find(({ isFree }) => isFree) ?? labels[1];
    if (!chosen) return [];
    const { box, lines } = chosen;
    room.take(box);
    return lines.map((text, index) => ({
      kind: 'text' as const,
      text,
      x: box.x + box.width / 2,
      y: box.y + (index + 0.95) * TERRITORY_SIZE * 1.35,
      size: TERRITORY_SIZE,
      weight: 600 as const,
      colour: territoryColours(places(association), 'light').name,
      anchor: 'middle' as const,
      halo: LIGHT.ground,
    }));
  });
}

/** Lines of a name on a place or a little beside it: the first box that is free, or the one on it. */
function labelAt(
  [x, y]: Place,
  lines: readonly string[],
  { ground, room }: Pick<Labeller, 'ground' | 'room'>,
): { readonly lines: readonly string[]; readonly box: Box; readonly isFree: boolean } {
  const height = lines.length * TERRITORY_SIZE * 1.35;
  const width = Math.max(0, ...lines.map((text) => widthOf(text, TERRITORY_SIZE)));
  const boxes = NAME_PLACES.map(([dx, dy]) =>
    keptWithin(
      {
        x: x + dx * TERRITORY_SIZE - width / 2,
        y: y + dy * TERRITORY_SIZE - height / 2,
        width,
        height,
      },
      ground.window,
    ),
  );
  const free = boxes.find((one) => room.isFree(one));
  return { lines, box: free ?? boxes[0] ?? { x, y, width, height }, isFree: free !== undefined };
}

/** The same box, moved so far that no edge of the window cuts it. */
function keptWithin(box: Box, { x, y, width, height }: Box): Box {
  const moved = (at: number, size: number, from: number, room: number) =>
    Math.max(from + EDGE, Math.min(at, from + room - size - EDGE));
  return { ...box, x: moved(box.x, box.width, x, width), y: moved(box.y, box.height, y, height) };
}

/** What of a territory others claim too: its name stands beside it. */
function claimedTwice({ overlaps, shared }: ReportShapes, association: AssociationId): Position[][] {
  return [...overlaps, ...shared]
    .filter(({ associations }) => associations.includes(association))
    .flatMap(({ geometry }) => geometry.coordinates);
}

function placeOfName({ coordinates }: MultiPolygon, claimed: Position[][], ground: ProjectedGround) {
  const placed = (rings: readonly (readonly Position[])[]) => rings.map((ring) => ring.map(ground.placeOf));
  const alone = innermostPlace([...coordinates.map(placed), placed(claimed)]);
  return alone ?? innermostPlace(coordinates.map(placed));
}

interface LabelLook {
  readonly size: number;
  /** Where no room is left, over what stands there. */
  readonly always: boolean;
  /** How much farther than beside a dot. */
  readonly away?: number;
}

function placeName(
  name: LocalizedText,
  [x, y]: Place,
  { ground, room, words }: Labeller,
  { size, always, away = always ? 14 : 0 }: LabelLook,
): Drawn {
  const text = shortened(words.name(name), LONGEST_LABEL);
  const width = widthOf(text, size);
  const [beside, above] = [size * 0.75 + away, size * 1.1 + away];
  // The middle of each place where the name may stand.
  const candidates: Place[] = [
    [x, y - above],
    [x, y + above],
    [x + width / 2 + beside, y],
    [x - width / 2 - beside, y],
  ];
  const boxOf = ([cx, cy]: Place): Box => ({
    x: cx - width / 2,
    y: cy - size * 0.65,
    width,
    height: size * 1.3,
  });
  const isWithin = ({ x: left, y: top, width: w, height }: Box) =>
    ground.isInWindow([left, top], 2) && ground.isInWindow([left + w, top + height], 2);
  const free = candidates.find((one) => isWithin(boxOf(one)) && room.isFree(boxOf(one)));
  const chosen = free ?? (always ? candidates[0] : undefined);
  if (!chosen) return [];
  room.take(boxOf(chosen));
  const [cx, cy] = chosen;
  return [
    {
      kind: 'text',
      text,
      x: cx,
      y: cy + size * 0.35,
      size,
      weight: size > 12 ? 600 : 400,
      colour: size > 12 ? LIGHT.label : LIGHT.labelSoft,
      anchor: 'middle',
      halo: LIGHT.halo,
    },
  ];
}
