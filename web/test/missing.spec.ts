import type { APIRequestContext, Page } from '@playwright/test';
import { expect, type Language, NitaqPage, test } from './nitaq-page.ts';

const AREA = '/api/v1/areas/al-lith';
/** Far from the borders of Al-Lith's own territory. */
const PLACE = [40.281, 20.152];

const WORDS = {
  ar: {
    list: /قرى أُبلغ عن نقصها/,
    twice: 'بلاغان',
    add: /إضافتها قرية/,
    arabic: 'الاسم بالعربية',
    latin: 'الاسم بالحروف اللاتينية',
    save: 'إضافة القرية',
    alias: /هي قرية معروفة/,
    which: 'أي قرية؟',
    saveAlias: 'إضافة الاسم',
    dismiss: /ردّ البلاغ/,
    why: 'ما السبب؟',
    legend: 'مفتاح الخريطة',
    inLegend: 'قرية أُبلغ عن نقصها',
    served: /تخدمها/,
    show: /عرض على الخريطة/,
  },
  en: {
    list: /Villages reported as missing/,
    twice: '2 reports',
    add: /Add as a village/,
    arabic: 'Name in Arabic',
    latin: 'Name in Latin letters',
    save: 'Add the village',
    alias: /It is a known village/,
    which: 'Which one?',
    saveAlias: 'Add the name',
    dismiss: /Dismiss/,
    why: 'Why?',
    legend: 'Legend',
    inLegend: 'Village reported as missing',
    served: /Served by/,
    show: /Show on the map/,
  },
} as const;

async function report(request: APIRequestContext, name: string, location: readonly number[] | null) {
  const answer = await request.post(`${AREA}/missing-villages`, { data: { name, location } });
  expect(answer.status()).toBe(204);
}

/** The report of a village in the list, as people see it. */
function rowOf(page: Page, language: Language, name: string) {
  return page
    .getByRole('region', { name: WORDS[language].list })
    .getByRole('listitem')
    .filter({ hasText: name });
}

for (const [language, name, other] of [
  ['ar', 'زهوة الوادي', 'Zahwat al-Wadi'],
  ['en', 'Zuhra Springs', 'عين الزهرة'],
] as const) {
  test(`a reported village is seen on the map and added: ${language}`, async ({ page, request }) => {
    const words = WORDS[language];
    await report(request, name, PLACE);
    await report(request, name, null);
    const nitaq = new NitaqPage(page, language);
    await nitaq.open();
    const row = rowOf(page, language, name);
    await expect(row).toContainText(words.twice);
    await row.getByRole('button', { name: words.show }).click();
    await expect(nitaq.card).toContainText(/20.152|٢٠٫١٥٢/);
    await page.getByRole('button', { name: words.legend }).click();
    await expect(page.getByText(words.inLegend)).toBeVisible();
    await row.getByRole('button', { name: words.add }).click();
    await row.getByLabel(language === 'ar' ? words.latin : words.arabic).fill(other);
    await nitaq.hasNoAxeViolation();
    await row.getByRole('button', { name: words.save }).click();
    await expect(row).toHaveCount(0);
    await expect(nitaq.card).toContainText(name);
    await expect(nitaq.card).toContainText(words.served);
  });
}

test('a reported name becomes one of a known village, by which it is found', async ({ page, request }) => {
  await report(request, 'Qaryat Zaqzuq', null);
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  const row = rowOf(page, 'en', 'Qaryat Zaqzuq');
  await row.getByRole('button', { name: WORDS.en.alias }).click();
  await row.getByRole('button', { name: WORDS.en.saveAlias }).click();
  await expect(row).toContainText('Choose a village from the list.');
  await row.getByRole('combobox', { name: WORDS.en.which }).fill('Wasqah');
  await page.getByRole('option', { name: 'Al Wasqah' }).click();
  await row.getByRole('button', { name: WORDS.en.saveAlias }).click();
  await expect(row).toHaveCount(0);
  await expect(nitaq.card).toContainText('Al Wasqah');
  const search = await request.get('/api/v1/villages?q=zaqzooq');
  expect((await search.json()).items[0].village.id).toBe('al-wasqah');
});

test('a report is dismissed with a reason, and the keyboard alone does it at 360 px', async ({
  page,
  request,
}) => {
  await report(request, 'Zunnar', PLACE);
  await page.setViewportSize({ width: 360, height: 740 });
  const nitaq = new NitaqPage(page, 'ar');
  await nitaq.open();
  const row = rowOf(page, 'ar', 'Zunnar');
  await row.getByRole('button', { name: WORDS.ar.dismiss }).first().focus();
  await page.keyboard.press('Enter');
  await row.getByLabel(WORDS.ar.why).focus();
  await page.keyboard.type('بئر وليست قرية');
  await nitaq.hasNoAxeViolation();
  await nitaq.doesNotScrollSideways();
  await page.keyboard.press('Enter');
  await expect(row).toHaveCount(0);
});

test('reports that come and that others settle are seen by whoever looks on', async ({ page, request }) => {
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  const row = rowOf(page, 'en', 'Zahir');
  await expect(row).toHaveCount(0);
  await report(request, 'Zahir', null);
  await expect(row).toBeVisible();
  const { items } = await (await request.get(`${AREA}/missing-villages`)).json();
  const { id } = items.find(({ name }: { name: string }) => name === 'Zahir');
  const settled = await request.post(`${AREA}/missing-villages/${id}/settlement`, {
    headers: { 'if-match': '*' },
    data: { answer: 'dismissed', reason: 'A well' },
  });
  expect(settled.status()).toBe(204);
  await expect(row).toHaveCount(0);
});

test.describe('who may not settle', () => {
  test.use({ storageState: { cookies: [], origins: [] } });
  test('sees no reports', async ({ page }) => {
    const nitaq = new NitaqPage(page, 'en');
    await nitaq.open();
    await expect(nitaq.list('unlocated')).toBeVisible();
    await expect(page.getByRole('region', { name: WORDS.en.list })).toHaveCount(0);
  });
});
