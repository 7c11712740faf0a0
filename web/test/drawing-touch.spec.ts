import type { MultiPolygon, Position } from '@nitaq/core';
import type { Page } from '@playwright/test';
import { DrawingPage, hasVertex } from './drawing-page.ts';
import { expect, test } from './nitaq-page.ts';

/** A vertex of the border that Afaf and Wasqah share in the shipped draft, and the next one along it. */
const SHARED: Position = [40.5867, 20.154];

/** In the territory of Al Wasqah there. */
const IN_WASQAH: Position = [40.62, 19.98];

type Touch = (
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  points: { x: number; y: number }[],
) => Promise<void>;

async function fingersOn(page: Page): Promise<Touch> {
  const session = await page.context().newCDPSession(page);
  return async (type, touchPoints) => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
}

function verticesOf({ coordinates }: MultiPolygon): number {
  return coordinates.flat(2).length;
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 720 }, hasTouch: true, isMobile: true });

  test('a point is tapped and taken out, on both sides of the border', async ({ page }) => {
    const drawing = await DrawingPage.of(page, 'ar');
    await drawing.draw(SHARED, 'afaf');
    const before = [await drawing.stored('afaf'), await drawing.stored('wasqah')].map(verticesOf);
    const { x, y } = await drawing.middle();
    const touch = await fingersOn(page);
    // A finger that trembles moves nothing.
    await touch('touchStart', [{ x: x + 8, y: y - 6 }]);
    await touch('touchMove', [{ x: x + 10, y: y - 5 }]);
    await touch('touchEnd', []);
    const bar = page.getByRole('group', { name: 'نقاط الحد' });
    await drawing.hasNoAxeViolation();
    await drawing.doesNotScrollSideways();
    expect((await drawing.stored('afaf')).coordinates.flat(2)).toContainEqual(SHARED);
    await bar.getByRole('button', { name: /إزالة هذه النقطة/ }).tap();
    await expect.poll(async () => hasVertex(await drawing.stored('afaf'), SHARED)).toBe(false);
    const after = [await drawing.stored('afaf'), await drawing.stored('wasqah')].map(verticesOf);
    expect(after).toEqual(before.map((count) => count - 1));
  });

  test('a territory that is tapped is merged into the chosen one', async ({ page }) => {
    const drawing = await DrawingPage.of(page, 'ar');
    await drawing.draw(IN_WASQAH, 'afaf');
    await drawing.tools.getByRole('radio', { name: /دمج/ }).tap();
    const { x, y } = await drawing.middle();
    const touch = await fingersOn(page);
    await touch('touchStart', [{ x, y }]);
    await touch('touchEnd', []);
    const question = page.getByRole('group', { name: /كم يُضم من نطاق .*الوسقة/ });
    await drawing.hasNoAxeViolation();
    await question.getByRole('button', { name: /النطاق كله/ }).tap();
    await drawing.isSaved();
    await expect(drawing.stored('wasqah')).rejects.toThrow('no territory');
  });

  test('every button of the editor is large enough for a finger', async ({ page }) => {
    const drawing = await DrawingPage.of(page, 'en');
    await drawing.draw(SHARED, 'afaf');
    const buttons = page.locator('.drawing-tools button, .drawing-tools [role="radio"], .vertex-bar button');
    const boxes = await buttons.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    expect(boxes.length).toBeGreaterThan(12);
    for (const { width, height } of boxes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(43.9);
  });

  test('under the finger a loupe shows the border, and what is let go stays where it was seen', async ({
    page,
  }) => {
    const drawing = await DrawingPage.of(page, 'en');
    await drawing.draw(SHARED, 'afaf');
    const { x, y } = await drawing.middle();
    const touch = await fingersOn(page);
    const loupe = page.locator('.loupe');
    await expect(loupe).toBeHidden();
    await touch('touchStart', [{ x: x + 8, y: y + 8 }]);
    await expect(loupe).toBeVisible();
    await touch('touchMove', [{ x: x + 8, y: y - 30 }]);
    await touch('touchMove', [{ x: x + 8, y: y - 52 }]);
    const box = await loupe.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(y - 52);
    await touch('touchEnd', []);
    await expect(loupe).toBeHidden();
    await drawing.isSaved();
    const [afaf, wasqah] = [await drawing.stored('afaf'), await drawing.stored('wasqah')];
    expect([hasVertex(afaf, SHARED), hasVertex(wasqah, SHARED)]).toEqual([false, false]);
    // It kept its distance from the finger: sixty pixels to the north, and none to the east.
    const moved = afaf.coordinates
      .flat(2)
      .find(([lng, lat]) => Math.abs(lng - SHARED[0]) < 1e-3 && lat > SHARED[1]);
    expect(moved).toBeDefined();
  });

  test('two fingers move the map whatever tool is in hand, and call off what one had begun', async ({
    page,
  }) => {
    const drawing = await DrawingPage.of(page, 'en');
    await drawing.draw(SHARED, 'afaf');
    const before = [await drawing.stored('afaf'), await drawing.stored('wasqah')];
    const touch = await fingersOn(page);
    const { x, y } = await drawing.middle();
    for (const key of ['r', 'b']) {
      await page.keyboard.press(key);
      const zoom = () => Number(new URL(page.url()).searchParams.get('at')?.split(',')[2]);
      const was = zoom();
      await touch('touchStart', [{ x, y }]);
      await touch('touchMove', [{ x: x + 8, y: y + 8 }]);
      await touch('touchStart', [
        { x: x + 8, y: y + 8 },
        { x: x - 40, y: y - 40 },
      ]);
      for (const step of [1, 2, 3, 4]) {
        await touch('touchMove', [
          { x: x + 8 + 10 * step, y: y + 8 + 10 * step },
          { x: x - 40 - 10 * step, y: y - 40 - 10 * step },
        ]);
      }
      await touch('touchEnd', []);
      await expect.poll(zoom).toBeGreaterThan(was + 0.1);
      await drawing.mapIsStill();
    }
    await expect(page.getByRole('button', { name: /Steps/ })).toContainText('0');
    expect([await drawing.stored('afaf'), await drawing.stored('wasqah')]).toEqual(before);
  });

  test('with text of twice the size there is room for the hand, and no tool is out of reach', async ({
    page,
  }) => {
    const drawing = await DrawingPage.of(page, 'ar');
    await drawing.draw(SHARED, 'afaf');
    await page.addStyleTag({ content: ':root { font-size: 200% }' });
    await drawing.mapIsStill();
    await drawing.doesNotScrollSideways();
    const [top, bottom] = await Promise.all([
      page.locator('.vertex-bar').boundingBox(),
      page.locator('.drawing-tools').boundingBox(),
    ]);
    expect((bottom?.y ?? 0) - (top?.y ?? 0) - (top?.height ?? 0)).toBeGreaterThan(120);
    await page.getByRole('button', { name: /النقطة التالية/ }).tap();
    await page.getByRole('button', { name: /إزالة هذه النقطة/ }).tap();
    await expect.poll(async () => hasVertex(await drawing.stored('wasqah'), SHARED)).toBe(false);
    await page.getByRole('button', { name: /^.?تراجع.? \(/ }).tap();
    await expect.poll(async () => hasVertex(await drawing.stored('wasqah'), SHARED)).toBe(true);
  });

  test('a button stands for the key that leaves the neighbours behind', async ({ page }) => {
    const drawing = await DrawingPage.of(page, 'en');
    await drawing.draw(SHARED, 'afaf');
    await page.getByRole('button', { name: /Leave the neighbours behind/ }).tap();
    const { x, y } = await drawing.middle();
    const touch = await fingersOn(page);
    await touch('touchStart', [{ x, y }]);
    await touch('touchMove', [{ x, y: y - 20 }]);
    await touch('touchMove', [{ x, y: y - 50 }]);
    await touch('touchEnd', []);
    await expect.poll(async () => hasVertex(await drawing.stored('afaf'), SHARED)).toBe(false);
    expect(hasVertex(await drawing.stored('wasqah'), SHARED)).toBe(true);
  });
});

for (const language of ['ar', 'en'] as const) {
  test(`a locked stretch of border is moved by nobody, also after the page was opened anew (${language})`, async ({
    page,
  }) => {
    const words = {
      ar: {
        add: 'قفل جزء من الحد بدءًا من هنا',
        next: 'حتى الزاوية التالية',
        lock: 'قفل هذا الجزء',
        title: /أجزاء الحدود المقفلة/,
        refused: 'جزء مقفل',
        unlock: /فتح القفل/,
      },
      en: {
        add: 'Lock a stretch from here',
        next: 'Up to the next corner',
        lock: 'Lock this stretch',
        title: /Locked stretches/,
        refused: 'locked stretch',
        unlock: /Unlock/,
      },
    }[language];
    const drawing = await DrawingPage.of(page, language);
    await drawing.draw(SHARED, 'afaf');
    const before = await drawing.stored('afaf');
    const { x, y } = await drawing.middle();
    await page.mouse.click(x, y);
    await page.getByRole('button', { name: words.add }).click();
    await page.getByRole('button', { name: words.next }).click();
    await page.getByRole('button', { name: words.lock }).click();
    const list = page.getByRole('region', { name: words.title });
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await drawing.hasNoAxeViolation();
    const drag = async () => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 20, y + 30, { steps: 3 });
      await page.mouse.up();
    };
    await drag();
    await expect(drawing.notice).toContainText(words.refused);

    await drawing.draw(SHARED, 'afaf');
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await drag();
    await expect(drawing.notice).toContainText(words.refused);
    expect(await drawing.stored('afaf')).toEqual(before);

    await list.getByRole('button', { name: words.unlock }).click();
    await drag();
    await expect.poll(async () => hasVertex(await drawing.stored('wasqah'), SHARED)).toBe(false);
    expect(hasVertex(await drawing.stored('afaf'), SHARED)).toBe(false);
  });
}

test('with the keyboard alone a border is walked along point by point, each is told, and one is moved by a chosen step', async ({
  page,
}) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(SHARED, 'afaf');
  const announcer = page.getByTestId('announcer');
  await page.locator('.nudge-choice input[value="10"]').press('Space');
  await page.getByRole('region', { name: /Map of/ }).focus();
  await page.keyboard.press('Enter');
  await expect(announcer).toContainText(
    /Point .4. of .20. of the border between .*ʿAfaf.*Al Wasqah.*20\.1540.*N.*40\.5867.*E/,
  );
  const first = await announcer.textContent();
  await page.keyboard.press('Tab');
  await expect(announcer).not.toHaveText(first ?? '');
  await page.keyboard.press('Shift+Tab');
  await expect(announcer).toHaveText(first ?? '');
  await page.keyboard.press('ArrowUp');
  await expect(announcer).toContainText('Moved the border');
  await drawing.isSaved();
  const moved = (await drawing.stored('wasqah')).coordinates
    .flat(2)
    .find(([lng, lat]) => lng === SHARED[0] && Math.abs(lat - SHARED[1]) < 2e-4);
  expect(((moved?.[1] ?? 0) - SHARED[1]) * 110_700).toBeCloseTo(10, 0);
  expect(hasVertex(await drawing.stored('afaf'), moved ?? SHARED)).toBe(true);

  // The next border, with another neighbour; and out of the map again.
  await page.keyboard.press('Shift+BracketRight');
  await expect(announcer).not.toContainText('Al Wasqah');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('region', { name: /Map of/ })).not.toBeFocused();
});

test('a border that is dragged while the page is closed stays where it was seen, also without a connection', async ({
  page,
  faults,
}) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(SHARED, 'afaf');
  await page.route('**/territories*', (route) =>
    route.request().method() === 'GET' ? route.continue() : route.abort(),
  );
  const { x, y } = await drawing.middle();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y + 30, { steps: 3 });
  await expect(drawing.page.locator('.drawing-hint')).toContainText('Let go');
  // The browser hands over where the pointer is with its next frame.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await page.reload();
  await expect(page.getByText(/This device has changes of .*ʿAfaf.*Al Wasqah/)).toBeVisible();
  await page.unroute('**/territories*');
  await page.getByRole('button', { name: 'Draw on this draft' }).click();
  await expect(drawing.notice).toContainText('is on the map again');
  await drawing.isSaved();
  expect(hasVertex(await drawing.stored('afaf'), SHARED)).toBe(false);
  expect(hasVertex(await drawing.stored('wasqah'), SHARED)).toBe(false);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => hasVertex(await drawing.stored('afaf'), SHARED)).toBe(true);
  expect(faults.splice(0).every((fault) => fault.includes('ERR_FAILED'))).toBe(true);
});

test('two tabs with the same draft keep their steps apart, and what one cannot save is found by the next', async ({
  page,
  context,
  faults,
}) => {
  const first = await DrawingPage.of(page, 'en');
  const second = first.beside(await context.newPage());
  await first.draw(SHARED, 'afaf');
  await second.draw(SHARED);
  // What it says moves the choice down.
  await expect(second.page.getByText('open in another tab too')).toBeVisible();
  await second.choose('afaf');
  await expect(page.getByText('open in another tab too')).toBeHidden();
  await second.page.route('**/territories*', (route) =>
    route.request().method() === 'GET' ? route.continue() : route.abort(),
  );
  const { x, y } = await second.middle();
  await second.page.mouse.click(x, y);
  await second.page.getByRole('region', { name: /Map of/ }).focus();
  await second.page.keyboard.press('ArrowUp');
  await expect(second.page.getByRole('alert')).toContainText('kept on this device');
  await second.page.close();
  await page.reload();
  await page.getByRole('button', { name: 'Draw on this draft' }).click();
  await expect(first.notice).toContainText('is on the map again');
  await first.isSaved();
  expect(hasVertex(await first.stored('afaf'), SHARED)).toBe(false);
  expect(hasVertex(await first.stored('wasqah'), SHARED)).toBe(false);
  faults.splice(0);
});
