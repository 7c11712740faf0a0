import { type CsvError, type Parser, parse } from 'csv-parse';

/** A record that is longer is no row of a list but a quote that nobody closed. */
const LONGEST_RECORD = 64 * 2 ** 10;

/** Reads CSV (RFC 4180, any line ends) piece by piece: bytes in, whole rows out. */
export class CsvReader {
  readonly #parser: Parser;
  #rows: string[][] = [];
  #failure: CsvError | null = null;

  constructor(delimiter: string) {
    this.#parser = parse({
      delimiter,
      bom: true,
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

  /** True when the rest cannot be read. */
  get isBroken(): boolean {
    return this.#failure !== null;
  }

  /** The rows that are complete with these bytes; null: there are no more bytes. */
  async read(bytes: Uint8Array | null): Promise<string[][]> {
    await new Promise<void>((resolve) => {
      const done = () => resolve();
      if (this.#failure !== null) done();
      else if (bytes === null) {
        this.#parser.once('close', done);
        this.#parser.end();
      } else this.#parser.write(bytes, done);
    });
    const rows = this.#rows;
    this.#rows = [];
    return rows;
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
