import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from './nitaq-page.ts';

/** The public page: nobody is signed in. */
test.use({ storageState: { cookies: [], origins: [] } });

const WORDS = {
  ar: { list: 'قائمة أماكن كاملة', ask: 'اسأل من جديد', download: 'تنزيل الإجابات', file: 'القرية;ملاحظة' },
  en: {
    list: 'A whole list of places',
    ask: 'Ask again',
    download: 'Download the answers',
    file: 'village;note',
  },
} as const;

const hasNoAxeViolation = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

for (const [language, width] of [
  ['ar', 360],
  ['en', 1280],
] as const) {
  const words = WORDS[language];

  test(`a list is answered, what was not found is mended, and the result is taken along, ${language}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(`/find?lang=${language}`);
    await page.getByRole('button', { name: words.list }).click();
    const rows = ['غميقة;one', 'al-midrij;two', 'nowhere at all that is known;three'];
    await page.locator('input[type=file]').setInputFiles({
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([words.file, ...rows].join('\r\n')),
    });
    const totals = page.locator('.find-totals dd');
    await expect(totals).toHaveText([/^[1١] /, /^[0٠] /, /^[1١] /, /^[0٠] /, /^[1١] /]);
    await hasNoAxeViolation(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);

    await page.locator('.find-mend input').fill('Ghumaiqa');
    await page.getByRole('button', { name: words.ask }).click();
    await expect(totals.first()).toHaveText(/^[2٢] /);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: words.download }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('list-nitaq.csv');
    const lines = (await (await download.createReadStream()).toArray()).join('').split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[3]).toContain('Ghumaiqa,three,');
    expect(lines[3]).toContain(',ghumayqah,');
  });
}

test('a table that names no place is told what is missing', async ({ page }) => {
  await page.goto('/find?lang=en');
  await page.getByRole('button', { name: WORDS.en.list }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
  await expect(page.getByRole('alert')).toContainText('names no place');
});

test('a workbook is answered as a workbook, which sheet it is being asked, and its library comes only then', async ({
  page,
}) => {
  const workbook = await writeXlsx({
    sheets: [
      { name: 'غلاف', rows: [['تقرير']] },
      {
        name: 'القرى',
        rows: [
          ['القرية', 'عدد'],
          ['غميقة', 12],
          ['لا وجود لها أبدًا', 3],
        ],
      },
    ],
  });
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/find?lang=ar');
  await page.getByRole('button', { name: WORDS.ar.list }).click();
  await expect(page.locator('input[type=file]')).toBeAttached();
  expect(scripts.filter((path) => path.includes('workbook'))).toEqual([]);
  await page.locator('input[type=file]').setInputFiles({
    name: 'قرى.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(workbook),
  });
  const sheet = page.getByRole('button', { name: 'القرى', exact: true });
  await expect(sheet).toBeVisible();
  await hasNoAxeViolation(page);
  await sheet.click();
  await expect(page.locator('.find-totals dd')).toHaveText([
    /^[1١] /,
    /^[0٠] /,
    /^[0٠] /,
    /^[0٠] /,
    /^[1١] /,
  ]);
  expect(scripts.filter((path) => path.includes('workbook'))).toHaveLength(1);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: WORDS.ar.download }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('قرى-nitaq.xlsx');
  const parts = await (await download.createReadStream()).toArray();
  const [answered] = (await readXlsx(Buffer.concat(parts))).sheets;
  expect(answered?.view?.rightToLeft).toBe(true);
  expect(answered?.rows.map((row) => row.slice(0, 3))).toEqual([
    ['القرية', 'عدد', 'الحالة'],
    ['غميقة', 12, 'مغطاة'],
    ['لا وجود لها أبدًا', 3, null],
  ]);
});

test('a workbook of the old kind is told how to be saved', async ({ page }) => {
  await page.goto('/find?lang=ar');
  await page.getByRole('button', { name: WORDS.ar.list }).click();
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'list.xls', mimeType: 'application/vnd.ms-excel', buffer: old });
  await expect(page.getByRole('alert')).toContainText('صيغة قديمة');
});
