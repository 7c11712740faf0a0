import { instantOf, type Plan, type PlanId } from '@nitaq/core';
import { today } from './day-in-area.ts';

/** A plan with the time in which it is, was or will be in force. */
export interface Period {
  readonly plan: Plan;
  readonly from: string;
  /** Null: nobody knows yet. */
  readonly to: string | null;
}

/** The plans of an area that ever come into force, in the order in which they do. */
export function periodsOf(plans: readonly Plan[]): Period[] {
  return plans
    .flatMap((plan): Period[] => {
      if (!('inForceFrom' in plan)) return [];
      return [{ plan, from: plan.inForceFrom, to: 'inForceTo' in plan ? plan.inForceTo : null }];
    })
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

/** The plan that is in force on a day in a time zone; undefined: none that one may see. */
export function planOn(plans: readonly Plan[], day: string, timeZone: string): Plan | undefined {
  const at = instantOf(day, timeZone).getTime();
  return periodsOf(plans).find(
    ({ from, to }) => Date.parse(from) <= at && (to === null || Date.parse(to) > at),
  )?.plan;
}

/** Whether a day comes before, is, or comes after today. */
export type Tense = 'past' | 'present' | 'future';

export function tenseOf(day: string, timeZone: string): Tense {
  const now = today(timeZone);
  if (day === now) return 'present';
  return day < now ? 'past' : 'future';
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Calendars go no further than their tables. */
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2199-12-31'];

/** A day as it stands in an address; null where it is none. */
export function parseDay(text: string | null): string | null {
  if (text === null || !DAY.test(text) || text < FIRST_DAY || text > LAST_DAY) return null;
  const instant = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(instant)) return null;
  return new Date(instant).toISOString().startsWith(text) ? text : null;
}

export interface TimelineSlice {
  /** The day in the area’s time zone of which everything is shown, as 2026-11-30; null: today. */
  readonly day: string | null;
  /** Shows the map, the lists and the cards as of a day; null: as of today. */
  showDay(day: string | null): Promise<void>;
  /** Shows the first day of a plan; of the one in force now today. */
  showPeriod(plan: PlanId): Promise<void>;
}
