import { DomainError, type Language, type ListColumns, listColumns, problemText } from '@nitaq/core';
import { type Answering, answerRows } from './answer-rows.ts';
import { type Bytes, batchTooLong, MOST_BYTES, MOST_ROWS } from './batch-limits.ts';

/** A line that is longer is not read. */
const LONGEST_LINE = 64 * 2 ** 10;
const NEWLINE = 10;

type JsonObject = Readonly<Record<string, unknown>>;

/** A line as it came: an object, or null where it is none. */
interface Line {
  readonly text: string;
  readonly object: JsonObject | null;
}

/** The same objects, one a line, each with `coverage` or `error`; piece by piece as they arrive. */
export async function* answerNdjson(
  bytes: Bytes,
  { language, ...answering }: Answering & { readonly language: Language },
): AsyncGenerator<string> {
  let [read, size] = [0, 0];
  const columnsOf = rememberingColumns();
  let rest = Buffer.alloc(0);
  const answered = async (text: string): Promise<string> => {
    const lines = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(readLine);
    read += lines.length;
    const asked = lines.map((one) => askedOf(one, columnsOf));
    const cell = (name: keyof AskedLine) => (row: number) => {
      const one = asked[row];
      return one === undefined || one instanceof DomainError ? '' : one[name];
    };
    const { numbers, faults, villages } = await answerRows(
      {
        count: lines.length,
        fault: (row) => (asked[row] instanceof DomainError ? asked[row] : null),
        longitude: cell('longitude'),
        latitude: cell('latitude'),
        village: cell('village'),
      },
      answering,
    );
    return lines
      .map((one, i) => {
        const village = villages.get(i);
        const coverage = { ...answering.places.get(numbers[i] ?? 0), ...(village && { village }) };
        return written(one, faults.get(i) ?? { coverage }, language);
      })
      .join('');
  };
  for await (const piece of bytes) {
    size += piece.length;
    const all = rest.length === 0 ? Buffer.from(piece) : Buffer.concat([rest, piece]);
    const end = all.lastIndexOf(NEWLINE) + 1;
    rest = all.subarray(end);
    if (end > 0) yield await answered(all.toString('utf8', 0, end));
    // What goes on so long without an end is kept no longer.
    if (rest.length > LONGEST_LINE) {
      yield errorLine(new DomainError('batch-broken-off'), language);
      return;
    }
    if (size > MOST_BYTES || read > MOST_ROWS) {
      yield errorLine(batchTooLong(), language);
      return;
    }
  }
  if (rest.length > 0) yield await answered(rest.toString('utf8'));
}

function readLine(text: string): Line {
  try {
    const object: unknown = JSON.parse(text);
    const isObject = typeof object === 'object' && object !== null && !Array.isArray(object);
    return { text: text.trim(), object: isObject ? (object as JsonObject) : null };
  } catch {
    return { text, object: null };
  }
}

/** What a line says of its place; empty where it says nothing. */
interface AskedLine {
  readonly longitude: string;
  readonly latitude: string;
  readonly village: string;
}

type ColumnsOf = (names: readonly string[]) => ListColumns | null;

/** The lines of a list mostly have the same members as the one before. */
function rememberingColumns(): ColumnsOf {
  let known: readonly string[] = [];
  let columns: ListColumns | null = null;
  return (names) => {
    const isSame = names.length === known.length && names.every((name, i) => name === known[i]);
    if (!isSame) [known, columns] = [names, listColumns(names)];
    return columns;
  };
}

function askedOf({ object }: Line, columnsOf: ColumnsOf): AskedLine | DomainError {
  if (object === null) return new DomainError('row-not-an-object');
  const names = Object.keys(object);
  const columns = columnsOf(names);
  if (columns === null) return new DomainError('row-without-place');
  const value = (at: number | null) => textOf(object[names[at ?? -1] ?? '']);
  return {
    longitude: value(columns.longitude),
    latitude: value(columns.latitude),
    village: value(columns.village),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function written({ text, object }: Line, member: DomainError | JsonObject, language: Language): string {
  if (object === null) return errorLine(new DomainError('row-not-an-object'), language);
  return line(text, object, member instanceof DomainError ? { error: problemOf(member, language) } : member);
}

/** The object as it came, numbers as they were written, with one more member. */
function line(text: string, object: JsonObject, member: JsonObject): string {
  if ('coverage' in object || 'error' in object) {
    const { coverage: _, error: __, ...others } = object;
    return `${JSON.stringify({ ...others, ...member })}\n`;
  }
  const inner = text.slice(0, text.lastIndexOf('}')).trimEnd();
  const comma = inner.endsWith('{') ? '' : ',';
  return `${inner}${comma}${JSON.stringify(member).slice(1)}\n`;
}

function errorLine(error: DomainError, language: Language): string {
  return `${JSON.stringify({ error: problemOf(error, language) })}\n`;
}

function problemOf({ code, values }: DomainError, language: Language) {
  return { type: `urn:nitaq:problem:${code}`, ...problemText(code, language, values) };
}
