/** The drag that is measured: one vertex goes round and round under the hand, a step in every frame. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { type BenchArea, PLAN } from './areas.ts';
import { FRAME_MARK, type FrameTimes, traceFrames } from './frame-times.ts';

/** Near enough that no other vertex comes under the hand: about 2.2 m to a pixel. */
const ZOOM = 15;
const RADIUS_PX = 14;
const STEP_RADIANS = 0.9;
const STEP_MS = 1000 / 60;
const WARM_UP_MS = 1_500;

export async function measureDrag(
  browser: Browser,
  { address, area, ms, cookie }: { address: string; area: BenchArea; ms: number; cookie: string },
): Promise<FrameTimes> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  const [name = '', value = ''] = cookie.split('=', 2);
  await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  // Nothing is saved: the next drag begins from the same plan.
  await page.route('**/territories**', (route) =>
    route.request().method() === 'GET' ? route.continue() : route.abort(),
  );
  try {
    const { x, y } = await openDraft(page, address, area);
    await page.mouse.move(x, y);
    await page.mouse.down();
    const go = roundAbout(page, x, y);
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

/** Opens the draft, and begins to reshape the territory; where its vertex then is on the screen. */
async function openDraft(
  page: Page,
  address: string,
  { folder, vertex, association }: BenchArea,
): Promise<{ x: number; y: number }> {
  const link = { lang: 'en', area: folder.area.id, plan: PLAN, at: `${vertex.join(',')},${ZOOM}` };
  await page.goto(`${address}/?${new URLSearchParams(link)}`);
  await page.locator('.map-host[data-still="true"]').waitFor();
  await page.getByRole('button', { name: 'Draw on this draft' }).click();
  const choice = `input[value="${association}"]`;
  await page.locator(`.territory-option:has(${choice})`).click();
  await page.locator(`${choice}:checked`).waitFor({ state: 'attached' });
  await page.keyboard.press('r');
  await page.locator('.map-host[data-still="true"]').waitFor();
  const box = await page.locator('.map-host').boundingBox();
  if (!box) throw new Error('The map is not shown');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Moves the hand for so long; each time it goes on where it was. */
function roundAbout(page: Page, x: number, y: number): (ms: number) => Promise<void> {
  let angle = 0;
  return async (ms) => {
    const begun = performance.now();
    for (let due = 0; performance.now() - begun < ms; due += STEP_MS) {
      angle += STEP_RADIANS;
      await page.mouse.move(x + RADIUS_PX * Math.cos(angle), y + RADIUS_PX * Math.sin(angle));
      await pause(Math.max(0, due - (performance.now() - begun)));
    }
  };
}
