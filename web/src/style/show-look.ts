import { directionOf, type Preferences, themeOf } from '../state/preferences.ts';
import { cssProperties } from './tokens.ts';

/** Gives the page the language, direction and colours that a person chose. */
export function showLook(preferences: Preferences, systemDark: boolean): void {
  const page = document.documentElement;
  const theme = themeOf(preferences.theme, systemDark);
  page.lang = preferences.language;
  page.dir = directionOf(preferences.language);
  page.dataset.theme = theme;
  page.style.removeProperty('background-color');
  for (const [name, value] of cssProperties(theme)) page.style.setProperty(name, value);
}
