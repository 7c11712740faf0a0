import type { Position } from '@nitaq/core';
import type { Page } from '@playwright/test';
import { DrawingPage, hasVertex } from './drawing-page.ts';
import { expect, test } from './nitaq-page.ts';

/** A vertex of the border that Afaf and Wasqah share in the shipped draft, and a corner of three territories. */
const SHARED: Position = [40.5867, 20.154];
const CORNER: Position = [40.539, 20.161];
/** A village that Afaf serves there. */
const SUQ_AL_JUMAH: Position = [40.6812, 20.2834];

for (const language of ['ar', 'en'] as const) {
  test(`a border that two territories share is dragged, undone across a reload, and made again (${language})`, async ({
    page,
  }) => {
    const drawing = await DrawingPage.of(page, language);
    const before = await drawing.stored('afaf');
    await drawing.draw(SHARED, 'afaf');
    const { x, y } = await drawing.middle();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 20, y + 30);
    await page.mouse.move(x + 40, y + 60);
    await page.mouse.up();
    await drawing.isSaved();
    await expect(drawing.notice).toBeVisible();
    await drawing.hasNoAxeViolation();
    await drawing.doesNotScrollSideways();

    const [afaf, wasqah] = [await drawing.stored('afaf'), await drawing.stored('wasqah')];
    expect([hasVertex(afaf, SHARED), hasVertex(wasqah, SHARED)]).toEqual([false, false]);
    const { gaps, overlaps, slivers } = await drawing.coverage();
    expect([gaps, overlaps, slivers].map(({ features }) => features.length)).toEqual([0, 0, 0]);

    await drawing.draw(SHARED, 'afaf');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => hasVertex(await drawing.stored('afaf'), SHARED)).toBe(true);
    expect(await drawing.stored('afaf')).toEqual(before);
    await page.keyboard.press('Control+y');
    await expect.poll(() => drawing.stored('afaf')).toEqual(afaf);
  });
}

test('a corner in which three territories meet moves as one, by the keyboard', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(CORNER, 'ghumayqah');
  const { x, y } = await drawing.middle();
  await page.mouse.click(x, y);
  await page.getByRole('region', { name: /Map of/ }).focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => hasVertex(await drawing.stored('afaf'), CORNER)).toBe(false);
  await drawing.isSaved();
  for (const association of ['ghumayqah', 'wasqah']) {
    expect(hasVertex(await drawing.stored(association), CORNER)).toBe(false);
  }
  const { gaps, overlaps } = await drawing.coverage();
  expect([gaps, overlaps].map(({ features }) => features.length)).toEqual([0, 0]);
});

test('a village is given to another association from its card, and the border follows', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw();
  const search = await drawing.searchField();
  await search.fill('Suq Dhara');
  await page.getByRole('option', { name: /Suq Dhara/ }).click();
  await drawing.card.getByRole('button', { name: /Al Lith/ }).click();
  await expect(drawing.notice).toContainText(/Gave .*Suq Dhara.* to .*Al Lith/);
  await drawing.isSaved();
  const { gaps, overlaps, villages } = await drawing.coverage();
  expect([gaps, overlaps].map(({ features }) => features.length)).toEqual([0, 0]);
  expect(villages.find(({ id }) => id === 'suq-dhara')?.associations).toEqual(['lith']);
});

test('drawing on the plan in force makes a draft; a gap is given away and an overlap divided, each by one press', async ({
  page,
}) => {
  const drawing = await DrawingPage.of(page, 'en', 'opening-claims');
  await drawing.draw();
  const before = await drawing.coverage();
  await page.keyboard.press('n');
  await expect(drawing.card).toContainText(/Gap|Overlap/);
  await drawing.list('gaps').getByRole('button').first().click();
  await drawing.card.getByRole('button', { name: /Ghumayqah/ }).click();
  await expect(drawing.notice).toContainText('Gave a gap');
  await drawing.list('overlaps').getByRole('button').first().click();
  await drawing.card.getByRole('listitem').getByRole('button').first().click();
  await expect(drawing.notice).toContainText('Ended an overlap');
  await drawing.isSaved();
  const after = await drawing.coverage();
  expect(after.gaps.features.length).toBeLessThan(before.gaps.features.length);
  expect(after.overlaps.features.length).toBeLessThan(before.overlaps.features.length);
});

test('without a connection drawing goes on; once it is back, all of it is saved', async ({
  page,
  context,
  faults,
}) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(SHARED, 'afaf');
  const { x, y } = await drawing.middle();
  await context.setOffline(true);
  await page.mouse.click(x, y);
  await page.getByRole('region', { name: /Map of/ }).focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('alert')).toContainText('kept on this device');
  await context.setOffline(false);
  await drawing.isSaved();
  expect(hasVertex(await drawing.stored('afaf'), SHARED)).toBe(false);
  // The browser itself writes down what it could not reach.
  expect(faults.splice(0).every((fault) => fault.includes('ERR_INTERNET_DISCONNECTED'))).toBe(true);
});

test('what others save appears without a reload, and they are seen', async ({ page, browser }) => {
  const mine = await DrawingPage.of(page, 'en');
  const other = await browser.newContext();
  const theirs = mine.beside(await other.newPage());
  await mine.draw(SHARED, 'wasqah');
  await theirs.draw(SHARED, 'afaf');
  await expect(page.getByRole('list', { name: 'Drawing here too' })).toContainText('Salma');
  const { x, y } = await theirs.middle();
  await theirs.page.mouse.click(x, y);
  await theirs.page.getByRole('region', { name: /Map of/ }).focus();
  await theirs.page.keyboard.press('ArrowUp');
  await expect(mine.notice).toContainText('Others changed');
  await theirs.page.getByRole('button', { name: 'Finish drawing' }).click();
  await expect(page.getByRole('list', { name: 'Drawing here too' })).toBeHidden();
  await other.close();
});

test('two people who drew the same border, one of them without a connection, choose what stays', async ({
  page,
  context,
  browser,
  faults,
}) => {
  const mine = await DrawingPage.of(page, 'en');
  const other = await browser.newContext();
  const theirs = mine.beside(await other.newPage());
  await mine.draw(SHARED, 'afaf');
  await theirs.draw(SHARED, 'afaf');
  await context.setOffline(true);
  await theirs.moveVertex('ArrowUp');
  await theirs.isSaved();
  await mine.moveVertex('ArrowDown');
  await expect(page.getByRole('alert')).toContainText('kept on this device');
  await context.setOffline(false);
  const question = page.getByRole('alert');
  // One person in two browsers; people are told apart by name.
  await expect(question).toContainText(/Salma.* changed the territories of .* before you/);
  await expect(question).toContainText('The dotted line on the map is the other drawing.');
  await question.getByRole('button', { name: 'Show both on the map' }).click();
  await mine.hasNoAxeViolation();
  const kept = await theirs.stored('afaf');
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await mine.isSaved();
  expect(await mine.stored('afaf')).toEqual(kept);
  faults.splice(0);
  await other.close();
});

test('a draft that others delete stays on the screen, and is saved as a new one', async ({
  page,
  faults,
}) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(SHARED, 'afaf');
  await page.request.delete(`/api/v1/areas/al-lith/plans/${drawing.plan}`, { headers: { 'if-match': '*' } });
  await expect(page.getByRole('alert')).toContainText('deleted by others');
  await page.getByRole('button', { name: 'Save it as a new draft' }).click();
  await expect(page.locator('.plan-title')).toContainText('Draft of');
  await drawing.isSaved();
  // Others may be told where one is just when the draft is gone.
  expect(faults.splice(0).every((fault) => fault.includes('404'))).toBe(true);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 720 }, hasTouch: true });

  for (const language of ['ar', 'en'] as const) {
    test(`a border is dragged with the finger (${language})`, async ({ page }) => {
      const drawing = await DrawingPage.of(page, language);
      await drawing.draw(SHARED, 'afaf');
      await drawing.doesNotScrollSideways();
      await drawing.hasNoAxeViolation();
      const { x, y } = await drawing.middle();
      const touch = await page.context().newCDPSession(page);
      const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
        touch.send('Input.dispatchTouchEvent', { type, touchPoints: points });
      await send('touchStart', [{ x, y }]);
      await send('touchMove', [{ x: x + 10, y: y + 15 }]);
      await send('touchMove', [{ x: x + 20, y: y + 30 }]);
      await send('touchEnd', []);
      await expect.poll(async () => hasVertex(await drawing.stored('wasqah'), SHARED)).toBe(false);
      expect(hasVertex(await drawing.stored('afaf'), SHARED)).toBe(false);
    });
  }
});

test('ground is drawn, rubbed out and cut off; each is one step that can be taken back', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(SHARED, 'afaf');
  const before = [await drawing.stored('afaf'), await drawing.stored('wasqah')];
  const { x, y } = await drawing.middle();
  const stroke = async (places: readonly (readonly [number, number])[]) => {
    const [[dx, dy] = [0, 0], ...rest] = places;
    await page.mouse.move(x + dx, y + dy);
    await page.mouse.down();
    for (const [px, py] of rest) await page.mouse.move(x + px, y + py, { steps: 4 });
    await page.mouse.up();
  };
  const steps = page.getByRole('button', { name: /Steps/ });

  await drawing.tools.getByRole('radio', { name: /Draw/ }).click();
  await stroke([
    [-60, 0],
    [60, 0],
    [60, 90],
    [-60, 90],
    [-60, 0],
  ]);
  await expect(steps).toContainText('1');
  await drawing.isSaved();
  expect((await drawing.coverage()).overlaps.features).toHaveLength(0);

  await page.keyboard.press('e');
  await stroke([
    [-30, -60],
    [30, -60],
  ]);
  await expect(steps).toContainText('2');
  await drawing.isSaved();
  expect((await drawing.coverage()).gaps.features).toHaveLength(1);

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => [await drawing.stored('afaf'), await drawing.stored('wasqah')])
    .toEqual(before);
});

test('a territory is cut along a line, and the part goes to whom one says', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(null, 'afaf');
  const villages = async (association: string) =>
    (await drawing.coverage()).villages.filter(({ associations }) => associations.includes(association))
      .length;
  const before = await villages('afaf');
  const host = await page.locator('.map-host').boundingBox();
  if (!host) throw new Error('The map is not shown');
  await page.keyboard.press('k');
  // Across the north of the territory, as the whole area is shown.
  await page.mouse.move(host.x + host.width * 0.55, host.y + host.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(host.x + host.width * 0.95, host.y + host.height * 0.5, { steps: 8 });
  await page.mouse.up();
  const question = page.getByRole('group', { name: /Who shall have/ });
  await drawing.hasNoAxeViolation();
  await question.getByRole('button', { name: /Wasqah/ }).click();
  await expect(drawing.notice).toContainText('Cut the territory');
  await drawing.isSaved();
  expect(await villages('afaf')).toBeLessThan(before);
  const { gaps, overlaps } = await drawing.coverage();
  expect([gaps, overlaps].map(({ features }) => features.length)).toEqual([0, 0]);
});

test('a draft is compared with the plan it was made from, and with any other', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en', 'opening-claims');
  await drawing.draw();
  const changes = page.getByRole('button', { name: /Villages that change hands/ });
  await expect(changes).toContainText('0');
  const search = await drawing.searchField();
  await search.fill('Al Barid');
  await page.getByRole('option', { name: /Al Barid/ }).click();
  await drawing.card.getByRole('button', { name: /Ghumayqah/ }).click();
  await expect(changes).toContainText('1');
  await changes.click();
  await expect(page.getByRole('list', { name: 'Which villages' })).toContainText(
    /Al Barid.*from.*nobody.*to.*Ghumayqah/,
  );
  await page.getByRole('button', { name: /Compare with/ }).click();
  await page.getByRole('option', { name: 'no other plan' }).click();
  await expect(changes).toBeHidden();
});

test('while a brush is led, villages that would change hands are marked with the seat they would belong to', async ({
  page,
}) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(SUQ_AL_JUMAH, 'ghumayqah');
  await page.keyboard.press('b');
  const { x, y } = await drawing.middle();
  const marks = page.locator('.moving-villages > span');
  await page.mouse.move(x - 120, y);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 8 });
  await expect(marks).toHaveCount(1);
  await expect(marks).toHaveAttribute('data-name', 'Ghumayqah');
  // Without a graphics card Chromium once left out the top of the map there. All of it is one territory.
  const { y: top } = (await page.locator('.map-host').boundingBox()) ?? { y: 0 };
  const [upper, lower] = await coloursAt(page, x - 150, [top + 10, top + 60]);
  expect(upper).toEqual(lower);
  await page.keyboard.press('Escape');
  await expect(marks).toHaveCount(0);
  await page.mouse.up();
});

/** What is seen on the screen, red, green, blue and alpha. */
async function coloursAt(page: Page, x: number, ys: readonly number[]): Promise<number[][]> {
  const picture = (await page.screenshot()).toString('base64');
  return page.evaluate(
    async ([data, left, tops]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes]));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d', {
        willReadFrequently: true,
      });
      canvas?.drawImage(image, 0, 0);
      return tops.map((top) => [...(canvas?.getImageData(left, top, 1, 1).data ?? [])]);
    },
    [picture, x, ys] as const,
  );
}
