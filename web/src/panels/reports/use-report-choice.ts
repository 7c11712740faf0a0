import { dayAt, LANGUAGES, type Language, type Plan } from '@nitaq/core';
import { useState } from 'react';
import { dayAfter, today } from '../../state/day-in-area.ts';
import { digitsOf } from '../../state/preferences.ts';
import { lastEnactment, type ReportFormat, type ReportReading } from '../../state/report-address.ts';
import { periodsOf, planOn } from '../../state/timeline.ts';
import { useApp, useArea, useOpenPlan } from '../use-app.ts';

export const IN_FORCE = 'in-force';
const A_MONTH = 30;
export const SINCE = ['none', 'enactment', 'other'] as const;

/** Drafts and the like are no answer to a day, and so chosen by themselves. */
function isChosenById({ state }: Plan): boolean {
  return state !== 'in-force' && state !== 'superseded';
}

/** What somebody chooses of a report, as it stands at first. */
export function useReportChoice() {
  const area = useArea();
  const shown = useOpenPlan();
  const shownDay = useApp((state) => state.day);
  const preferences = useApp((state) => state.preferences);
  const timeZone = area?.area.timeZone ?? 'UTC';
  const plans = area?.plans ?? [];
  const now = today(timeZone);
  const [plan, setPlan] = useState<string>(shown && isChosenById(shown) ? shown.id : IN_FORCE);
  const [day, setDay] = useState(shownDay ?? now);
  const [since, setSince] = useState<(typeof SINCE)[number]>('none');
  const firstDay = firstDayOf(plans, timeZone);
  const [sinceDay, setSinceDay] = useState(later(firstDay, dayAfter(shownDay ?? now, -A_MONTH)));
  const [language, setLanguage] = useState<Language>(preferences.language);
  const [format, setFormat] = useState<ReportFormat>('html');
  const enactment = lastEnactment(plans, day, (instant) => dayAt(Date.parse(instant), timeZone));
  const comparedWith = { none: null, enactment: enactment?.before ?? null, other: sinceDay }[since];
  const hasPlanThen = (on: string) => planOn(plans, on, timeZone) !== undefined;
  const isWithoutPlan =
    (plan === IN_FORCE && !hasPlanThen(day)) || (comparedWith !== null && !hasPlanThen(comparedWith));
  return {
    area: area?.area.id ?? '',
    villages: area?.villages.length ?? 0,
    plans: plans.filter(isChosenById),
    /** The first day of which there is anything to tell. */
    firstDay,
    ...{ plan, day, since, sinceDay, language, format, enactment, comparedWith },
    ...{ setPlan, setDay, setSince, setSinceDay, setLanguage, setFormat },
    /** Now, and not the end of the day: what is known now, and what is proposed. */
    asked: day === now ? null : day,
    isWithoutPlan: day === '' || isWithoutPlan,
    /** Of what is agreed there is a document to sign; it is told of today alone. */
    isAgreed:
      (plan === IN_FORCE && day === now) ||
      plans.some(({ id, state }) => id === plan && state === 'scheduled'),
    isTooLate: comparedWith !== null && comparedWith >= day,
  };
}

/** How reports are read by default: in the language and the digits of the page. */
export function useReportReading(): Omit<ReportReading, 'format'> {
  const preferences = useApp((state) => state.preferences);
  return { language: preferences.language, digits: digitsOf(preferences) };
}

/** In the language of the page its digits; in the other one those of that language. */
export function digitsIn(language: Language, page: Omit<ReportReading, 'format'>): ReportReading['digits'] {
  if (language === page.language) return page.digits;
  return language === LANGUAGES[0] ? 'arab' : 'latn';
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

function firstDayOf(plans: readonly Plan[], timeZone: string): string {
  const [first] = periodsOf(plans);
  return first === undefined ? '1900-01-01' : dayAt(Date.parse(first.from), timeZone);
}
