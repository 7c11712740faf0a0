import { type MultiPolygon, type Position, snapPosition, type TerritoryCollection } from '@nitaq/core';
import { expect } from '@playwright/test';
import { DrawingPage } from './drawing-page.ts';
import { test } from './nitaq-page.ts';

/** A place on the border between two territories of the shipped draft. */
const SHARED: Position = [40.5867, 20.154];

test('on a phone the question what stays rises before one, and is answered (ar)', async ({
  page,
  context,
  browser,
  faults,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const mine = await DrawingPage.of(page, 'ar');
  const other = await browser.newContext();
  const theirs = mine.beside(await other.newPage());
  await mine.draw(SHARED, 'afaf');
  await theirs.draw(SHARED, 'afaf');
  await context.setOffline(true);
  await theirs.moveVertex('ArrowUp');
  await theirs.isSaved();
  await mine.moveVertex('ArrowDown');
  await context.setOffline(false);
  const keep = page.getByRole('button', { name: 'إبقاء ما رسمتُه' });
  await expect(keep).toBeInViewport();
  await mine.hasNoAxeViolation();
  await mine.doesNotScrollSideways();
  const before = await theirs.stored('afaf');
  await keep.click();
  await mine.isSaved();
  expect(await mine.stored('afaf')).not.toEqual(before);
  faults.splice(0);
  await other.close();
});

test('a plan of twenty thousand vertices is opened and drawn on', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en');
  const path = `/api/v1/areas/al-lith/plans/${drawing.plan}/territories`;
  const { features } = (await (await page.request.get(path)).json()) as TerritoryCollection;
  for (const { id, geometry } of features) {
    if (!geometry) throw new Error(`${id} has no territory`);
    const put = await page.request.put(`${path}/${id}`, {
      data: withVertices(geometry, 5_000),
      headers: { 'if-match': '*' },
    });
    expect(put.status(), await put.text()).toBe(200);
  }
  await drawing.draw(SHARED, 'afaf');
  const before = await drawing.stored('afaf');
  expect(before.coordinates.flat(2).length).toBeGreaterThan(4_900);
  await drawing.moveVertex('ArrowUp');
  await drawing.isSaved();
  const after = await drawing.stored('afaf');
  const moved = after.coordinates
    .flat(2)
    .filter((at, index) => String(at) !== String(before.coordinates.flat(2)[index]));
  expect(moved.length).toBeGreaterThanOrEqual(1);
  expect((await drawing.coverage()).gaps.features).toEqual([]);
});

/** The same ground with so many vertices along its border. */
function withVertices(ground: MultiPolygon, count: number): MultiPolygon {
  const each = Math.ceil(count / ground.coordinates.flat(2).length);
  const densify = (ring: readonly Position[]): Position[] => [
    ...ring.slice(1).flatMap((to, index) => {
      const from = ring[index] ?? to;
      return Array.from({ length: each }, (_, step): Position => {
        const share = step / each;
        return snapPosition([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
      });
    }),
    ring[0] ?? [0, 0],
  ];
  return { type: 'MultiPolygon', coordinates: ground.coordinates.map((rings) => rings.map(densify)) };
}
