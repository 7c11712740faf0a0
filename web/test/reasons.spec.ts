import type { Position, Reason } from '@nitaq/core';
import { DrawingPage } from './drawing-page.ts';
import { expect, test } from './nitaq-page.ts';

/** A vertex of the border that Afaf and Wasqah share in the shipped draft. */
const SHARED: Position = [40.5867, 20.154];

const WORDS = {
  ar: {
    title: /أسباب مسار الحدود/,
    add: 'إضافة سبب',
    corner: 'حتى الزاوية التالية',
    label: 'لماذا يمر الحد من هنا؟',
    save: 'حفظ السبب',
    text: 'يتبع وادي الليث',
  },
  en: {
    title: /Why the borders run there/,
    add: 'Add a reason',
    corner: 'Up to the next corner',
    label: 'Why does the border run here?',
    save: 'Save the reason',
    text: 'Follows Wadi Al-Lith',
  },
} as const;

for (const language of ['ar', 'en'] as const) {
  test(`a reason is written for a border, stays when the border moves, and is read by others (${language})`, async ({
    page,
    browser,
  }) => {
    const words = WORDS[language];
    const drawing = await DrawingPage.of(page, language);
    await drawing.draw(SHARED, 'afaf');
    const { x, y } = await drawing.middle();
    await page.mouse.click(x, y);
    const list = page.getByRole('region', { name: words.title });
    await list.getByRole('button', { name: words.add }).click();
    await list.getByRole('button', { name: words.corner }).click();
    await list.getByLabel(words.label).fill(words.text);
    await drawing.hasNoAxeViolation();
    await list.getByRole('button', { name: words.save }).click();
    await expect(list.getByRole('listitem')).toContainText(words.text);
    await drawing.hasNoAxeViolation();
    await drawing.doesNotScrollSideways();

    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y + 30);
    await page.mouse.move(x + 40, y + 60);
    await page.mouse.up();
    await drawing.isSaved();
    await expect(list.getByRole('listitem')).toContainText(words.text);
    const answer = await drawing.request.get(`/api/v1/areas/al-lith/plans/${drawing.plan}/reasons`);
    const { items } = (await answer.json()) as { items: Reason[] };
    expect(items).toMatchObject([{ text: words.text, associations: ['afaf', 'wasqah'] }]);
    expect(items[0]?.line.length).toBeGreaterThan(1);

    const other = await browser.newContext();
    const theirs = drawing.beside(await other.newPage());
    await theirs.open({ plan: drawing.plan });
    const read = theirs.page.getByRole('region', { name: words.title });
    await read.getByRole('button', { name: words.text }).click();
    await expect(read.locator('[aria-current="true"]')).toContainText(words.text);
    await expect(read.getByRole('button')).toHaveCount(1);
    await other.close();
  });
}

test('the stretch goes on to a point that is clicked with Shift; a reason is rewritten, deleted, and taken back', async ({
  page,
}) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(SHARED, 'afaf');
  const { x, y } = await drawing.middle();
  await page.mouse.click(x, y);
  await page.keyboard.down('Shift');
  await page.mouse.click(x + 89, y + 22);
  await page.keyboard.up('Shift');
  const list = page.getByRole('region', { name: WORDS.en.title });
  await expect(list).toContainText('along');
  await list.getByLabel(WORDS.en.label).fill('First');
  await list.getByRole('button', { name: WORDS.en.save }).click();
  await list.getByRole('button', { name: /Edit the reason: .First/ }).click();
  await list.getByLabel(WORDS.en.label).fill('Second');
  await list.getByRole('button', { name: WORDS.en.save }).click();
  await list.getByRole('button', { name: /Delete the reason: .Second/ }).click();
  await expect(list.getByRole('listitem')).toHaveCount(0);
  await list.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('listitem')).toContainText('Second');
  await drawing.hasNoAxeViolation();
});

test('the sign on the map tells the reason, and choosing it shows it in the list', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en');
  const data = { line: [SHARED], associations: ['afaf', 'wasqah'], text: WORDS.en.text };
  await drawing.request.post(`/api/v1/areas/al-lith/plans/${drawing.plan}/reasons`, { data });
  await drawing.open({ plan: drawing.plan, at: `${SHARED.join(',')},11` });
  const { x, y } = await drawing.middle();
  const chosen = page
    .getByRole('region', { name: WORDS.en.title })
    .getByRole('button', { name: WORDS.en.text });
  // The sign stands on its place.
  await page.mouse.click(x, y - 10);
  await expect(chosen).toHaveAttribute('aria-current', 'true');
  await page.mouse.click(x, y + 150);
  await expect(chosen).toHaveAttribute('aria-current', 'false');
});
