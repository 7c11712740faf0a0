import { expect, NitaqPage, test } from './nitaq-page.ts';

test('a link brings somebody else to the same place, plan and selection', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  await nitaq.list('overlaps').getByRole('listitem').first().getByRole('button').click();
  await nitaq.address('select=overlap:');
  await nitaq.mapIsStill();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await page.goto('about:blank');
  await page.goto(link);
  await nitaq.mapIsStill();
  await expect(nitaq.card).toContainText('Overlap');
  const [opened, copied] = [await nitaq.address('select=overlap:'), new URL(link).searchParams];
  expect(Object.fromEntries(opened)).toEqual(Object.fromEntries(copied));
});

test('language, theme and digits are kept for the next visit', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await page.getByRole('button', { name: 'العرض' }).click();
  await page.getByRole('radio', { name: 'داكن' }).click({ force: true });
  await page.getByRole('radio', { name: '123' }).click({ force: true });
  await page.keyboard.press('Escape');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('.totals')).not.toContainText(/[٠-٩]/);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await new NitaqPage(page, 'en').mapIsStill();
  await new NitaqPage(page, 'en').hasNoAxeViolation();
});

test('the theme is that of the device until one is chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});
