import { expect, NitaqPage, test } from './nitaq-page.ts';

test('a village is found and asked about with the keyboard alone', async ({ page }) => {
  const nitaq = new NitaqPage(page, 'ar');
  await nitaq.open();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'الانتقال إلى القوائم' })).toBeFocused();
  const field = await nitaq.searchField();
  await field.focus();
  await page.keyboard.type('الليث');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(nitaq.card).toContainText('تخدمها:');
});

test('the map is moved, and asked about its middle, with the keyboard', async ({ page }) => {
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  const before = (await nitaq.address('at=')).get('at');
  const map = page.locator('.map-host canvas');
  await expect(map).toHaveAccessibleName(/^Map of .*Enter asks/);
  await map.focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => new URL(page.url()).searchParams.get('at')).not.toBe(before);
  await page.keyboard.press('Enter');
  await expect(nitaq.card).toContainText('Chosen place');
});

test('for people who ask for less motion the map is there at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  let moves = 0;
  await page.exposeFunction('countMove', () => {
    moves += 1;
  });
  await page.evaluate(() => {
    const position = document.querySelector('.status-position');
    if (position)
      new MutationObserver(() => Reflect.get(window, 'countMove')()).observe(position, {
        subtree: true,
        characterData: true,
      });
  });
  await nitaq.list('gaps').getByRole('listitem').nth(1).getByRole('button').click();
  await nitaq.address('select=gap:');
  await nitaq.mapIsStill();
  expect(moves).toBeLessThanOrEqual(2);
});

test('the sheet of a narrow screen has three heights for the keyboard too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await new NitaqPage(page, 'en').open();
  const sheet = page.locator('.bottom-sheet');
  const handle = page.getByRole('button', { name: /Size of the list/ });
  await expect(sheet).toHaveAttribute('data-height', 'half');
  await handle.press('ArrowUp');
  await expect(sheet).toHaveAttribute('data-height', 'full');
  await handle.press('ArrowDown');
  await handle.press('ArrowDown');
  await expect(sheet).toHaveAttribute('data-height', 'low');
});
