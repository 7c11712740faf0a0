/** A table as it was read back: its heads, and its cells as text. */
export interface ReadTable {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of a page, by the names they have for those who cannot see it. */
export function tablesOfPage(html: string): ReadTable[] {
  const tables = html.matchAll(/aria-label="([^"]*)"><table>(.*?)<\/table>/gs);
  return [...tables].map(([, title = '', table = '']) => ({
    title: textOf(title),
    heads: cellsIn(table, 'th'),
    rows: [...table.matchAll(/<tr>(.*?)<\/tr>/gs)]
      .map(([, row = '']) => cellsIn(row, 'td'))
      .filter((cells) => cells.length > 0),
  }));
}

function cellsIn(html: string, tag: 'th' | 'td'): string[] {
  return [...html.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, cell = '']) =>
    textOf(cell),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[\u2066-\u2069]/g, '');
}

const ARABIC_ZERO = '٠'.charCodeAt(0);

/** A number as people write it in either language; null: it is none. */
export function numberIn(text: string): number | null {
  const latin = text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO))
    .replace(/[٬,]/g, '')
    .replace('٫', '.');
  return /^-?\d+(\.\d+)?$/.test(latin) ? Number(latin) : null;
}

/** The numbers between which a count lies as people write it: 10–19, 50 or more, or one alone. */
export function rangeIn(text: string): [least: number | null, most: number | null] {
  const [from = '', to] = text.split('–');
  if (to !== undefined) return [numberIn(from), numberIn(to)];
  const exact = numberIn(text);
  return exact === null ? [numberIn(text.split(' ')[0] ?? ''), null] : [exact, exact];
}
