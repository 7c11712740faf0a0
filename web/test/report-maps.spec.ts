import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Language, NitaqPage, test } from './nitaq-page.ts';

const WORDS = {
  ar: {
    move: 'تحريك الخريطة هنا',
    back: 'العودة إلى الرسم',
    nearer: 'تكبير',
    whole: 'كما في البداية',
    help: /حرّك الخريطة/,
    failed: /تعذّر فتح الخريطة/,
    association: /جمعية رعاية الأيتام بمحافظة الليث/,
    map: 'خريطة التغطية',
    legend: 'مفتاح الخريطة',
  },
  en: {
    move: 'Move the map here',
    back: 'Back to the drawing',
    nearer: 'Zoom in',
    whole: 'As at first',
    help: /Move and zoom the map/,
    failed: /could not be opened/,
    association: /Orphan Care Association of Al Lith Governorate/,
    map: 'Map of coverage',
    legend: 'Legend',
  },
} as const satisfies Record<Language, object>;

const address = (language: Language) =>
  `/api/v1/areas/al-lith/reports/coverage?format=html&plan=opening-claims&at=2026-11-05&lang=${language}`;

for (const [language, width, colorScheme] of [
  ['ar', 360, 'light'],
  ['en', 1280, 'dark'],
] as const) {
  test(`a map of a report is moved in its place and printed as a drawing (${language}, ${width} px, ${colorScheme})`, async ({
    page,
  }) => {
    const words = WORDS[language];
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const asked: string[] = [];
    await page.goto(address(language));
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const figures = page.locator('figure.map');
    const [first, second] = [figures.nth(0), figures.nth(1)];
    const canvas = page.locator('.canvas');
    const drawing = first.getByRole('img', { name: words.map });
    await expect(drawing).toBeVisible();

    await test.step('opened by a key, and everything in it is named', async () => {
      await first.getByRole('button', { name: words.move }).press('Enter');
      await expect(canvas).toHaveAttribute('data-still', 'true');
      await expect(drawing).toHaveCount(0);
      await expect(first.getByRole('status')).toHaveText(words.help);
      const legend = first.getByRole('list', { name: words.legend });
      await expect(legend.getByText(words.association)).toBeVisible();
      await expect(legend.locator(`.${colorScheme} svg`).first()).toBeVisible();
      await expect(legend.locator(colorScheme === 'dark' ? '.light' : '.dark').first()).toBeHidden();
      const nitaq = new NitaqPage(page, language);
      await nitaq.doesNotScrollSideways();
      await nitaq.hasNoAxeViolation();
    });

    await test.step('a place says who serves it', async () => {
      await expect(first.locator('canvas')).toBeFocused();
      await second.getByRole('button', { name: words.move }).click();
      // One at a time: the one before is a drawing again.
      await expect(canvas).toHaveCount(1);
      await expect(drawing).toBeVisible();
      await expect(second.locator('.canvas')).toHaveAttribute('data-still', 'true');
      await second.getByRole('button', { name: words.nearer }).click();
      await second.getByRole('button', { name: words.whole }).click();
      await second.locator('canvas').press('Enter');
      await expect(second.getByRole('status')).not.toHaveText(words.help);
    });

    await test.step('without asking for anything but the map itself, so that it shows the day of the report', async () => {
      expect(asked.filter((one) => /^\/(api|tiles|ogc)\//.test(one))).toEqual([]);
    });

    await test.step('on paper it is the drawing', async () => {
      await page.emulateMedia({ media: 'print', colorScheme: null });
      await expect(second.locator('> svg')).toBeVisible();
      await expect(second.locator('.canvas')).toBeHidden();
      await page.emulateMedia({ media: 'screen', colorScheme });
    });

    await test.step('and left by a key, which leads back to where one was', async () => {
      await second.locator('canvas').press('Escape');
      await expect(canvas).toHaveCount(0);
      await expect(second.getByRole('button', { name: words.move })).toBeFocused();
    });
  });
}

test('where the map cannot be opened, the drawing stays and the page says so', async ({ page, faults }) => {
  await page.route('**/assets/report-map-*', (route) => route.abort());
  await page.goto(address('en'));
  const first = page.locator('figure.map').first();
  await first.getByRole('button', { name: WORDS.en.move }).click();
  await expect(first.getByRole('button', { name: WORDS.en.failed })).toBeVisible();
  await expect(first.getByRole('img', { name: WORDS.en.map })).toBeVisible();
  // The browser tells of the file that was kept from it.
  faults.length = 0;
});

test('a page that was saved shows its drawings, and offers nothing that would not work', async ({
  page,
  browser,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'nitaq-report-'));
  await page.goto(address('ar'));
  const first = page.locator('figure.map').first();
  await first.getByRole('button', { name: WORDS.ar.move }).click();
  await expect(first.locator('.canvas')).toHaveAttribute('data-still', 'true');
  // As a browser saves a page: with what scripts made of it.
  const file = path.join(folder, 'report.html');
  await writeFile(file, await page.content());
  const context = await browser.newContext();
  const saved = await context.newPage();
  await saved.goto(`file://${file}`);
  await expect(saved.getByRole('img', { name: WORDS.ar.map }).first()).toBeVisible();
  await expect(saved.getByRole('button')).toHaveCount(0);
  await context.close();
});
