import type { Language } from '@nitaq/core';
import { CATALOGUES } from '../../messages/catalogue.ts';
import { formatShortDay } from '../../messages/formats.ts';
import { FIRST_VISIT, localeOf } from '../../state/preferences.ts';

/** The title of a new draft in both languages: it bears its day until somebody names it. */
export function draftTitle(now: Date, timeZone: string): Record<Language, string> {
  const title = (language: Language) => {
    const date = formatShortDay(now.toISOString(), localeOf({ ...FIRST_VISIT, language }), timeZone);
    return CATALOGUES[language]['draw.draftTitle'].replace('{date}', date);
  };
  return { ar: title('ar'), en: title('en') };
}
