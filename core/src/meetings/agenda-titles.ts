import type { LocalizedText } from '../model/text.ts';

const MOST_NAMES = 3;

/** What to call a gap on an agenda: by its villages, or by its size where it has none. */
export function gapTitle(villages: readonly LocalizedText[], areaKm2: number): LocalizedText {
  if (villages.length === 0) {
    return {
      ar: `فجوة بلا قرى، ${kilometres(areaKm2, 'ar-u-nu-arab')} كم²`,
      en: `Gap without villages, ${kilometres(areaKm2, 'en')} km²`,
    };
  }
  const names = namesOf(villages);
  return { ar: `فجوة: ${names.ar}`, en: `Gap: ${names.en}` };
}

/** What to call an overlap on an agenda: by those who claim it, and its villages. */
export function overlapTitle(
  associations: readonly LocalizedText[],
  villages: readonly LocalizedText[],
): LocalizedText {
  const who = {
    ar: associations.map(({ ar }) => ar).join(' و'),
    en: associations.map(({ en }) => en).join(' and '),
  };
  if (villages.length === 0) return { ar: `تداخل بين ${who.ar}`, en: `Overlap of ${who.en}` };
  const names = namesOf(villages);
  return { ar: `تداخل بين ${who.ar}: ${names.ar}`, en: `Overlap of ${who.en}: ${names.en}` };
}

/** What to call a shared zone on an agenda. */
export function zoneTitle(associations: readonly LocalizedText[]): LocalizedText {
  return {
    ar: `نطاق مشترك يوشك أن ينتهي: ${associations.map(({ ar }) => ar).join(' و')}`,
    en: `Shared zone about to end: ${associations.map(({ en }) => en).join(' and ')}`,
  };
}

/** What to call a village that was reported as missing; null: without the name, which strangers typed. */
export function missingVillageTitle(name: string | null): LocalizedText {
  if (name === null) return { ar: 'قرية يُقال إنها ناقصة', en: 'A village reported missing' };
  return { ar: `قرية يُقال إنها ناقصة: ${name}`, en: `Reported missing: ${name}` };
}

function namesOf(villages: readonly LocalizedText[]): LocalizedText {
  const shown = villages.slice(0, MOST_NAMES);
  const isMore = villages.length > MOST_NAMES;
  return {
    ar: `${shown.map(({ ar }) => ar).join('، ')}${isMore ? '، وغيرها' : ''}`,
    en: `${shown.map(({ en }) => en).join(', ')}${isMore ? ' and others' : ''}`,
  };
}

function kilometres(areaKm2: number, locale: string): string {
  const digits = areaKm2 < 10 ? 1 : 0;
  return areaKm2.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
