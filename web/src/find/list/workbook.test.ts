import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { AnsweredList } from './answer-list.ts';
import type { PlaceList } from './place-list.ts';
import { type ManySheets, readList } from './read-list.ts';
import { workbookOf } from './workbook.ts';

type Sheet = readonly (readonly CellValue[])[];

async function workbook(sheets: Readonly<Record<string, Sheet>>, password?: string): Promise<File> {
  const bytes = await writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
    ...(password !== undefined && { encryption: { password, spinCount: 1 } }),
  });
  return new File([new Uint8Array(bytes)], 'list.xlsx');
}

const listOf = async (file: File) => (await readList(file)) as PlaceList;

/** As the service would answer: each row with one more cell. */
const answered = (list: PlaceList, added: string): AnsweredList => ({
  list,
  header: [...list.header, 'status'],
  rows: list.rows.map((cells) => ({ cells, added: [added], status: 'covered' })),
});

describe('a workbook as a list', () => {
  test('has its columns recognised as a text has, and its numbers read as numbers', async () => {
    const list = await listOf(
      await workbook({
        Sheet1: [
          ['خط الطول', 'خط العرض', 'ملاحظة'],
          [40.5, 20.25, 'أ'],
          [40.123456, 20, null],
        ],
      }),
    );
    expect(list.columns).toMatchObject({ longitude: 0, latitude: 1, language: 'ar' });
    expect(list.rows).toEqual([
      ['40.5', '20.25', 'أ'],
      ['40.123456', '20', ''],
    ]);
  });

  test('leaves out empty rows and still counts them as Excel does', async () => {
    const list = await listOf(await workbook({ Sheet1: [[], ['village'], [null], ['Saya']] }));
    expect(list.rows).toEqual([['Saya']]);
    expect(list.numbers).toEqual([4]);
  });

  test('has one sheet that has rows read without a question, and asks which of several', async () => {
    const one = await workbook({ Cover: [], Places: [['village'], ['Saya']] });
    expect((await listOf(one)).rows).toEqual([['Saya']]);
    const several = await workbook({ Notes: [['to do']], Places: [['village'], ['Saya']] });
    const { sheets, read } = (await readList(several)) as ManySheets;
    expect(sheets).toEqual(['Notes', 'Places']);
    expect(await read('Places')).toMatchObject({ rows: [['Saya']] });
    expect(await read('Notes')).toBe('find.list.columns');
  });

  test('that is broken, old or locked is told so', async () => {
    const whole = new Uint8Array(await (await workbook({ Sheet1: [['village'], ['Saya']] })).arrayBuffer());
    const cut = new File([whole.slice(0, whole.length / 2)], 'list.xlsx');
    expect(await readList(cut)).toBe('find.list.broken');
    expect(await readList(new File([whole.slice(0, 4)], 'list.xlsx'))).toBe('find.list.broken');
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(512).fill(0));
    expect(await readList(new File([old], 'list.xls'))).toBe('find.list.old');
    const locked = await workbook({ Sheet1: [['village'], ['Saya']] }, 'a password');
    expect(await readList(locked)).toBe('find.list.locked');
  });
});

describe('the workbook with answers', () => {
  const rewritten = async (header: readonly string[], row: readonly CellValue[], added: string) => {
    const list = await listOf(await workbook({ Sheet1: [header, row] }));
    const bytes = await workbookOf(answered(list, added));
    const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
    if (sheet === undefined) throw new Error('No sheet');
    return sheet;
  };

  test('keeps numbers as numbers and text as text', async () => {
    const sheet = await rewritten(
      ['village', 'children', 'telephone'],
      ['Saya', 12, '0501234567'],
      'covered',
    );
    expect(sheet.rows).toEqual([
      ['village', 'children', 'telephone', 'status'],
      ['Saya', 12, '0501234567', 'covered'],
    ]);
  });

  test('reads from right to left where its columns are Arabic', async () => {
    expect((await rewritten(['القرية'], ['غميقة'], 'مغطاة')).view?.rightToLeft).toBe(true);
    expect((await rewritten(['village'], ['Saya'], 'covered')).view?.rightToLeft ?? false).toBe(false);
  });

  test('has no text that could act as a formula', async () => {
    const sheet = await rewritten(['village'], ['=HYPERLINK("x")'], '@SUM(1)');
    expect(sheet.rows[1]).toEqual([`'=HYPERLINK("x")`, `'@SUM(1)`]);
    expect([...(sheet.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
  });
});
