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

test('a place is gone to by its coordinates, and a village by Enter right after its name', async ({
  page,
}) => {
  const nitaq = new NitaqPage(page, 'ar');
  await nitaq.open();
  await (await nitaq.searchField()).fill('٢٠٫١ شمالا ٤٠٫٥ شرقا');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  expect((await nitaq.address('select=')).get('select')).toBe('point:40.50000,20.10000');
  await (await nitaq.searchField()).fill('المدرج');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  expect((await nitaq.address('village')).get('select')).toBe('village:al-midrij');
});

test('the map is moved, and asked about its middle, with the keyboard', async ({ page }) => {
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  const before = (await nitaq.address('at=')).get('at');
  const map = page.locator('.map-host canvas.maplibregl-canvas');
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

for (const width of [1280, 360]) {
  test(`Escape closes the list of the search, then clears its field (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const nitaq = new NitaqPage(page, 'en');
    await nitaq.open();
    const field = await nitaq.searchField();
    await field.focus();
    await page.keyboard.type('Lith');
    await expect(field).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(field).toHaveAttribute('aria-expanded', 'false');
    await expect(page.getByRole('main')).toBeVisible();
    await expect(field).toHaveValue('Lith');
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue('');
    if (width > 1000) return;
    await page.keyboard.press('Escape');
    await expect(field).toBeHidden();
    await expect(page.getByRole('button', { name: 'Search for a village' })).toBeFocused();
  });
}

test('a chosen gap is announced, and Escape closes its card and goes back to the list', async ({ page }) => {
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  const gap = nitaq.list('gaps').getByRole('listitem').nth(1).getByRole('button');
  await gap.press('Enter');
  await expect(page.getByTestId('announcer')).toContainText(/Gap.*km²/);
  await nitaq.card.getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  await expect(nitaq.card).toBeHidden();
  await expect(gap).toBeFocused();
});

for (const [width, height] of [
  [360, 800],
  [1280, 800],
] as const) {
  test(`text of twice the size fits (${width} px)`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const nitaq = new NitaqPage(page, 'ar');
    await nitaq.open();
    await page.addStyleTag({ content: ':root { font-size: 200% }' });
    await nitaq.doesNotScrollSideways();
    const title = await page.locator('.plan-title').first().boundingBox();
    expect(title?.width).toBeGreaterThan(60);
  });
}
