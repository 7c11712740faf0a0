import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
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
