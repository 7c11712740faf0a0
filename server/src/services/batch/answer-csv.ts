import {
  ANSWERED_COLUMNS,
  ANSWERED_STATUSES,
  DomainError,
  type ListColumns,
  listColumns,
  problemText,
  type VillageId,
} from '@nitaq/core';
import { type Answering, answerRows } from './answer-rows.ts';
import { type Bytes, batchTooLong, MOST_BYTES, MOST_ROWS } from './batch-limits.ts';
import { CsvReader, csvWriter, delimiterOf } from './csv-text.ts';

const BETWEEN = ' | ';
/** A first line that is longer is none. */
const LONGEST_HEADER = 64 * 2 ** 10;
const BOM = '\ufeff';

/**
 * The same table with answers, piece by piece as it arrives.
 * Errors, before the first piece: `batch-columns-unknown`; later ones stand in the rows.
 */
export async function answerCsv(bytes: Bytes, answering: Answering): Promise<AsyncGenerator<string>> {
  const pieces = bytes[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  while (!start.includes('\n') && start.length < LONGEST_HEADER) {
    const { value, done } = await pieces.next();
    if (done === true) break;
    start = Buffer.concat([start, value]);
  }
  const firstLine = start.toString('utf8').split('\n', 1)[0] ?? '';
  const delimiter = delimiterOf(firstLine);
  const reader = new CsvReader(delimiter);
  const [header = [], ...rows] = await reader.read(start);
  // A table of one line alone is complete only at its end.
  const atEnd = header.length === 0 ? await reader.read(null) : [];
  const names = header.length === 0 ? (atEnd[0] ?? []) : header;
  const columns = listColumns(names);
  if (columns === null) throw new DomainError('batch-columns-unknown');
  const table = new AnsweredTable(
    { columns, names, delimiter, hasBom: firstLine.startsWith(BOM) },
    answering,
  );
  return table.pieces({ [Symbol.asyncIterator]: () => pieces }, { reader, rows, begun: start.length });
}

interface TableHead {
  readonly columns: ListColumns;
  readonly names: readonly string[];
  readonly delimiter: string;
  readonly hasBom: boolean;
}

interface TableStart {
  readonly reader: CsvReader;
  readonly rows: string[][];
  /** Bytes that were read. */
  readonly begun: number;
}

class AnsweredTable {
  readonly #head: TableHead;
  readonly #answering: Answering;
  readonly #write: (cells: readonly string[]) => string;
  readonly #cellsOf: string[] = [];

  constructor(head: TableHead, answering: Answering) {
    this.#head = head;
    this.#answering = answering;
    this.#write = csvWriter(head.delimiter);
  }

  async *pieces(bytes: Bytes, { reader, rows, begun }: TableStart): AsyncGenerator<string> {
    const { names, columns, hasBom } = this.#head;
    const added = ANSWERED_COLUMNS[columns.language].map((name) =>
      names.includes(name) ? `nitaq_${name}` : name,
    );
    yield `${hasBom ? BOM : ''}${this.#write([...names.map((name) => name.replace(BOM, '')), ...added])}\r\n`;
    if (rows.length > 0) yield await this.#answered(rows);
    let [read, size] = [rows.length, begun];
    for await (const piece of bytes) {
      size += piece.length;
      const more = await reader.read(piece);
      read += more.length;
      if (size > MOST_BYTES || read > MOST_ROWS) {
        yield this.#failed([], batchTooLong());
        return;
      }
      if (more.length > 0) yield await this.#answered(more);
      if (reader.isBroken) break;
    }
    const last = await reader.read(null);
    if (last.length > 0) yield await this.#answered(last);
    if (reader.isBroken) yield this.#failed([], new DomainError('batch-broken-off'));
  }

  async #answered(rows: readonly string[][]): Promise<string> {
    const { columns, names } = this.#head;
    const cellAt = (at: number | null) => (row: number) =>
      at === null ? '' : (rows[row]?.[at] ?? '').trim();
    const { numbers, faults, villages } = await answerRows(
      {
        count: rows.length,
        fault: (row) => ((rows[row]?.length ?? 0) > names.length ? new DomainError('row-too-long') : null),
        longitude: cellAt(columns.longitude),
        latitude: cellAt(columns.latitude),
        village: cellAt(columns.village),
      },
      this.#answering,
    );
    let text = '';
    for (const [i, row] of rows.entries()) {
      const fault = faults.size === 0 ? undefined : faults.get(i);
      text +=
        fault === undefined
          ? `${this.#row(row)}${this.#cells(numbers[i] ?? 0, villages.get(i) ?? null)}\r\n`
          : this.#failed(row, fault);
    }
    return text;
  }

  /** The row as it came, as long as the first one: with empty cells, or with what is too much in its last one. */
  #row(row: readonly string[]): string {
    const { names, delimiter } = this.#head;
    const last = names.length - 1;
    if (row.length === names.length) return this.#write(row);
    if (row.length > names.length) {
      return this.#write([...row.slice(0, last), row.slice(last).join(delimiter)]);
    }
    return this.#write([...row, ...Array<string>(names.length - row.length).fill('')]);
  }

  /** What is added to a row; most rows have one of a few answers. */
  #cells(number: number, village: VillageId | null): string {
    const known = village === null ? this.#cellsOf[number] : undefined;
    if (known !== undefined) return known;
    const { language } = this.#head.columns;
    const { status, associations, area, plan, version } = this.#answering.places.get(number);
    const cells = this.#write([
      '',
      ANSWERED_STATUSES[language][status],
      associations.map(({ id }) => id).join(BETWEEN),
      associations.map(({ name }) => name[language]).join(BETWEEN),
      area ?? '',
      plan ?? '',
      version === null ? '' : String(version),
      village ?? '',
      '',
    ]);
    if (village === null) this.#cellsOf[number] = cells;
    return cells;
  }

  #failed(row: readonly string[], { code, values }: DomainError): string {
    const { columns } = this.#head;
    const empty = ANSWERED_COLUMNS[columns.language].map(() => '').slice(1);
    const detail = problemText(code, columns.language, values).detail;
    return `${this.#row(row)}${this.#write(['', ...empty, detail])}\r\n`;
  }
}
