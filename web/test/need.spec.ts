import type { AreaNeed, Association, Position } from '@nitaq/core';
import type { APIRequestContext, Browser, Locator, Page } from '@playwright/test';
import { draftLike } from './draft-like.ts';
import { DrawingPage } from './drawing-page.ts';
import { expect, type Language, NitaqPage, test } from './nitaq-page.ts';
import { signInAs } from './people.ts';

const AREA = '/api/v1/areas/al-lith';
const NOBODY = { cookies: [], origins: [] };
/** A vertex of the border of Wasqah and Afaf, south of Al Habqah, which Afaf covers. */
const BELOW_HABQAH: Position = [40.7973, 20.0847];

const WORDS = {
  ar: {
    enter: /إدخال الأعداد/,
    orphans: 'الأيتام',
    widows: 'الأرامل',
    families: 'الأسر',
    save: 'حفظ',
    exact: ['٣ أيتام', '١٢ أرملة', '٥٧ أسرة'],
    band: ['من ١ إلى ٩ أيتام', 'من ١٠ إلى ١٩ أرملة', '٥٠ أسرة فأكثر', 'فئات'],
  },
  en: {
    enter: /Enter (or correct )?counts/,
    orphans: 'Orphans',
    widows: 'Widows',
    families: 'Families',
    save: 'Save',
    exact: ['3 orphans', '12 widows', '57 families'],
    band: ['1 to 9 orphans', '10 to 19 widows', '50 and more families', 'bands'],
  },
} as const;

/** The coordinator of Afaf, in a browser of their own. */
async function afaf(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ storageState: NOBODY, baseURL });
  await signInAs(context.request, 'afaf');
  return context.newPage();
}

async function needOf(request: APIRequestContext, village: string) {
  const need = (await (await request.get(`${AREA}/need`)).json()) as AreaNeed;
  return need.villages.find((one) => one.village === village);
}

/** Reads what is on the screen without the signs that keep numbers and names in their order. */
async function expectSaid(where: Locator, text: string | RegExp): Promise<void> {
  const read = async () =>
    (await where.innerText()).replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ');
  const said = typeof text === 'string' ? expect.stringContaining(text) : expect.stringMatching(text);
  await expect.poll(read).toEqual(said);
}

async function openVillage(nitaq: NitaqPage, latin: string): Promise<void> {
  const field = await nitaq.searchField();
  await field.fill(latin);
  await nitaq.page.getByRole('option').first().click();
  await expectSaid(nitaq.card, latin);
}

for (const language of ['ar', 'en'] as const satisfies readonly Language[]) {
  test(`a coordinator counts a village of their own, and others see bands: ${language}`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const words = WORDS[language];
    const nitaq = new NitaqPage(page, language);
    await nitaq.open();
    await openVillage(nitaq, 'Al Ghalah');
    await nitaq.card.getByText(words.enter).click();
    const form = nitaq.card.getByRole('form');
    // Other digits are understood too.
    await form.getByLabel(words.orphans).fill('٣');
    await form.getByLabel(words.widows).fill('12');
    await form.getByLabel(words.families).fill('57');
    await nitaq.hasNoAxeViolation();
    await form.getByRole('button', { name: words.save }).click();
    for (const said of words.exact) await expectSaid(nitaq.card, said);
    expect(await needOf(page.request, 'al-ghalah')).toMatchObject({ orphans: { least: 3, most: 3 } });

    const theirs = new NitaqPage(await afaf(browser, baseURL ?? ''), language);
    expect(await needOf(theirs.page.request, 'al-ghalah')).toMatchObject({ orphans: { least: 1, most: 9 } });
    await theirs.open();
    await openVillage(theirs, 'Al Ghalah');
    for (const said of words.band) await expectSaid(theirs.card, said);
    await expect(theirs.card.getByText(words.enter)).toHaveCount(0);
    await theirs.page.context().close();
  });
}

test('a capacity is stated, and exact counts are shared with one association until a day and no longer', async ({
  page,
  browser,
  baseURL,
}) => {
  const counts = { round: '2026-11', orphans: 4, widows: 0, families: 0 };
  await page.request.put(`${AREA}/villages/al-ghalah/need`, { data: counts });
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  await page
    .getByRole('region', { name: /^Associations/ })
    .getByRole('button', { name: /Al Lith/ })
    .click();
  await nitaq.card.getByText('State the capacity').click();
  await nitaq.card.getByLabel('Orphans it can care for').fill('many');
  await nitaq.card.getByRole('button', { name: 'Save' }).click();
  await expect(nitaq.card.getByRole('alert')).toContainText('whole number');
  await nitaq.card.getByLabel('Orphans it can care for').fill('20');
  await nitaq.card.getByRole('button', { name: 'Save' }).click();
  await expectSaid(nitaq.card, 'it can care for 20');
  const { items } = (await (await page.request.get(`${AREA}/associations`)).json()) as {
    items: Association[];
  };
  expect(items.find(({ id }) => id === 'lith')?.capacity).toBe(20);

  const other = await afaf(browser, baseURL ?? '');
  const seenByAfaf = async () => (await needOf(other.request, 'al-ghalah'))?.orphans;
  expect(await seenByAfaf()).toEqual({ least: 1, most: 9 });
  await nitaq.card.getByText('Share exact counts').click();
  await nitaq.card.getByRole('button', { name: /With which association/ }).click();
  await page.getByRole('option', { name: /Afaf/ }).click();
  await nitaq.card.getByLabel('Until the end of').fill('2999-12-31');
  await nitaq.hasNoAxeViolation();
  await nitaq.card.getByRole('button', { name: 'Share', exact: true }).click();
  await expectSaid(nitaq.card, /Afaf.* sees its exact counts until the end of .*31 December 2999/);
  expect(await seenByAfaf()).toEqual({ least: 4, most: 4 });
  await nitaq.card.getByRole('button', { name: /End now/ }).click();
  await expectSaid(nitaq.card, 'Nobody else sees its exact counts');
  expect(await seenByAfaf()).toEqual({ least: 1, most: 9 });
  await other.context().close();
});

test('while a border is moved over a village, its need goes from one bar to the other', async ({
  page,
  browser,
  baseURL,
}) => {
  const other = await afaf(browser, baseURL ?? '');
  const counts = { round: '2026-11', orphans: 15, widows: 0, families: 0 };
  const counted = await other.request.put(`${AREA}/villages/al-habqah/need`, { data: counts });
  expect(counted.ok(), await counted.text()).toBe(true);
  await other.context().close();

  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(BELOW_HABQAH, 'wasqah');
  const row = (association: string) => page.locator(`.need-list [data-association="${association}"]`);
  await expectSaid(row('afaf'), '10 to 19 orphans');
  await expectSaid(row('wasqah'), 'Neither counts nor capacity');
  const { x, y } = await drawing.middle();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 80);
  await page.mouse.move(x, y - 160);
  await expectSaid(row('wasqah'), '10 to 19 orphans');
  await expectSaid(row('afaf'), 'Neither counts nor capacity');
  await page.mouse.up();
  await drawing.isSaved();
  await drawing.hasNoAxeViolation();
  const { villages } = await drawing.coverage();
  expect(villages.find(({ id }) => id === 'al-habqah')?.associations).toEqual(['wasqah']);
  await page.keyboard.press('Control+z');
  await expectSaid(row('afaf'), '10 to 19 orphans');
});

test('who proposes to load an association far over its capacity is asked why, and all can read it', async ({
  page,
}) => {
  const counts = { round: '2026-11', orphans: 400, widows: 0, families: 0 };
  const counted = await page.request.put(`${AREA}/villages/al-ghalah/need`, { data: counts });
  expect(counted.ok(), await counted.text()).toBe(true);
  const { items } = (await (await page.request.get(`${AREA}/associations`)).json()) as {
    items: Association[];
  };
  const version = items.find(({ id }) => id === 'lith')?.version;
  const stated = await page.request.put(`${AREA}/associations/lith/capacity`, {
    data: { capacity: 20 },
    headers: { 'if-match': `"${version}"` },
  });
  expect(stated.ok(), await stated.text()).toBe(true);

  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open({ plan: await draftLike(page.request, 'A heavy load', 'draft-whole') });
  await page.getByRole('button', { name: 'Put this draft to the others' }).click();
  const dialog = page.getByRole('dialog');
  const why = dialog.getByLabel(/Why .*Al Lith.* is to carry more than its capacity/);
  await dialog.getByLabel('Why', { exact: true }).fill('So that no village is left out');
  await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
  // Without it nothing is sent.
  await expect(why).toBeFocused();
  await why.fill('A second house opens in spring');
  await nitaq.hasNoAxeViolation();
  await dialog.getByRole('button', { name: 'Propose', exact: true }).click();
  await expectSaid(page.locator('.proposal-reason'), 'On the capacity of Al Lith: A second house opens');
  const proposals = (await (await page.request.get(`${AREA}/proposals`)).json()) as {
    items: { reason: string }[];
  };
  expect(proposals.items.map(({ reason }) => reason)).toContainEqual(
    'So that no village is left out\nOn the capacity of Al Lith: A second house opens in spring',
  );
  // Other stories begin without such a load.
  const lightened = await page.request.put(`${AREA}/associations/lith/capacity`, {
    data: { capacity: null },
    headers: { 'if-match': '*' },
  });
  expect(lightened.ok(), await lightened.text()).toBe(true);
});
