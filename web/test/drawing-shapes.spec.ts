import { type Association, circleAround, type MultiPolygon, type Position } from '@nitaq/core';
import { DrawingPage, hasVertex } from './drawing-page.ts';
import { expect, test } from './nitaq-page.ts';

/** A vertex of the border that Afaf and Wasqah share in the shipped draft. */
const SHARED: Position = [40.5867, 20.154];

for (const language of ['ar', 'en'] as const) {
  test(`ground is drawn by clicked points: one is taken back, and Enter closes the rest (${language})`, async ({
    page,
  }) => {
    const drawing = await DrawingPage.of(page, language);
    await drawing.draw(SHARED, 'afaf');
    const { x, y } = await drawing.middle();
    await page.keyboard.press('p');
    for (const [dx, dy] of [
      [-60, -60],
      [60, -60],
      [200, 90],
    ] as const) {
      await page.mouse.click(x + dx, y + dy);
    }
    await drawing.hasNoAxeViolation();
    await page.keyboard.press('Backspace');
    await page.mouse.click(x + 60, y + 60);
    await page.mouse.click(x - 60, y + 60);
    await page.keyboard.press('Enter');
    await drawing.isSaved();
    expect(hasVertex(await drawing.stored('wasqah'), SHARED)).toBe(false);
    expect((await drawing.coverage()).overlaps.features).toHaveLength(0);
  });
}

for (const language of ['ar', 'en'] as const) {
  for (const [width, height] of [
    [1280, 800],
    [1280, 640],
    [1024, 768],
    [1440, 900],
    [1600, 900],
  ] as const) {
    test(`what is drawn point by point is finished beside the tools, not over them (${language}, ${width} × ${height})`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height });
      const drawing = await DrawingPage.of(page, language);
      await drawing.draw(SHARED, 'afaf');
      await page.keyboard.press('p');
      await clickPoints(drawing, [-40, -40], [40, -40], [40, 0]);
      const bar = page.locator('.sketch-bar');
      await expect(bar).toBeVisible();
      const boxes = [drawing.tools, page.locator('.legend')].map(async (other) =>
        (await other.isVisible()) ? other.boundingBox() : null,
      );
      const own = await bar.boundingBox();
      for (const box of await Promise.all(boxes)) expect(box && own && doMeet(box, own)).toBeFalsy();
    });
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function doMeet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Clicks on the map, in pixels from its middle. */
async function clickPoints(drawing: DrawingPage, ...points: readonly (readonly [number, number])[]) {
  const { x, y } = await drawing.middle();
  for (const [dx, dy] of points) await drawing.page.mouse.click(x + dx, y + dy);
}

/** A gap with slanting sides in the territory of Wasqah, south of the middle of the map. */
async function makeGap(drawing: DrawingPage): Promise<void> {
  await drawing.page.keyboard.press('p');
  await drawing.page.keyboard.press('h');
  await clickPoints(drawing, [-60, 40], [70, 55], [60, 140], [-70, 120]);
  await drawing.page.keyboard.press('Enter');
  await drawing.page.keyboard.press('h');
  await expect(drawing.notice).toContainText('Rubbed out');
}

/** Vertices that one territory has at corners of another which it did not have before. */
function sharedVertices(one: MultiPolygon, other: MultiPolygon): Position[] {
  return one.coordinates.flat(2).filter((vertex) => hasVertex(other, vertex));
}

test('corners clicked near slanting borders stick to them: a gap is filled to its edges, with nothing left between', async ({
  page,
}) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(SHARED, 'wasqah');
  await makeGap(drawing);
  await drawing.isSaved();
  const before = await drawing.coverage();
  expect(before.gaps.features).toHaveLength(1);
  const wasqah = await drawing.stored('wasqah');
  await page.locator('.territory-option input[value="ghumayqah"]').check({ force: true });
  // Its western half, each corner a few pixels beside the edge that it means.
  await clickPoints(drawing, [-57, 43], [5, 52], [0, 127], [-66, 117]);
  await expect(page.locator('.drawing-hint')).toContainText(/Sticks to (a point of )?the border of/);
  await page.keyboard.press('Enter');
  await drawing.isSaved();
  const [ghumayqah, after] = [await drawing.stored('ghumayqah'), await drawing.stored('wasqah')];
  const { gaps, overlaps, slivers } = await drawing.coverage();
  expect([gaps, overlaps, slivers].map(({ features }) => features.length)).toEqual([1, 0, 0]);
  // On each of the two slanting edges that it was snapped to lies one corner more, of both.
  const shared = sharedVertices(after, ghumayqah).filter((vertex) => !hasVertex(wasqah, vertex));
  expect(new Set(shared.map(String)).size).toBe(2);
});

test('a vertex dragged near the border of a third territory sticks to it, unless one says otherwise', async ({
  page,
}) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(SHARED, 'wasqah');
  await makeGap(drawing);
  await page.locator('.territory-option input[value="ghumayqah"]').check({ force: true });
  await clickPoints(drawing, [-57, 43], [5, 52], [-20, 90], [-66, 117]);
  await page.keyboard.press('Enter');
  await drawing.isSaved();
  const wasqah = await drawing.stored('wasqah');
  await page.keyboard.press('r');
  const { x, y } = await drawing.middle();
  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    await page.mouse.move(x + from[0], y + from[1]);
    await page.mouse.down();
    await page.mouse.move(x + to[0], y + to[1], { steps: 4 });
    await page.mouse.up();
    await drawing.isSaved();
  };
  // The corner within the gap, near to its eastern side: first without the magnet, then with it.
  await page.keyboard.press('s');
  await drag([-20, 90], [60, 98]);
  expect(sharedVertices(await drawing.stored('wasqah'), await drawing.stored('ghumayqah')).length).toBe(
    sharedVertices(wasqah, await drawing.stored('ghumayqah')).length,
  );
  await page.keyboard.press('s');
  await drag([60, 98], [61, 99]);
  const [ghumayqah, after] = [await drawing.stored('ghumayqah'), await drawing.stored('wasqah')];
  const shared = sharedVertices(after, ghumayqah).filter((vertex) => !hasVertex(wasqah, vertex));
  expect(new Set(shared.map(String)).size).toBe(1);
  const { overlaps, slivers } = await drawing.coverage();
  expect([overlaps, slivers].map(({ features }) => features.length)).toEqual([0, 0]);
});

test('a border is followed between two clicks, and the other way around by a key', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(SHARED, 'wasqah');
  await makeGap(drawing);
  await drawing.isSaved();
  const [wasqah, before] = [await drawing.stored('wasqah'), await drawing.stored('ghumayqah')];
  await page.locator('.territory-option input[value="ghumayqah"]').check({ force: true });
  await page.keyboard.press('t');
  await expect(drawing.page.getByRole('button', { name: /Follow borders/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  // Along the western side of the gap: the shorter way passes two of its corners, the longer one the other two.
  await clickPoints(drawing, [-20, 45], [-20, 128]);
  await page.keyboard.press('o');
  await page.keyboard.press('Enter');
  await drawing.isSaved();
  const ghumayqah = await drawing.stored('ghumayqah');
  const { gaps, overlaps, slivers } = await drawing.coverage();
  expect([gaps, overlaps, slivers].map(({ features }) => features.length)).toEqual([1, 0, 0]);
  // Of the corners that the gap had, the way passes the two in the east.
  const corners = sharedVertices(wasqah, ghumayqah).filter((vertex) => !hasVertex(before, vertex));
  const passed = [...new Set(corners.map(([longitude]) => longitude))];
  expect(passed.map((longitude) => longitude > SHARED[0])).toEqual([true, true]);
});

for (const language of ['ar', 'en'] as const) {
  test(`a circle is drawn by its radius around the seat, after it was seen (${language})`, async ({
    page,
  }) => {
    const drawing = await DrawingPage.of(page, language);
    await drawing.draw(null, 'lith');
    const before = await drawing.stored('lith');
    await page.keyboard.press('c');
    const radius = page.locator('.circle-form input[inputmode="decimal"]');
    await radius.fill(language === 'ar' ? '٣٥' : '35');
    await drawing.hasNoAxeViolation();
    await page.locator('.circle-form button[type="submit"]').click();
    await drawing.isSaved();
    const after = await drawing.stored('lith');
    expect(after).not.toEqual(before);
    const seat = await seatOf(drawing, 'lith');
    const corners = circleAround(seat, 35).coordinates[0] ?? [];
    // Many of its corners lie on land of others: they are corners of the territory now.
    expect(corners.filter((corner) => hasVertex(after, corner)).length).toBeGreaterThan(5);
    expect((await drawing.coverage()).overlaps.features).toHaveLength(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => drawing.stored('lith')).toEqual(before);
  });
}

test('while a stroke is drawn, gaps and totals follow the hand; Escape drops it, and nothing is stored', async ({
  page,
}) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(SHARED, 'afaf');
  const before = await drawing.stored('afaf');
  const { x, y } = await drawing.middle();
  await page.keyboard.press('e');
  await page.mouse.move(x - 40, y - 60);
  await page.mouse.down();
  await page.mouse.move(x + 60, y - 60, { steps: 5 });
  await expect(drawing.list('gaps').getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(drawing.list('gaps').getByRole('listitem')).toHaveCount(0);
  await page.mouse.up();
  expect(await drawing.stored('afaf')).toEqual(before);
});

async function seatOf({ request }: DrawingPage, association: string): Promise<Position> {
  const answer = await request.get('/api/v1/areas/al-lith/associations');
  const { items } = (await answer.json()) as { items: readonly Association[] };
  const location = items.find(({ id }) => id === association)?.seat.location;
  if (!location) throw new Error(`The seat of ${association} has no location`);
  return location;
}

test('ground is drawn with the keyboard alone: the space bar puts a point in the middle of the map', async ({
  page,
}) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(SHARED, 'afaf');
  const before = await drawing.stored('wasqah');
  await page.keyboard.press('p');
  await page.getByRole('region', { name: /Map of/ }).focus();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await page.keyboard.press('Space');
    await page.keyboard.press(key);
    await drawing.mapIsStill();
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(drawing.notice).toContainText('Drew new ground');
  await drawing.isSaved();
  expect(await drawing.stored('wasqah')).not.toEqual(before);
});
