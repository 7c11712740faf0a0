import { harmlessCell } from '@nitaq/core';
import { type CellValue, readXlsx, streamXlsxRows, writeXlsx } from 'hucre/xlsx';
import type { AnsweredList } from './answer-list.ts';
import type { ReadRow } from './place-list.ts';

/** The names of the sheets that somebody sees and that have rows; the first sheet where none has. */
export async function sheetsWithRows(bytes: Uint8Array): Promise<string[]> {
  const names: string[] = [];
  const isHidden: boolean[] = [];
  // Reads no sheet: it only names them.
  await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      names.push(name);
      isHidden.push(hidden === true || veryHidden === true);
      return false;
    },
  });
  const filled: string[] = [];
  for (const [at, name] of names.entries()) {
    if (isHidden[at] === false && (await hasRows(bytes, name))) filled.push(name);
  }
  return filled.length > 0 ? filled : names.slice(0, 1);
}

/** The rows of a sheet that are not empty, a number as a program writes it and a day as 2026-11-26. */
export async function sheetRows(bytes: Uint8Array, sheet: string): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (isFilled(values)) rows.push({ number: index + 1, cells: values.map(textOf), values });
  }
  return rows;
}

/** The whole table with its answers as a workbook: what was a number stays one, and what is text is no formula. */
export async function workbookOf({ list, header, rows }: AnsweredList): Promise<Uint8Array<ArrayBuffer>> {
  const rightToLeft = list.columns.language === 'ar';
  const bytes = await writeXlsx({
    sheets: [
      {
        name: rightToLeft ? 'الإجابات' : 'Answers',
        view: { rightToLeft },
        freezePane: { rows: 1 },
        rows: [
          header.map(written),
          ...rows.map(({ cells, added }, row) => [
            ...cells.map((cell, column) => cellOf(cell, list.values?.[row]?.[column])),
            ...added.map(written),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(bytes);
}

async function hasRows(bytes: Uint8Array, sheet: string): Promise<boolean> {
  for await (const { values } of streamXlsxRows(bytes, { sheet })) if (isFilled(values)) return true;
  return false;
}

function isFilled(values: readonly CellValue[]): boolean {
  return values.some((value) => textOf(value).trim() !== '');
}

function textOf(value: CellValue): string {
  if (value instanceof Date) {
    const text = value.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text;
  }
  return value === null ? '' : String(value);
}

/** What the workbook had in the cell, unless it was mended since. */
function cellOf(cell: string, was: CellValue | undefined): CellValue {
  return was === undefined || typeof was === 'string' || textOf(was) !== cell ? written(cell) : was;
}

function written(text: string): CellValue {
  return text === '' ? null : harmlessCell(text);
}
