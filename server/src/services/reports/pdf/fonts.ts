import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import decompress from 'woff2-encoder/decompress';

const require = createRequire(import.meta.url);
const SUBSETS = ['arabic', 'latin', 'latin-ext'] as const;
const WEIGHTS = [400, 600] as const;

let loading: Promise<readonly Buffer[]> | undefined;

/** The typeface of the product as TrueType, unpacked once in a thread: browsers take it packed, typesetters and canvases do not. */
export function loadFonts(): Promise<readonly Buffer[]> {
  loading ??= Promise.all(SUBSETS.flatMap((subset) => WEIGHTS.map((weight) => loadFont(subset, weight))));
  return loading;
}

/** The names of the families that `loadFonts` gives: a typesetter takes one font for one name, and each holds one alphabet. */
export const FONT_FAMILIES = [
  'IBM Plex Sans Arabic',
  'IBM Plex Sans Latin1',
  'IBM Plex Sans Latin2',
] as const;

async function loadFont(subset: (typeof SUBSETS)[number], weight: number): Promise<Buffer> {
  const file = `@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-${subset}-${weight}-normal.woff2`;
  const bytes = Buffer.from(await decompress(await readFile(require.resolve(file))));
  return renamed(bytes, FONT_FAMILIES[SUBSETS.indexOf(subset)] ?? FONT_FAMILIES[0]);
}

/** The same font under a name of the same length, wherever its own stands in it. */
function renamed(bytes: Buffer, family: string): Buffer {
  for (const encoding of ['utf16le', 'latin1'] as const) {
    const [from, to] = [FONT_FAMILIES[0], family].map((name) => {
      const text = Buffer.from(name, encoding);
      // Fonts write the lower byte last.
      return encoding === 'utf16le' ? text.swap16() : text;
    });
    if (!from || !to) continue;
    for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) to.copy(bytes, at);
  }
  return bytes;
}
