import { type CsvError, type Parser, parse } from 'csv-parse';

/** A record that is longer is no row of a list but a quote that nobody closed. */
const LONGEST_RECORD = 64 * 2 ** 10;
const LINE_ENDS = ['\r\n', '\n', '\r'];
const LINE_END = /\r\n|\n|\r/;

/**
 * Reads CSV (RFC 4180, any line ends) piece by piece: bytes in, whole rows out; empty lines are none. Most lists have no
 * quotes: they are lines, parted at the delimiter, several times as fast as a parser reads them. From the first quote on
 * the parser does.
 */
export class CsvReader {
  readonly #delimiter: string;
  readonly #decoder = new TextDecoder();
  /** What follows the last line end. */
  #rest = '';
  #quoted: QuotedRows | null = null;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** True when the rest cannot be read. */
  get isBroken(): boolean {
    return this.#quoted?.isBroken === true || this.#rest.length > LONGEST_RECORD;
  }

  /** The rows that are complete with these bytes; null: there are no more bytes. */
  async read(bytes: Uint8Array | null): Promise<string[][]> {
    if (this.isBroken) return [];
    const text = bytes === null ? this.#decoder.decode() : this.#decoder.decode(bytes, { stream: true });
    if (this.#quoted === null && text.includes('"')) {
      this.#quoted = new QuotedRows(this.#delimiter);
      await this.#quoted.read(this.#takeRest());
    }
    if (this.#quoted !== null) return bytes === null ? this.#quoted.end(text) : this.#quoted.read(text);
    return this.#rowsOf(bytes === null ? this.#takeRest() + text : this.#wholeLines(text));
  }

  #takeRest(): string {
    const rest = this.#rest;
    this.#rest = '';
    return rest;
  }

  /** Without a line end nothing is looked at again: a line may come letter by letter. */
  #wholeLines(text: string): string {
    // A last \r may be half of a line end.
    const end = 1 + Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r', text.length - 2));
    if (end === 0) {
      this.#rest += text;
      return '';
    }
    const lines = this.#takeRest() + text.slice(0, end);
    this.#rest = text.slice(end);
    return lines;
  }

  #rowsOf(lines: string): string[][] {
    const rows: string[][] = [];
    for (const line of lines.split(LINE_END)) if (line !== '') rows.push(line.split(this.#delimiter));
    return rows;
  }
}

/** Rows of which some have quotes. */
class QuotedRows {
  readonly #parser: Parser;
  #rows: string[][] = [];
  #failure: CsvError | null = null;

  constructor(delimiter: string) {
    this.#parser = parse({
      delimiter,
      record_delimiter: LINE_ENDS,
      // A row of another length, or with a quote within a word, is a row nevertheless.
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
      on_record: (record: string[]) => {
        this.#rows.push(record);
        // Kept here, so that the stream hands on nothing row by row.
        return null;
      },
    });
    this.#parser.on('error', (error: CsvError) => {
      this.#failure = error;
    });
    this.#parser.resume();
  }

  get isBroken(): boolean {
    return this.#failure !== null;
  }

  async read(text: string): Promise<string[][]> {
    await new Promise<void>((resolve) => {
      if (this.isBroken) resolve();
      else this.#parser.write(text, () => resolve());
    });
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  async end(text: string): Promise<string[][]> {
    const rows = await this.read(text);
    await new Promise<void>((resolve) => {
      if (this.isBroken) return resolve();
      this.#parser.once('close', () => resolve());
      this.#parser.end();
    });
    return [...rows, ...this.#rows];
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
