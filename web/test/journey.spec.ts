import { expect, NitaqPage, test } from './nitaq-page.ts';

// Elsewhere the map arrives at once.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

for (const language of ['ar', 'en'] as const) {
  for (const width of [1280, 360]) {
    test(`reads a gap, flies to it and asks who covers a village (${language}, ${width} px)`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      const nitaq = new NitaqPage(page, language);
      await nitaq.open();
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
      await nitaq.hasNoAxeViolation();
      await nitaq.doesNotScrollSideways();

      const before = (await nitaq.address('at=')).get('at');
      const largestGap = nitaq.list('gaps').getByRole('listitem').first().getByRole('button');
      await expect(largestGap).toContainText(language === 'ar' ? 'كم²' : 'km²');
      const secondGap = nitaq.list('gaps').getByRole('listitem').nth(1).getByRole('button');
      await secondGap.click();
      const after = await nitaq.address('select=gap:');
      await nitaq.mapIsStill();
      expect((await nitaq.address('select=gap:')).get('at')).not.toBe(before);
      expect(after.get('select')).toBe('gap:gap-2');
      await expect(secondGap).toHaveAttribute('aria-current', 'true');
      await expect(nitaq.card).toContainText(language === 'ar' ? 'فجوة' : 'Gap');

      const field = await nitaq.searchField();
      await field.fill('Ghumaiqah');
      await page.getByRole('option').first().click();
      await expect(nitaq.card).toContainText(nitaq.words.question);
      const answer = language === 'ar' ? /تخدمها: .*جمعية رعاية الأيتام بغميقة/ : /Served by .*Ghumayqah/;
      await expect(nitaq.card).toContainText(answer);
      await expect(page.getByTestId('announcer')).toContainText(answer);
      await nitaq.mapIsStill();
      await nitaq.hasNoAxeViolation();
    });
  }
}

test('a place in the sea lies outside the area', async ({ page }) => {
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open({ select: 'point:39.5,19.9' });
  await expect(nitaq.card).toContainText('outside the area');
});

test('a click on the map asks who covers that place', async ({ page }) => {
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  const map = page.locator('.map-host canvas.maplibregl-canvas');
  await map.click({ position: { x: 40, y: 500 } });
  await expect(nitaq.card).toContainText('Chosen place');
  await expect(nitaq.card).toContainText('outside the area');
});

test('the draft that is whole says so, and says of a place what it would change', async ({ page }) => {
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  await page.getByRole('button', { name: /Plan in force/ }).click();
  await page.getByRole('option', { name: /Draft without gaps/ }).click();
  await expect(page.getByText('The plan is whole: no gaps, no overlaps')).toBeVisible();
  const field = await nitaq.searchField();
  await field.fill('Haffar');
  await page.getByRole('option').first().click();
  await expect(nitaq.card).toContainText('No association serves it yet');
  await expect(nitaq.card).toContainText('In the plan shown: served by');
});
