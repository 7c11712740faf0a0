import { test as base, expect } from '@playwright/test';
import { NitaqPage, test } from './nitaq-page.ts';

const LONG_NAME = 'قرية آل عبد الرحمن بن محمد الشمالية القديمة عند وادي يلملم ع';

base(
  'a service out of reach is said, with what to do, and trying again brings the page',
  async ({ page }) => {
    await page.route('**/api/**', (route) => route.abort());
    await page.goto('/?lang=en');
    await expect(page.getByRole('alert')).toContainText('The service cannot be reached');
    await new NitaqPage(page, 'en').hasNoAxeViolation();
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Gaps' })).toBeVisible();
  },
);

base('a service without an area says how to import one', async ({ page }) => {
  await page.route('**/api/v1/areas', (route) => route.fulfill({ json: { items: [], next: null } }));
  await page.goto('/?lang=en');
  await expect(page.getByText('There is no area yet')).toBeVisible();
});

base('who may not change locations is not offered to, and is told who may', async ({ browser }) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto('/?lang=en');
  await expect(
    page.getByText('Sign in as a coordinator or for the council to put them on the map.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /Pin on map/ })).toHaveCount(0);
  await context.close();
});

for (const width of [1280, 640, 360]) {
  test(`five hundred villages and a name of sixty letters fit (${width} px)`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await page.route(/\/villages\?/, async (route) => {
      const response = await route.fetch();
      const { items } = await response.json();
      const more = Array.from({ length: 500 - items.length }, (_, index) => ({
        ...items[0],
        id: `more-${index}`,
        name: { ar: LONG_NAME, en: `A village with a rather long name, number ${index}` },
        location: index % 5 === 0 ? [40 + (index % 40) / 50, 20.2 + index / 2000] : null,
      }));
      await route.fulfill({ response, json: { items: [...items, ...more], next: null } });
    });
    const nitaq = new NitaqPage(page, 'ar');
    await nitaq.open();
    const list = nitaq.list('unlocated');
    await list.getByRole('button', { name: /عرض الكل/ }).click();
    await expect(list.getByRole('listitem').last()).toContainText(LONG_NAME);
    await nitaq.doesNotScrollSideways();
    // Looking at 1,500 buttons takes axe half a minute: once is enough.
    if (width === 360) await nitaq.hasNoAxeViolation();
  });
}

test('more than five thousand villages are read by the map as tiles, and chosen on it as any other', async ({
  page,
}) => {
  test.slow();
  const tiles: number[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/tiles/villages/')) tiles.push(response.status());
  });
  await page.route(/\/villages\?/, async (route) => {
    const response = await route.fetch();
    const { items } = await response.json();
    const more = Array.from({ length: 5_001 - items.length }, (_, index) => ({
      ...items[0],
      id: `more-${index}`,
      location: [40.2 + (index % 70) / 500, 20.1 + index / 50_000],
    }));
    await route.fulfill({ response, json: { items: [...items, ...more], next: null } });
  });
  const { location } = await (await page.request.get('/api/v1/areas/al-lith/villages/al-midrij')).json();
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open({ at: `${location.join(',')},13` });
  // The map may be still before the villages are there, and asks for their tiles after that.
  await expect.poll(() => tiles.length).toBeGreaterThan(0);
  expect(tiles.filter((status) => status !== 200 && status !== 204)).toEqual([]);
  const box = await page.locator('.map-host').boundingBox();
  if (box === null) throw new Error('The map is not shown');
  await expect(async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(nitaq.card).toContainText('Al Midrij', { timeout: 2_000 });
  }).toPass();
  expect((await nitaq.address('select')).get('select')).toBe('village:al-midrij');
});
