import type { Language, LocalizedText } from '@nitaq/core';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider, type IntlShape, useIntl } from 'react-intl';
import { CATALOGUES, type MessageKey } from '../messages/catalogue.ts';
import {
  areaQuantity,
  distanceQuantity,
  formatDay,
  formatRound,
  isDotLikeZero,
  isolate,
  type Quantity,
} from '../messages/formats.ts';
import { directionOf, localeOf } from '../state/preferences.ts';
import { useApp, useArea } from './use-app.ts';

/** Everything a panel needs to say something in the person's language and digits. */
export interface Words {
  readonly language: Language;
  /** A message; texts put into it are kept from reordering it. */
  t(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  name(text: LocalizedText): string;
  number(value: number, fractionDigits?: number): string;
  /** A whole number as one types it. */
  typed(value: number): string;
  /** An area in km². */
  area(km2: number): string;
  /** A distance in metres. */
  distance(metres: number): string;
  /** A day in both calendars, in the area's time zone. */
  day(instant: string): string;
  /** A day that was written as 2026-11-30, in both calendars. */
  dayOf(date: string): string;
  /** The time of day, in the area's time zone. */
  time(instant: string): string;
  /** A survey round. */
  round(round: string): string;
  /** «a, b and c». */
  list(names: readonly string[]): string;
}

const WordsContext = createContext<Words | null>(null);

export function WordsProvider({ children }: { children: ReactNode }) {
  const preferences = useApp((state) => state.preferences);
  const locale = localeOf(preferences);
  return (
    <IntlProvider locale={locale} defaultLocale={locale} messages={CATALOGUES[preferences.language]}>
      <I18nProvider locale={locale}>
        <WordsOfPage>{children}</WordsOfPage>
      </I18nProvider>
    </IntlProvider>
  );
}

function WordsOfPage({ children }: { children: ReactNode }) {
  const intl = useIntl();
  const language = useApp((state) => state.preferences.language);
  const timeZone = useArea()?.area.timeZone ?? 'UTC';
  const words = useMemo(() => wordsOf(intl, language, timeZone), [intl, language, timeZone]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('A panel stands within WordsProvider');
  return words;
}

/** As `useWords`, for a given language. */
export function wordsOf(intl: IntlShape, language: Language, timeZone: string): Words {
  const t: Words['t'] = (key, values = {}) => {
    const isolated = Object.entries(values).map(([name, value]): [string, string | number] => [
      name,
      typeof value === 'string' ? isolate(value) : value,
    ]);
    return intl.formatMessage<Record<string, string | number>>({ id: key }, Object.fromEntries(isolated));
  };
  const number = (value: number, fractionDigits = 0) =>
    isDotLikeZero(value, fractionDigits, intl.locale)
      ? t('number.zero')
      : intl.formatNumber(value, {
          minimumFractionDigits: fractionDigits,
          maximumFractionDigits: fractionDigits,
        });
  const quantity = ({ unit, value, fractionDigits }: Quantity) =>
    t(unit, { value: number(value, fractionDigits) });
  return {
    language,
    t,
    number,
    typed: (value) => intl.formatNumber(value, { useGrouping: false }),
    name: (text) => text[language],
    area: (km2) => quantity(areaQuantity(km2)),
    distance: (metres) => quantity(distanceQuantity(metres)),
    day: (instant) => formatDay(instant, intl.locale, timeZone),
    dayOf: (date) => formatDay(`${date}T12:00:00Z`, intl.locale, 'UTC'),
    time: (instant) => intl.formatTime(instant, { timeZone }),
    round: (round) => formatRound(round, intl.locale),
    list: (names) => {
      const isolated = names.map((text) => isolate(text));
      return isolate(intl.formatList(isolated, { type: 'conjunction' }), directionOf(language));
    },
  };
}
