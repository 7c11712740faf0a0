import { LANGUAGES, type Language } from '@nitaq/core';
import { SNAP_REACHES_PX, type SnapReachPx } from './editor/snapping.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type Theme = 'light' | 'dark';
export type Digits = 'arab' | 'latn';

/** What a person has chosen; null: not chosen yet. */
export interface Preferences {
  readonly language: Language;
  readonly theme: ThemeChoice;
  readonly digits: Digits | null;
  /** Whether the first steps of drawing were read. */
  readonly knowsDrawing: boolean;
  /** Whether the hand that draws sticks to borders, and from how near. */
  readonly snaps: boolean;
  readonly snapReachPx: SnapReachPx;
}

export const FIRST_VISIT: Preferences = {
  language: 'ar',
  theme: 'system',
  digits: null,
  knowsDrawing: false,
  snaps: true,
  snapReachPx: 12,
};

/** Reads saved preferences; whatever is missing or unknown is as on a first visit. */
export function parsePreferences(saved: string | null): Preferences {
  const found = recordOf(saved);
  return {
    language: oneOf(LANGUAGES, found.language) ?? FIRST_VISIT.language,
    theme: oneOf(['system', 'light', 'dark'] as const, found.theme) ?? FIRST_VISIT.theme,
    digits: oneOf(['arab', 'latn'] as const, found.digits) ?? null,
    knowsDrawing: found.knowsDrawing === true,
    snaps: found.snaps !== false,
    snapReachPx: oneOf(SNAP_REACHES_PX, found.snapReachPx) ?? FIRST_VISIT.snapReachPx,
  };
}

/** Arabic-Indic digits in Arabic and Latin ones in English, until the person chooses. */
export function digitsOf({ language, digits }: Preferences): Digits {
  return digits ?? (language === 'ar' ? 'arab' : 'latn');
}

/** The BCP 47 tag that makes `Intl` follow language and digits, for example `ar-SA-u-nu-arab`. */
export function localeOf(preferences: Preferences): string {
  const region = preferences.language === 'ar' ? 'ar-SA' : 'en-GB';
  return `${region}-u-nu-${digitsOf(preferences)}`;
}

export function directionOf(language: Language): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

export function themeOf(choice: ThemeChoice, systemDark: boolean): Theme {
  if (choice !== 'system') return choice;
  return systemDark ? 'dark' : 'light';
}

function recordOf(saved: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(saved ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function oneOf<T>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((candidate) => candidate === value);
}
