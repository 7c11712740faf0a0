import type { Page } from '@playwright/test';
import { expect, type Language, NitaqPage, test } from './nitaq-page.ts';
import { scheduledPlan } from './scheduled-plan.ts';

const WORDS = {
  ar: {
    show: 'أيام أخرى',
    past: 'ماضٍ',
    future: 'قادم',
    today: 'اليوم',
    day: 'التاريخ',
    scale: 'الخط الزمني',
    next: 'الخطة التالية',
    none: 'لم تكن هناك خطة سارية في هذا اليوم',
    hidden: 'ما يسري في هذا اليوم لم يُعلن بعد',
    calendars: /هـ.*نوفمبر/s,
    byThen: 'وفق الخطة السارية في',
  },
  en: {
    show: 'Other days',
    past: 'Past',
    future: 'To come',
    today: 'Today',
    day: 'Day',
    scale: 'Timeline',
    next: 'Next plan',
    none: 'No plan was in force on this day',
    hidden: 'What is in force on this day is not public yet',
    calendars: /November.*AH/s,
    byThen: 'According to the plan in force on',
  },
} as const;

const timeline = (page: Page) => page.locator('.timeline');

for (const language of ['ar', 'en'] as const satisfies readonly Language[]) {
  test(`the timeline leads to another day and back (${language})`, async ({ page, browser }) => {
    const plan = await scheduledPlan(browser);
    const words = WORDS[language];
    const nitaq = new NitaqPage(page, language);
    await nitaq.open({ select: 'village:al-barid' });
    const bar = timeline(page);

    await test.step('the step to the plan that is to come shows it as of its first day', async () => {
      await bar.getByRole('button', { name: words.show }).click();
      await nitaq.hasNoAxeViolation();
      await bar.getByRole('button', { name: words.next }).click();
      await expect(bar).toContainText(words.future);
      await expect(page.locator('.plan-heading')).toHaveText(plan.title[language]);
      await expect(nitaq.card).toContainText(words.byThen);
      await expect(page.locator('.day-note')).toBeVisible();
      const query = await nitaq.address('day=');
      expect(query.has('plan')).toBe(false);
      await nitaq.hasNoAxeViolation();
    });

    await test.step('today is one press away', async () => {
      await bar.getByRole('button', { name: words.today }).click();
      await expect(bar.getByRole('button', { name: words.show })).toBeVisible();
      await expect(page.locator('.day-note')).toHaveCount(0);
      await nitaq.address('plan=opening-claims');
    });

    await test.step('by keys one goes day by day', async () => {
      const scale = bar.getByRole('slider', { name: words.scale });
      await scale.focus();
      // In either direction of writing the earlier days lie at its beginning.
      await page.keyboard.press('Home');
      await expect(page.locator('#lists')).toContainText(words.none);
      await expect(bar).toContainText(words.past);
    });

    await test.step('a date is told in both calendars, and the link brings somebody else to it', async () => {
      await bar.getByLabel(words.day).fill('2026-11-05');
      await expect(bar).toContainText(words.calendars);
      await expect(nitaq.card).toContainText(words.byThen);
      await nitaq.address('day=2026-11-05');
      const link = page.url();
      await page.goto('about:blank');
      await page.goto(link);
      await nitaq.mapIsStill();
      await expect(bar).toContainText(words.past);
      await expect(nitaq.card).toContainText(words.byThen);
    });
  });
}

test('the public sees past days, and of what is to come only that it is not public yet, also on a phone', async ({
  browser,
  baseURL,
}) => {
  const { inForceFrom } = await scheduledPlan(browser);
  const context = await browser.newContext({
    storageState: { cookies: [], origins: [] },
    baseURL: String(baseURL),
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  const nitaq = new NitaqPage(page, 'ar');
  await nitaq.open({ day: '2026-11-05', select: 'village:al-barid' });
  await expect(timeline(page)).toContainText(WORDS.ar.past);
  await expect(page.locator('.answer-card')).toContainText(WORDS.ar.byThen);
  await nitaq.doesNotScrollSideways();
  await nitaq.hasNoAxeViolation();
  await nitaq.open({ day: new Date(Date.parse(inForceFrom) + 86_400_000).toISOString().slice(0, 10) });
  await expect(page.locator('#lists')).toContainText(WORDS.ar.hidden);
  await context.close();
});
