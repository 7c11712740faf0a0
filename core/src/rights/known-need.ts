import { type KnownCount, type KnownNeed, NEED_KINDS, type NeedKind } from '../model/need.ts';

/** Fixed for ever: bands that moved would let one compare before and after. */
const BANDS: readonly KnownCount[] = [
  { least: 0, most: 0 },
  { least: 1, most: 9 },
  { least: 10, most: 19 },
  { least: 20, most: 49 },
  { least: 50, most: null },
];
/** The greatest count that nobody but its owner may ever tell from a lesser one. */
const LAST_HIDDEN = 4;
const STEP = 5;
/** A number that rounds to a multiple of five lies within two of it. */
const REACH = 2;

/** A count of one village, and whether whoever asks may know it exactly. */
export interface GuardedCount {
  readonly count: number;
  readonly isOwn: boolean;
}

/** A count of one village as somebody may know it: one's own exactly, another's as a band. */
export function knownCount({ count, isOwn }: GuardedCount): KnownCount {
  if (isOwn) return { least: count, most: count };
  const band = BANDS.find(({ least, most }) => count >= least && (most === null || count <= most));
  if (band === undefined) throw new Error(`${count} is no count`);
  return band;
}

/**
 * The sum of whole villages as somebody may know it: exactly where all are their own, else to the nearest five. Another's
 * count from 1 to 4 enters as that alone, which of them it is changes nothing: groups that differ by a few villages, as
 * they do before and after a plan comes into force or a village is counted, would else tell it. A single count that they
 * may not know is no group: of it the band speaks.
 */
export function knownTotal(counts: readonly GuardedCount[]): KnownCount {
  const hidden = counts.filter(isHidden).length;
  if (hidden === 0 || counts.filter(isOpen).length === 1) return roundedTotal(counts);
  const { least, most } = roundedTotal(counts.filter((one) => !isHidden(one)));
  return { least: least + hidden, most: most === null ? null : most + LAST_HIDDEN * hidden };
}

/** Whether a count is one that nobody but its owner may work out. */
function isHidden({ count, isOwn }: GuardedCount): boolean {
  return !isOwn && count > 0 && count <= LAST_HIDDEN;
}

function isOpen(one: GuardedCount): boolean {
  const { least, most } = knownCount(one);
  return least !== most;
}

/**
 * What the bands leave open is cut into windows of five; windows that the bands cut short belong to their neighbour, and
 * where no whole one fits only the bands speak.
 */
function roundedTotal(counts: readonly GuardedCount[]): KnownCount {
  const least = sum(counts.map((one) => knownCount(one).least));
  const mosts = counts.map((one) => knownCount(one).most);
  const most = mosts.includes(null) ? null : sum(mosts.map(Number));
  if (most === least) return { least, most };
  const lowest = Math.ceil((least + REACH) / STEP) * STEP;
  const highest = most === null ? Number.POSITIVE_INFINITY : Math.floor((most - REACH) / STEP) * STEP;
  if (lowest > highest) return { least, most };
  const rounded = Math.round(sum(counts.map(({ count }) => count)) / STEP) * STEP;
  const total = Math.min(Math.max(rounded, lowest), highest);
  return {
    least: total === lowest ? least : total - REACH,
    most: total === highest ? most : total + REACH,
  };
}

/** The sum of what somebody knows of several villages: nothing that the single ones do not say. */
export function sumOfKnown(counts: readonly KnownCount[]): KnownCount {
  const mosts = counts.map(({ most }) => most);
  return {
    least: sum(counts.map(({ least }) => least)),
    most: mosts.includes(null) ? null : sum(mosts.map(Number)),
  };
}

/** The same, of each kind. */
export function sumOfNeed(needs: readonly KnownNeed[]): KnownNeed {
  return ofEachKind((kind) => sumOfKnown(needs.map((one) => one[kind])));
}

/** Something of each kind that is counted. */
export function ofEachKind<T>(of: (kind: NeedKind) => T): Record<NeedKind, T> {
  const [orphans, widows, families] = NEED_KINDS;
  return { [orphans]: of(orphans), [widows]: of(widows), [families]: of(families) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
