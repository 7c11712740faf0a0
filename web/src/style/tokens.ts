import { TOKENS } from '@nitaq/core';

/** The core has them, for what the service draws has the same colours. */
export { FILL_OPACITY, TOKENS, type Tokens, territoryColours } from '@nitaq/core';

/** The tokens as CSS custom properties, for example `--ink-soft`. */
export function cssProperties(theme: 'light' | 'dark'): [name: string, value: string][] {
  return Object.entries(TOKENS[theme]).map(([name, value]) => [
    `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    value,
  ]);
}
