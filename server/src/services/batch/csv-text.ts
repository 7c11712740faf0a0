import Papa from 'papaparse';

/** A record that is longer is no row of a list but a quote that nobody closed. */
const LONGEST_RECORD = 64 * 2 ** 10;

/** Reads CSV (RFC 4180, any line ends) piece by piece: bytes in, whole rows out; empty lines are none. */
export class CsvReader {
  readonly #delimiter: string;
  readonly #decoder = new TextDecoder();
  #parser: Papa.Parser | null = null;
  /** The record that is not complete yet. */
  #rest = '';
  #columns = 0;
  #isBroken = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** True when the rest cannot be read. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** The rows that are complete with these bytes; null: there are no more bytes. */
  read(bytes: Uint8Array | null): string[][] {
    if (this.#isBroken) return [];
    const isEnd = bytes === null;
    const text =
      this.#rest + (isEnd ? this.#decoder.decode() : this.#decoder.decode(bytes, { stream: true }));
    this.#parser ??= this.#parserOf(text);
    const { data, errors, meta } = this.#parser.parse(text, 0, !isEnd) as Papa.ParseResult<string[]>;
    this.#rest = isEnd ? '' : text.slice(meta.cursor);
    const isOpen = isEnd && errors.some(({ code }) => code === 'MissingQuotes');
    this.#isBroken = isOpen || this.#rest.length > LONGEST_RECORD;
    return this.#rowsOf(isOpen ? data.slice(0, -1) : data, text.includes('"'));
  }

  /** Lines end as the first one does; of two characters the first is taken off the last cell. */
  #parserOf(text: string): Papa.Parser {
    const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
    return new Papa.Parser({ delimiter: this.#delimiter, newline });
  }

  #rowsOf(records: string[][], hasQuotes: boolean): string[][] {
    this.#columns ||= records.find(([first, ...others]) => first !== '' || others.length > 0)?.length ?? 0;
    // Of a table of one column, "" is a row.
    const isRow = hasQuotes && this.#columns === 1;
    return records.filter((record) => {
      const last = record.length - 1;
      const cell = record[last] ?? '';
      if (cell.endsWith('\r')) record[last] = cell.slice(0, -1);
      return last > 0 || isRow || record[0] !== '';
    });
  }
}

/** What parts the cells of a table, as its first line shows: spreadsheets write semicolons where numbers have commas. */
export function delimiterOf(firstLine: string): string {
  const unquoted = firstLine.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => unquoted.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** Writes rows as the reader reads them. */
export function csvWriter(delimiter: string): (cells: readonly string[]) => string {
  const special = new RegExp(`["\r\n${delimiter}]`);
  return (cells) => {
    let line = '';
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] ?? '';
      if (i > 0) line += delimiter;
      line += special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    }
    return line;
  };
}
