import { type CapacityLoad, type KnownCount, LOAD_LIMITS, type NeedKind } from '@nitaq/core';
import type { KnownOrphans } from '../../state/known-need.ts';
import type { Words } from '../words.tsx';

type Speaker = Pick<Words, 't' | 'number'>;

/** Totals that are rounded to five are known to lie within two of it. */
const ROUNDED_TO = 5;
const ROUNDED_WIDTH = 4;

/** A count as one may know it: «3 orphans», «1 to 9 orphans», «50 and more orphans», or of a rounded total «about 40 orphans». */
export function countSentence(kind: NeedKind, { least, most }: KnownCount, { t, number }: Speaker): string {
  if (most === null) return t(`need.${kind}.least`, { count: least });
  if (least === most) return t(`need.${kind}`, { count: least });
  const middle = (least + most) / 2;
  const isRounded = most - least === ROUNDED_WIDTH && middle % ROUNDED_TO === 0;
  if (isRounded) return t(`need.${kind}.about`, { count: middle });
  return t(`need.${kind}.range`, { least: number(least), count: most });
}

/** How many orphans are in some villages, and in how many of them if not in all; null where none is counted. */
export function orphansSentence(
  { orphans, counted, villages }: KnownOrphans,
  { t, number }: Speaker,
): string | null {
  if (counted === 0) return null;
  const said = countSentence('orphans', orphans, { t, number });
  return counted === villages ? said : t('need.partly', { orphans: said, counted: number(counted) });
}

/** A need beside what can be carried of it, and as a share of it. */
export function againstSentence(need: KnownCount, capacity: number, { t, number }: Speaker): string {
  const orphans = countSentence('orphans', need, { t, number });
  if (capacity === 0) return t('need.against.nobody', { orphans });
  const least = number((need.least / capacity) * 100);
  const share =
    need.most === null
      ? t('need.percent.least', { least })
      : need.most === need.least
        ? t('need.percent', { least })
        : t('need.percent.range', { least, most: number((need.most / capacity) * 100) });
  return t('need.against', { orphans, capacity: number(capacity), share });
}

/** Why a load gives cause for concern; null where it gives none. */
export function loadSentence({ sure, possible }: CapacityLoad, { t, number }: Speaker): string | null {
  const limits = { warned: number(LOAD_LIMITS.warned), reason: number(LOAD_LIMITS.reason) };
  if (sure === 'far-over') return t('need.load.far-over', { reason: limits.reason });
  if (sure === 'over' && possible === 'far-over') return t('need.load.maybe-far', limits);
  if (sure === 'over') return t('need.load.over', { warned: limits.warned });
  return possible === 'within' ? null : t('need.load.maybe', { warned: limits.warned });
}
