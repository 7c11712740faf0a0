import type { Position, TerritoryCollection } from '@nitaq/core';
import type { Page } from '@playwright/test';
import { DrawingPage, hasVertex } from './drawing-page.ts';
import { expect, type Language, test } from './nitaq-page.ts';

/** In the territory of Al Wasqah, in the shipped whole draft. */
const IN_WASQAH: Position = [40.62, 19.98];

/** A vertex of the border that Afaf and Wasqah share in the shipped whole draft. */
const SHARED: Position = [40.5867, 20.154];

/** Between the villages there, in the shipped opening claims. */
const IN_THE_NORTHERN_GAP: Position = [40.25, 20.6];

const WORDS = {
  ar: {
    split: 'تقسيمها بين الجيران',
    problem: /المشكلة .١. من/,
    whole: 'النطاقات مكتملة: لا فجوات ولا تداخل',
    heal: 'معالجة كل الشرائح',
  },
  en: {
    split: 'Split among the neighbours',
    problem: /Problem .1. of/,
    whole: 'The plan is whole',
    heal: 'Mend all slivers',
  },
} as const;

function counts(drawing: DrawingPage) {
  return drawing.coverage().then(({ gaps, overlaps, slivers }) => ({
    gaps: gaps.features.length,
    overlaps: overlaps.features.length,
    slivers: slivers.features.length,
  }));
}

async function ownersOf(drawing: DrawingPage, village: string) {
  return (await drawing.coverage()).villages.find(({ id }) => id === village)?.associations;
}

async function giveVillage(drawing: DrawingPage, village: string, to: RegExp) {
  const search = await drawing.searchField();
  await search.fill(village);
  await drawing.page.getByRole('option', { name: new RegExp(village) }).click();
  await drawing.card.getByRole('button', { name: to }).click();
}

for (const language of ['ar', 'en'] as const satisfies Language[]) {
  test(`the first problem is the gap with most villages; it is split among its neighbours, and taken back (${language})`, async ({
    page,
  }) => {
    const words = WORDS[language];
    const drawing = await DrawingPage.of(page, language, 'opening-claims');
    await drawing.draw();
    const before = await counts(drawing);
    await page.keyboard.press('n');
    await expect(drawing.card).toContainText(words.problem);
    await drawing.hasNoAxeViolation();
    await drawing.card.getByRole('button', { name: words.split }).click();
    await drawing.isSaved();
    expect(await counts(drawing)).toEqual({ ...before, gaps: before.gaps - 1 });
    expect(await ownersOf(drawing, 'al-barid')).toEqual(['ghumayqah']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => counts(drawing)).toEqual(before);
  });
}

test('gaps and overlaps are ended from the list itself, by one press each', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en', 'opening-claims');
  await drawing.draw();
  const before = await counts(drawing);
  await drawing.list('gaps').getByRole('button', { name: 'Nearest seats' }).first().click();
  await expect(drawing.notice).toContainText('Divided a gap');
  await drawing.list('overlaps').getByRole('button', { name: 'Divide it' }).first().click();
  await expect(drawing.notice).toContainText('Ended an overlap');
  await drawing.list('overlaps').getByRole('button', { name: /^To / }).first().click();
  await drawing.isSaved();
  await expect
    .poll(() => counts(drawing))
    .toEqual({ gaps: before.gaps - 1, overlaps: before.overlaps - 2, slivers: before.slivers });
});

test('a gap that is clicked on the map can be filled from its card', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en', 'opening-claims');
  await drawing.draw(IN_THE_NORTHERN_GAP);
  const before = await counts(drawing);
  const { x, y } = await drawing.middle();
  await page.mouse.click(x, y);
  await expect(drawing.card).toContainText('Gap');
  await drawing.card.getByRole('button', { name: 'To the nearest seats' }).click();
  await drawing.isSaved();
  await expect.poll(() => counts(drawing)).toEqual({ ...before, gaps: before.gaps - 1 });
});

test('a territory that is clicked is merged into the chosen one, whole or not at all', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(IN_WASQAH, 'afaf');
  await page.keyboard.press('j');
  const { x, y } = await drawing.middle();
  await page.mouse.click(x, y);
  const question = page.getByRole('group', { name: /How much of .*Wasqah.* shall go to .*Afaf/ });
  await drawing.hasNoAxeViolation();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await page.locator('.territory-option input[value="wasqah"]').check({ force: true });
  await page.mouse.click(x, y);
  await expect(drawing.notice).toContainText('point at another one');
  await page.locator('.territory-option input[value="afaf"]').check({ force: true });
  await page.mouse.click(x, y);
  await question.getByRole('button', { name: /whole territory/ }).click();
  await expect(drawing.notice).toContainText(/Merged the territory of .*Wasqah.* into .*Afaf/);
  await drawing.isSaved();
  await expect(drawing.stored('wasqah')).rejects.toThrow('no territory');
  expect(await counts(drawing)).toEqual({ gaps: 0, overlaps: 0, slivers: 0 });
  // Somebody has nothing now.
  await expect(page.locator('.drawing-panel')).toContainText('Unfinished plan');
});

/** A border of two territories that misses itself by some metres, as where each was traced by another hand. */
async function missBy(drawing: DrawingPage, [x, y]: Position, metres: number): Promise<void> {
  const at = `/api/v1/areas/al-lith/plans/${drawing.plan}/territories`;
  const { features } = (await (await drawing.request.get(at)).json()) as TerritoryCollection;
  const afaf = features.find(({ id }) => id === 'afaf');
  const moved = afaf?.geometry?.coordinates.map((rings) =>
    rings.map((ring) =>
      ring.map((vertex) => (vertex[0] === x && vertex[1] === y ? [x, y + metres / 111_000] : vertex)),
    ),
  );
  const territory = {
    association: 'afaf',
    version: afaf?.properties.version,
    geometry: { type: 'MultiPolygon', coordinates: moved },
  };
  const saved = await drawing.request.patch(at, { data: { territories: [territory] } });
  expect(saved.ok(), await saved.text()).toBe(true);
}

for (const language of ['ar', 'en'] as const satisfies Language[]) {
  test(`slivers are mended from the list by one press, and taken back (${language})`, async ({ page }) => {
    const drawing = await DrawingPage.of(page, language);
    await missBy(drawing, SHARED, 3);
    const before = await counts(drawing);
    expect(before).toEqual({ gaps: 0, overlaps: 0, slivers: 1 });
    await drawing.draw();
    await page.getByRole('button', { name: WORDS[language].heal }).click();
    await drawing.isSaved();
    await expect.poll(() => counts(drawing)).toEqual({ gaps: 0, overlaps: 0, slivers: 0 });
    // The border is one line again.
    expect(hasVertex(await drawing.stored('afaf'), SHARED)).toBe(
      hasVertex(await drawing.stored('wasqah'), SHARED),
    );
    await page.keyboard.press('Control+z');
    await expect.poll(() => counts(drawing)).toEqual(before);
  });
}

test('a part apart from its seat is found, and given to a neighbour', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw();
  await expect(page.locator('.drawing-panel')).toContainText(WORDS.en.whole);
  const owner = await ownersOf(drawing, 'suq-dhara');
  await giveVillage(drawing, 'Suq Dhara', /Wasqah/);
  await drawing.isSaved();
  expect(await ownersOf(drawing, 'suq-dhara')).toEqual(['wasqah']);
  await page.keyboard.press('n');
  await expect(drawing.card).toContainText(/A part of .*Wasqah.* that lies apart/);
  await drawing.card
    .getByRole('button', { name: owner?.[0] === 'ghumayqah' ? /Ghumayqah/ : /Al Lith/ })
    .first()
    .click();
  await drawing.isSaved();
  expect(await ownersOf(drawing, 'suq-dhara')).toEqual(owner);
  await page.keyboard.press('n');
  await expect(drawing.notice).toContainText('No problem is left');
});

test('the villages of a centre are given together', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.draw(null, 'ghumayqah');
  await page.keyboard.press('v');
  await page.getByRole('button', { name: 'By centre' }).click();
  const panel = page.locator('.centre-choice');
  await expect(panel).toContainText('no official division');
  await panel.getByRole('button', { name: /Choose a centre/ }).click();
  await page.getByRole('option', { name: 'Haffar' }).click();
  await panel.getByRole('button', { name: 'Give these villages' }).click();
  await drawing.isSaved();
  expect(await ownersOf(drawing, 'haffar')).toEqual(['ghumayqah']);
  expect(await counts(drawing)).toEqual({ gaps: 0, overlaps: 0, slivers: 0 });
});

async function plans(page: Page): Promise<{ id: string; title: { ar: string; en: string } }[]> {
  return (await (await page.request.get('/api/v1/areas/al-lith/plans')).json()).items;
}

test('a draft is renamed and deleted; who has it open is told', async ({ page, browser, faults }) => {
  const mine = await DrawingPage.of(page, 'en');
  const other = await browser.newContext();
  const theirs = mine.beside(await other.newPage());
  const titled = async () => (await plans(page)).find(({ id }) => id === mine.plan)?.title;
  await mine.open({ plan: mine.plan });
  await theirs.open({ plan: mine.plan });
  await page.getByRole('button', { name: 'Rename' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title in English').fill('Along the wadis');
  await dialog.getByLabel('Title in Arabic').fill('على امتداد الأودية');
  await mine.hasNoAxeViolation();
  await dialog.getByRole('button', { name: 'Save the title' }).click();
  await expect(page.locator('.plan-heading')).toHaveText('Along the wadis');
  expect(await titled()).toEqual({ ar: 'على امتداد الأودية', en: 'Along the wadis' });
  await expect(theirs.page.locator('.notice')).toContainText('Others named this draft');
  await expect(theirs.page.locator('.plan-heading')).toHaveText('Along the wadis');

  // Somebody else changes it while the question stands: it is asked anew.
  await page.getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(/4 territories/);
  await mine.hasNoAxeViolation();
  const at = `/api/v1/areas/al-lith/plans/${mine.plan}`;
  await page.request.patch(at, { data: { title: 'By others' }, headers: { 'if-match': '*' } });
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(question).toContainText('Others changed this draft just now');
  expect(await titled()).toMatchObject({ en: 'By others' });
  await question.getByRole('button', { name: 'Delete it all the same' }).click();
  await expect(page.locator('.notice')).toContainText('was deleted');
  expect(await titled()).toBeUndefined();
  await expect(theirs.page.locator('.notice')).toContainText('Others deleted the draft');
  await other.close();
  // The browser itself writes down that the version was another.
  expect(faults.splice(0).every((fault) => /412|404/.test(fault))).toBe(true);
});

test('two plans are compared side by side, on maps that move together, and by swiping', async ({ page }) => {
  const drawing = await DrawingPage.of(page, 'en');
  await drawing.open({ plan: drawing.plan });
  await page.getByRole('button', { name: /Compare with/ }).click();
  await page.getByRole('option', { name: /Opening claims/ }).click();
  const views = page.getByRole('radiogroup', { name: 'How the other plan is shown' });
  await views.getByText('Side by side').click();
  const other = page.locator('.comparison-host');
  await expect(other).toHaveAttribute('data-still', 'true');
  await drawing.mapIsStill();
  await drawing.hasNoAxeViolation();
  const before = (await drawing.address('at=')).get('at');
  const box = await other.boundingBox();
  if (!box) throw new Error('The other map is not shown');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y - 40, { steps: 4 });
  await page.mouse.up();
  // The address tells where the map of the plan itself stands.
  await expect.poll(async () => (await drawing.address('at=')).get('at')).not.toBe(before);

  await views.getByText('Swipe').click();
  const handle = page.getByRole('slider', { name: 'Line between the two plans' });
  await expect(handle).toHaveAttribute('aria-valuenow', '50');
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuenow', '52');
  const grip = await handle.boundingBox();
  if (!grip) throw new Error('The handle is not shown');
  await page.mouse.move(grip.x + grip.width / 2, grip.y + 100);
  await page.mouse.down();
  await page.mouse.move(grip.x - 150, grip.y + 100, { steps: 4 });
  await page.mouse.up();
  expect(Number(await handle.getAttribute('aria-valuenow'))).toBeLessThan(45);
  await drawing.hasNoAxeViolation();
});
