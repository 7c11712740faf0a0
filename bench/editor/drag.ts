/** The drags that are measured: a vertex, or a brush, goes round and round under the hand, a step in every frame. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { type BenchArea, PLAN } from './areas.ts';
import { FRAME_MARK, type FrameTimes, traceFrames } from './frame-times.ts';

export type DragTool = 'vertex' | 'brush';

/** A vertex from so near that no other comes under the hand, about 2.2 m to a pixel; a brush of 3 km over several borders. */
const DRAGS: Readonly<
  Record<DragTool, { key: string; zoom: number; radiusPx: number; stepRadians: number }>
> = {
  vertex: { key: 'r', zoom: 15, radiusPx: 14, stepRadians: 0.9 },
  brush: { key: 'b', zoom: 10, radiusPx: 120, stepRadians: 0.05 },
};
const STEP_MS = 1000 / 60;
const WARM_UP_MS = 1_500;
const OPENING_MS = 120_000;

export async function measureDrag(
  browser: Browser,
  {
    address,
    area,
    tool,
    ms,
    cookie,
  }: { address: string; area: BenchArea; tool: DragTool; ms: number; cookie: string },
): Promise<FrameTimes> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  const [name = '', value = ''] = cookie.split('=', 2);
  await context.addCookies([{ name, value, url: address }]);
  // On a machine with other work a page of 500 territories takes its time to open.
  context.setDefaultTimeout(OPENING_MS);
  const page = await context.newPage();
  // Nothing is saved: the next drag begins from the same plan.
  await page.route('**/territories**', (route) =>
    route.request().method() === 'GET' ? route.continue() : route.abort(),
  );
  try {
    const { x, y } = await openDraft(page, { address, area, tool });
    await page.mouse.move(x, y);
    await page.mouse.down();
    const go = roundAbout(page, { x, y, tool });
    await go(WARM_UP_MS);
    await page.evaluate(
      `const mark = () => { performance.mark('${FRAME_MARK}'); requestAnimationFrame(mark); }; requestAnimationFrame(mark)`,
    );
    const times = await traceFrames(await browser.newBrowserCDPSession(), () => go(ms));
    await page.mouse.up();
    // Where nothing is said of it, made or refused, nothing was dragged.
    await page.locator('.notice').waitFor();
    return times;
  } finally {
    await context.close();
  }
}

/** Opens the draft, and takes the tool for the territory; where its vertex then is on the screen. */
async function openDraft(
  page: Page,
  { address, area, tool }: { address: string; area: BenchArea; tool: DragTool },
): Promise<{ x: number; y: number }> {
  const { folder, vertex, association } = area;
  const { key, zoom } = DRAGS[tool];
  const link = { lang: 'en', area: folder.area.id, plan: PLAN, at: `${vertex.join(',')},${zoom}` };
  await page.goto(`${address}/?${new URLSearchParams(link)}`);
  await page.locator('.map-host[data-still="true"]').waitFor();
  await page.getByRole('button', { name: 'Draw on this draft' }).click();
  const choice = `input[value="${association}"]`;
  await page.locator(`.territory-option:has(${choice})`).click();
  await page.locator(`${choice}:checked`).waitFor({ state: 'attached' });
  await page.keyboard.press(key);
  await page.locator('.map-host[data-still="true"]').waitFor();
  const box = await page.locator('.map-host').boundingBox();
  if (!box) throw new Error('The map is not shown');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Moves the hand for so long; each time it goes on where it was. */
function roundAbout(
  page: Page,
  { x, y, tool }: { x: number; y: number; tool: DragTool },
): (ms: number) => Promise<void> {
  const { radiusPx, stepRadians } = DRAGS[tool];
  let angle = 0;
  return async (ms) => {
    const begun = performance.now();
    for (let due = 0; performance.now() - begun < ms; due += STEP_MS) {
      angle += stepRadians;
      await page.mouse.move(x + radiusPx * Math.cos(angle), y + radiusPx * Math.sin(angle));
      await pause(Math.max(0, due - (performance.now() - begun)));
    }
  };
}
