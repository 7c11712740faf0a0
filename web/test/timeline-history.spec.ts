import { expect, NitaqPage, test } from './nitaq-page.ts';
import { scheduledPlan } from './scheduled-plan.ts';

const WORDS = {
  ar: {
    area: 'سجل المنطقة',
    of: 'المعروض',
    border: 'حد بين جمعيتين',
    older: 'ما هو أقدم',
    enacted: 'جعل المقترح',
    signed: 'اعتماد المقترح',
    showProposal: 'عرض المقترح',
    calendars: /هـ/,
    changed: 'ما غيّر هذا الحد',
  },
  en: {
    area: 'History of the area',
    of: 'History of',
    border: 'A border between two associations',
    older: 'Older entries',
    enacted: 'it comes into force on',
    signed: 'approved',
    showProposal: 'Show the proposal',
    calendars: /AH/,
    changed: 'What changed this border',
  },
} as const;

for (const language of ['ar', 'en'] as const) {
  test(`the record is read as a history (${language})`, async ({ page, browser }) => {
    await scheduledPlan(browser);
    const words = WORDS[language];
    const nitaq = new NitaqPage(page, language);
    await nitaq.open();
    await page.getByRole('button', { name: words.area }).click();
    const entries = page.locator('.history-entry');
    await expect(entries.filter({ hasText: words.enacted }).first()).toContainText(words.calendars);
    await nitaq.hasNoAxeViolation();

    await test.step('all of it, page by page, down to the plans that the area began with', async () => {
      const older = page.getByRole('button', { name: words.older });
      while (await older.isVisible()) {
        const before = await entries.count();
        await older.click();
        await expect.poll(() => entries.count()).toBeGreaterThan(before);
      }
      await expect(entries.last()).toHaveAttribute('data-act', 'plan-imported');
    });

    await test.step('of a border: which plans changed it, and why', async () => {
      await page.getByLabel(words.of, { exact: true }).selectOption('border');
      await expect(page.locator('.history')).toContainText(words.changed);
      await expect(entries.first().locator('.proposal-reason')).not.toBeEmpty();
      await nitaq.hasNoAxeViolation();
    });

    await test.step('from an entry one comes to its proposal', async () => {
      await entries.first().getByRole('button', { name: words.showProposal }).click();
      await expect(page.locator('.proposal-head')).toBeVisible();
    });
  });
}

test('whoever has no role is offered no history', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    baseURL: String(baseURL),
  });
  const page = await context.newPage();
  await new NitaqPage(page, 'en').open();
  await expect(page.locator('.plan-heading')).toBeVisible();
  await expect(page.getByRole('button', { name: WORDS.en.area })).toHaveCount(0);
  await context.close();
});
