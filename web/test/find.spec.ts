import AxeBuilder from '@axe-core/playwright';
import { test as base, type Page } from '@playwright/test';
import { expect, test } from './nitaq-page.ts';

/** The public page: nobody is signed in. */
const NOBODY = { cookies: [], origins: [] };
test.use({ storageState: NOBODY });
/** Where the browser itself tells of a failure that belongs to the story. */
const troubled = base;

const FIRST_LOAD_BYTES = 200_000;

const hasNoAxeViolation = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};
const verdict = (page: Page) => page.locator('.find-verdict');

for (const [language, typed, says] of [
  ['ar', 'غميقه', 'جمعية رعاية الأيتام بغميقة'],
  ['en', 'Gumaiga', 'Orphan Care Association of Ghumayqah'],
] as const) {
  for (const width of [360, 1280]) {
    test(`who types ${typed} reads who serves it, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(`/find?lang=${language}`);
      await hasNoAxeViolation(page);
      await page.getByRole('combobox').fill(typed);
      await page.getByRole('option').first().click();
      await expect(verdict(page)).toContainText(says);
      await expect(page).toHaveURL(/\/find\/al-lith\/ghumayqah$/);
      await page.locator('summary').first().click();
      await expect(page.getByRole('img', { name: /Ghumayqah|غميقة/ }).first()).toBeVisible();
      await hasNoAxeViolation(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  }
}

test('the keyboard alone finds a village, and another one', async ({ page }) => {
  await page.goto('/find?lang=en');
  await expect(page.getByRole('combobox')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('wasqa');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Al Wasqah' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('combobox')).toBeVisible();
});

test('where one stands is answered as the service answers it', async ({ page, context, request }) => {
  const [longitude, latitude] = [40.4473, 20.3164];
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude, latitude });
  const answer = await (await request.get(`/api/v1/coverage?lon=${longitude}&lat=${latitude}`)).json();
  await page.goto('/find?lang=en');
  await page.getByRole('button', { name: 'Where I am' }).click();
  await expect(verdict(page)).toContainText(answer.associations[0].name.en);
});

test('a place without an association is said plainly, with whom to call', async ({
  page,
  context,
  request,
}) => {
  const report = await (await request.get('/api/v1/areas/al-lith/plans/in-force/coverage')).json();
  const uncovered = report.villages.find((one: { status: string }) => one.status === 'gap');
  const answer = await (await request.get(`/api/v1/coverage?village=${uncovered.id}`)).json();
  await context.clearCookies();
  await page.goto(`/find/al-lith/${uncovered.id}?lang=en`);
  await expect(verdict(page)).toContainText('No association serves');
  const { items } = await (await request.get('/api/v1/areas/al-lith/associations')).json();
  const nearest = items.find((one: { id: string }) => one.id === answer.nearest.association);
  await expect(page.locator('.find-contacts')).toContainText(nearest.name.en);
});

test('while a name is typed, letter by letter, nobody is told that it is unknown', async ({
  page,
  request,
}) => {
  await page.goto('/find?lang=ar');
  const { items } = (await (await request.get('/api/v1/areas/al-lith/villages')).json()) as {
    items: { name: { ar: string } }[];
  };
  const name = items.find(({ name }) => name.ar.startsWith('ال') && name.ar.length > 5)?.name.ar ?? '';
  for (let letters = 1; letters <= name.length; letters++) {
    await page.getByRole('combobox').fill(name.slice(0, letters));
    await expect(page.locator('.find-field [role="status"]')).not.toHaveText('جارٍ البحث…');
    await expect(page.getByText('لا نعرف قرية باسم')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'أبلغ عن هذه القرية' })).toHaveCount(0);
  }
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
});

troubled('a name that nobody has is said, and so is an address of no village', async ({ page }) => {
  await page.goto('/find?lang=en');
  await page.getByRole('combobox').fill('Zzyzx');
  await expect(page.getByText('We know no village called')).toBeVisible();
  await page.goto('/find/al-lith/nowhere?lang=en');
  await expect(page.getByRole('alert')).toContainText('The answer did not come');
});

troubled('once it was open, it opens and answers without a network', async ({ page, context }) => {
  await page.goto('/find/al-lith/ghumayqah?lang=en');
  await expect(verdict(page)).toContainText('Association of Ghumayqah');
  await page.waitForFunction(() => localStorage.getItem('nitaq.find.kept') !== null);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.goto('/find?lang=en');
  await page.getByRole('combobox').fill('Wasqa');
  await page.getByRole('option').first().click();
  await expect(verdict(page)).toContainText('Al Wasqah');
  await expect(page.getByText('No network: answered from the plan kept on this phone')).toBeVisible();
});

test('the first load stays small', async ({ page }) => {
  const sizes: number[] = [];
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  client.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength));
  await page.goto('/find');
  await page.waitForLoadState('networkidle');
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(FIRST_LOAD_BYTES);
});
