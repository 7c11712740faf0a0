import type { Position } from '@nitaq/core';
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
