import { readFile } from 'node:fs/promises';
import { expect, type Language, NitaqPage, test } from './nitaq-page.ts';

const WORDS = {
  ar: {
    open: 'تقرير للاجتماع',
    title: 'التقرير',
    day: 'كما في يوم',
    since: 'ما تغيّر منذ',
    other: 'يوم آخر',
    compared: 'مقارنةً بيوم',
    late: 'اختر يومًا قبل يوم التقرير.',
    noPlan: 'لم تكن هناك خطة سارية في ذلك اليوم. اختر يومًا بعده.',
    language: 'لغة التقرير',
    form: 'الصيغة',
    show: 'فتح التقرير',
    download: 'تنزيل التقرير',
    kept: 'تقارير أُعدّت تلقائيًا',
    heading: 'تقرير التغطية',
    gaps: 'الفجوات',
    background: 'إعداده في الخلفية',
    jobs: 'ما يُعدّ لك',
    mail: 'تقرير يصلك بالبريد',
    noMail: 'لا ترسل هذه الخدمة بريدًا، فلا تصل التقارير بنفسها.',
  },
  en: {
    open: 'Report for the meeting',
    title: 'Report',
    day: 'As of the day',
    since: 'What changed since',
    other: 'Another day',
    compared: 'Compare with the day',
    late: 'Choose a day before the day of the report.',
    noPlan: 'No plan was in force on that day. Choose a later one.',
    language: 'Language of the report',
    form: 'Form',
    show: 'Open the report',
    download: 'Download the report',
    kept: 'Reports made by themselves',
    heading: 'Coverage report',
    gaps: 'Gaps',
    background: 'Make it in the background',
    jobs: 'Being made for you',
    mail: 'A report by e-mail',
    noMail: 'This service sends no e-mail, so no reports come by themselves.',
  },
} as const satisfies Record<Language, object>;

for (const language of ['ar', 'en'] as const) {
  for (const width of [1280, 360]) {
    test(`a report is chosen and read (${language}, ${width} px)`, async ({ page, context }) => {
      await page.setViewportSize({ width, height: 800 });
      const words = WORDS[language];
      const nitaq = new NitaqPage(page, language);
      await nitaq.open();
      const button = page.getByRole('button', { name: words.open });
      await button.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: words.title });
      await expect(dialog.getByRole('heading', { name: words.kept })).toBeVisible();
      await nitaq.hasNoAxeViolation();

      await test.step('as a page that opens beside the map', async () => {
        const [report] = await Promise.all([
          context.waitForEvent('page'),
          dialog.getByRole('link', { name: words.show }).click(),
        ]);
        await expect(report.getByRole('heading', { level: 1, name: words.heading })).toBeVisible();
        await expect(report.getByRole('heading', { level: 2, name: words.gaps })).toBeAttached();
        const [inside, outside] = await report.evaluate(() => [
          document.documentElement.scrollWidth,
          window.innerWidth,
        ]);
        expect(inside).toBeLessThanOrEqual(outside ?? 0);
        await new NitaqPage(report, language).hasNoAxeViolation();
        await report.close();
      });

      await test.step('as a table that is downloaded, in another language', async () => {
        const other = language === 'ar' ? 'en' : 'ar';
        await dialog.getByRole('combobox', { name: words.language }).selectOption(other);
        await dialog.getByRole('combobox', { name: words.form }).selectOption('csv');
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          dialog.getByRole('link', { name: words.download }).click(),
        ]);
        expect(download.suggestedFilename()).toMatch(/^coverage-al-lith-\d{4}-\d{2}-\d{2}\.csv$/);
        const table = await readFile(await download.path(), 'utf8');
        expect(table).toContain(other === 'ar' ? 'القرية' : 'Village');
      });

      await test.step('of a day with a plan alone, compared with an earlier one', async () => {
        await dialog.getByLabel(words.day).fill('2026-10-01');
        await expect(dialog.getByRole('alert')).toHaveText(words.noPlan);
        await expect(dialog.getByRole('link', { name: words.download })).toHaveCount(0);
        await dialog.getByLabel(words.day).fill('2026-11-05');
        await dialog.getByRole('combobox', { name: words.since }).selectOption(words.other);
        await dialog.getByLabel(words.compared).fill('2026-11-05');
        await expect(dialog.getByRole('alert')).toHaveText(words.late);
        await dialog.getByLabel(words.compared).fill('2026-11-02');
        const link = dialog.getByRole('link', { name: words.download });
        await expect(link).toHaveAttribute('href', /at=2026-11-05&since=2026-11-02/);
      });

      await test.step('and left by a key, which leads back to where one was', async () => {
        await page.keyboard.press('Escape');
        await expect(dialog).toHaveCount(0);
        await expect(button).toBeFocused();
      });
    });
  }
}

for (const language of ['ar', 'en'] as const) {
  test(`a report is made in the background while one does something else (${language})`, async ({ page }) => {
    const words = WORDS[language];
    const nitaq = new NitaqPage(page, language);
    await nitaq.open();
    const button = page.getByRole('button', { name: words.open });
    await button.click();
    const dialog = page.getByRole('dialog', { name: words.title });
    await dialog.getByRole('button', { name: words.background }).click();
    const jobs = dialog.getByRole('region', { name: words.jobs });
    await expect(jobs).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await button.click();
    const made = jobs.getByRole('link').first();
    await expect(made).toHaveAttribute('href', /report-jobs\/[^/]+\/file$/);
    await expect(jobs.getByRole('progressbar')).toHaveCount(0);
    const answer = await page.request.get((await made.getAttribute('href')) ?? '');
    expect(await answer.text()).toContain(words.heading);
    await expect(dialog.getByRole('heading', { name: words.mail })).toBeVisible();
    await expect(dialog.getByText(words.noMail)).toBeVisible();
    await nitaq.hasNoAxeViolation();
  });
}

for (const width of [1280, 360]) {
  test(`names of 300 letters do not make the page of a report wider than the screen (${width} px)`, async ({
    page,
  }) => {
    const address = '/api/v1/areas/al-lith/reports/coverage?format=html&plan=opening-claims&lang=en';
    await page.setViewportSize({ width, height: 800 });
    // The area, its associations and its villages all bear them.
    await page.route(`**${address}`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll(/Al Lith|Ghumayqah/g, 'قريةطويلةN'.repeat(30));
      await route.fulfill({ response, body });
    });
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await new NitaqPage(page, 'en').doesNotScrollSideways();
  });
}
