import { FilterError } from './filter.ts';

export interface Token {
  readonly kind: 'word' | 'quoted' | 'text' | 'number' | 'sign' | 'end';
  readonly text: string;
  /** The character at which it stands, from 1. */
  readonly at: number;
}

// Identifiers as CQL2's grammar has them, which are letters of any script; a quote within a text is doubled or escaped.
const TOKEN =
  /\s*(?:(?<text>'(?:''|\\'|[^'])*')|(?<quoted>"[^"]*")|(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<word>[\p{L}_:][\p{L}\p{M}\p{N}_:.]*)|(?<sign><>|<=|>=|[=<>(),]))/uy;

/** What may stand behind a backslash in a text. */
const ESCAPED: Readonly<Record<string, string>> = {
  "'": "'",
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/** The words of a filter in CQL2 text. Errors: `FilterError`. */
export function filterTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  while (text.slice(index).trim() !== '') {
    TOKEN.lastIndex = index;
    const match = TOKEN.exec(text);
    if (match === null) {
      const rest = text.slice(index).trimStart();
      throw new FilterError('syntax', text.length - rest.length + 1, rest.slice(0, 20));
    }
    const [kind, found] = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined) ?? [
      'sign',
      '',
    ];
    const at = TOKEN.lastIndex - (found ?? '').length + 1;
    tokens.push({ kind: kind as Token['kind'], text: unquoted(kind, found ?? ''), at });
    index = TOKEN.lastIndex;
  }
  return [...tokens, { kind: 'end', text: '', at: text.length + 1 }];
}

function unquoted(kind: string, found: string): string {
  // What else a backslash stands before is left as it is: patterns take the meaning of their wildcards away with it.
  if (kind === 'text') {
    return found
      .slice(1, -1)
      .replace(/''|\\(['abtnvfr])/g, (whole, escaped: string | undefined) =>
        whole === "''" ? "'" : (ESCAPED[escaped ?? ''] ?? whole),
      );
  }
  return kind === 'quoted' ? found.slice(1, -1) : found;
}
