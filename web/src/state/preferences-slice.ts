import type { PreferencesSlice, SliceContext } from './app-state.ts';

/** Language, theme and digits; saving them is the caller's, who knows where. */
export function preferencesSlice(
  { get, set }: SliceContext,
  start: Pick<PreferencesSlice, 'preferences' | 'systemDark'>,
): PreferencesSlice {
  const change = (part: Partial<PreferencesSlice['preferences']>) =>
    set({ preferences: { ...get().preferences, ...part } });
  return {
    ...start,
    setLanguage: (language) => change({ language }),
    setTheme: (theme) => change({ theme }),
    learnDrawing: () => change({ knowsDrawing: true }),
    setDigits: (digits) => change({ digits }),
    setSystemDark: (systemDark) => set({ systemDark }),
  };
}
