import { FONT_FAMILIES } from './fonts.ts';

type Family = (typeof FONT_FAMILIES)[number];

/** Letters that follow each other and stand in one font. */
export interface FontRun {
  readonly text: string;
  readonly family: Family;
}

const ARABIC = /\p{Script_Extensions=Arabic}/u;
const SPACE = /\s/;
/** What the font of the Latin alphabet has; other letters are in the one of its extensions, or nowhere. */
const LATIN = /[\u0021-\u00ff\u2010-\u205e]/;

/** A text in runs, each in the font that has its letters; spaces go along with what is before them. */
export function fontRuns(text: string): FontRun[] {
  const [arabic, latin, extended] = FONT_FAMILIES;
  const runs: FontRun[] = [];
  for (const letter of text) {
    const last = runs.at(-1);
    const family = SPACE.test(letter)
      ? (last?.family ?? arabic)
      : ARABIC.test(letter)
        ? arabic
        : LATIN.test(letter)
          ? latin
          : extended;
    if (last?.family === family) runs[runs.length - 1] = { family, text: last.text + letter };
    else runs.push({ family, text: letter });
  }
  return runs;
}
