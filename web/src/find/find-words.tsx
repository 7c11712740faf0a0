import { createIntl, createIntlCache } from '@formatjs/intl';
import type { Language, LocalizedText } from '@nitaq/core';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { findAr } from '../messages/find-ar.ts';
import { type FindMessages, findEn } from '../messages/find-en.ts';
import { distanceQuantity, formatDay, isolate } from '../messages/formats.ts';
import { localeOf, type Preferences } from '../state/preferences.ts';

const CATALOGUES: Readonly<Record<Language, FindMessages>> = { ar: findAr, en: findEn };

/** Everything that the page says, in the person's language and digits. */
export interface FindWords {
  readonly language: Language;
  t(key: keyof FindMessages, values?: Readonly<Record<string, string | number>>): string;
  name(text: LocalizedText): string;
  distance(metres: number): string;
  day(instant: string): string;
  list(names: readonly string[]): string;
}

const Words = createContext<FindWords | null>(null);

export function FindWordsProvider({
  preferences,
  children,
}: {
  preferences: Preferences;
  children: ReactNode;
}) {
  const words = useMemo(() => wordsIn(preferences), [preferences]);
  return <Words value={words}>{children}</Words>;
}

export function useFindWords(): FindWords {
  const words = useContext(Words);
  if (words === null) throw new Error('The page has no words');
  return words;
}

function wordsIn(preferences: Preferences): FindWords {
  const { language } = preferences;
  const intl = createIntl(
    { locale: localeOf(preferences), messages: CATALOGUES[language] },
    createIntlCache(),
  );
  const t: FindWords['t'] = (key, values = {}) => {
    const isolated = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? isolate(value) : value,
    ]);
    return intl.formatMessage(
      { id: key },
      Object.fromEntries(isolated) as Record<string, string | number>,
    ) as string;
  };
  return {
    language,
    t,
    name: (text) => text[language],
    distance: (metres) => {
      const { unit, value, fractionDigits } = distanceQuantity(metres);
      const digits = { minimumFractionDigits: fractionDigits, maximumFractionDigits: fractionDigits };
      return t(unit === 'unit.km' ? 'find.km' : 'find.m', { value: intl.formatNumber(value, digits) });
    },
    day: (instant) => formatDay(instant, intl.locale, Intl.DateTimeFormat().resolvedOptions().timeZone),
    list: (names) =>
      intl.formatList(
        names.map((text) => isolate(text)),
        { type: 'conjunction' },
      ),
  };
}
