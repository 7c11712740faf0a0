import AxeBuilder from '@axe-core/playwright';
import { test as base, type Page, type PlaywrightWorkerArgs } from '@playwright/test';
import { coordinatorState } from './browser-service.ts';
import { expect, test } from './nitaq-page.ts';

/** The public page: nobody is signed in. */
test.use({ storageState: { cookies: [], origins: [] } });
/** Where the browser itself tells of a failure that belongs to the story. */
const offline = base.extend({});
offline.use({ storageState: { cookies: [], origins: [] } });

const WORDS = {
  ar: {
    open: /أبلغ عن/,
    map: /على خريطة/,
    send: 'إرسال البلاغ',
    nameless: 'اكتب اسم القرية.',
    thanks: 'شكرًا لك',
  },
  en: {
    open: /Report th/,
    map: /on a small map/,
    send: 'Send the report',
    nameless: 'Write the name of the village.',
    thanks: 'Thank you',
  },
} as const;

interface Waiting {
  readonly name: string;
  readonly location: readonly number[] | null;
  readonly words: readonly string[];
  readonly reports: number;
}

/** What a coordinator finds of a name among the reports that wait. */
async function waiting(
  playwright: PlaywrightWorkerArgs['playwright'],
  baseURL: string | undefined,
  name: string,
): Promise<Waiting[]> {
  const context = await playwright.request.newContext({
    storageState: coordinatorState,
    baseURL: baseURL ?? '',
  });
  const { items } = await (await context.get('/api/v1/areas/al-lith/missing-villages')).json();
  await context.dispose();
  return items.filter((one: Waiting) => one.name === name);
}

async function openReport(page: Page, language: 'ar' | 'en', name: string): Promise<void> {
  await page.getByRole('combobox').fill(name);
  await page.getByRole('button', { name: WORDS[language].open }).click();
}

const hasNoAxeViolation = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

for (const [language, name] of [
  ['ar', 'زقزوقة القصوى'],
  ['en', 'Zzyzx'],
] as const) {
  for (const width of [360, 1280]) {
    test(`a village that nobody knows is reported with its place, ${language}, ${width} px wide`, async ({
      page,
      playwright,
      baseURL,
    }) => {
      const words = WORDS[language];
      await page.setViewportSize({ width, height: 740 });
      await page.goto(`/find?lang=${language}`);
      await openReport(page, language, name);
      // In the language of the page, which need not be that of the browser.
      const entry = page.getByRole('textbox').first();
      await entry.fill(' ');
      await page.getByRole('button', { name: words.send }).click();
      await expect(page.getByRole('alert')).toHaveText(words.nameless);
      await expect(entry).toBeFocused();
      await entry.fill(name);
      await page.getByRole('radio', { name: words.map }).check();
      const map = page.getByRole('application');
      await map.focus();
      await page.keyboard.press('ArrowUp');
      await expect(map).toHaveAttribute('data-marked', 'true');
      // The keyboard marks near the middle, a tap anywhere.
      const { width: across, height } = (await map.boundingBox()) ?? { width: 0, height: 0 };
      await map.click({ position: { x: across * 0.45, y: height * 0.45 } });
      await page.getByRole('textbox').last().fill('after the wadi');
      await hasNoAxeViolation(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: words.send }).click();
      await expect(page.getByRole('heading', { name: words.thanks })).toBeFocused();
      const [found] = await waiting(playwright, baseURL, name);
      expect(found).toMatchObject({ words: ['after the wadi'], reports: width === 360 ? 1 : 2 });
      expect(found?.location).not.toBeNull();
    });
  }
}

test('where one stands may be the place, and what was found may be another village', async ({
  page,
  context,
  playwright,
  baseURL,
}) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: 40.5001, latitude: 20.4001 });
  await page.goto('/find?lang=en');
  await page.getByRole('combobox').fill('Wasqa');
  await page.getByRole('button', { name: 'None of these? Report the village' }).click();
  await page.getByRole('radio', { name: 'Where I am now' }).check();
  await expect(page.getByRole('application')).toHaveAttribute('data-marked', 'true');
  await page.getByRole('textbox', { name: 'Name of the village' }).fill('Wasqa the upper');
  await page.getByRole('button', { name: 'Send the report' }).click();
  await expect(page.getByText('The report has arrived')).toBeVisible();
  expect(await waiting(playwright, baseURL, 'Wasqa the upper')).toMatchObject([{ location: [40.5, 20.4] }]);
});

offline(
  'without a network a report is kept, and sent once when there is one again',
  async ({ page, context, playwright, baseURL }) => {
    await page.goto('/find/al-lith/ghumayqah?lang=en');
    await page.waitForFunction(() => localStorage.getItem('nitaq.find.kept') !== null);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await page.goto('/find?lang=en');
    await openReport(page, 'en', 'Qqqumxx');
    await page.getByRole('button', { name: 'Send the report' }).click();
    await expect(page.getByText('the report is kept on this phone')).toBeVisible();
    await page.getByRole('button', { name: 'Another village' }).click();
    await expect(page.getByText('One report waits on this phone')).toBeVisible();
    expect(await waiting(playwright, baseURL, 'Qqqumxx')).toEqual([]);
    // The first try may fail although there is a network.
    await page.route('**/missing-villages', (route) => route.abort(), { times: 1 });
    await context.setOffline(false);
    await expect(page.getByText('One report waits on this phone')).toBeHidden();
    await page.reload();
    expect(await waiting(playwright, baseURL, 'Qqqumxx')).toMatchObject([{ reports: 1, location: null }]);
  },
);
