import { writeFile } from 'node:fs/promises';
import type { CoverageAnswer, Position, Proposal, TerritoryCollection } from '@nitaq/core';
import type { Browser, Page } from '@playwright/test';
import { clockAhead, councilState } from './browser-service.ts';
import { draftLike } from './draft-like.ts';
import { expect, NitaqPage, test } from './nitaq-page.ts';
import { codeOf, type First, PASSWORD, signInAs } from './people.ts';

const AREA = '/api/v1/areas/al-lith';
const NOBODY = { cookies: [], origins: [] };
const DAY_MS = 86_400_000;

/** Somebody with a browser of their own. */
async function arrive(browser: Browser, who: First): Promise<Page> {
  const context = await browser.newContext({ storageState: NOBODY });
  await signInAs(context.request, who);
  return context.newPage();
}

async function openProposal(page: Page, title: string): Promise<NitaqPage> {
  const nitaq = new NitaqPage(page, 'ar');
  await nitaq.open();
  await page.locator('.proposal-row', { hasText: title }).click();
  await expect(page.locator('.proposal-head')).toContainText(title);
  return nitaq;
}

async function propose(page: Page, title: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'عرض هذه المسودة على الآخرين' }).click();
  await page.getByLabel('العنوان').fill(title);
  await page.getByLabel('السبب').fill(reason);
}

/** Puts the clock of the service ahead. */
const moveClock = (ms: number) => writeFile(clockAhead, String(ms));

/** A place in the middle of the border between two associations, as it is proposed. */
async function onBorder(page: Page, [one, other]: readonly [string, string]): Promise<Position> {
  const answer = await page.request.get(`${AREA}/plans/draft-whole/territories`);
  const { features } = (await answer.json()) as TerritoryCollection;
  const of = (association: string): Position[] =>
    features.find(({ id }) => id === association)?.geometry?.coordinates.flat(2) ?? [];
  const others = new Set(of(other).map(String));
  const shared = of(one).filter((position) => others.has(String(position)));
  const middle = shared[Math.floor(shared.length / 2)];
  if (middle === undefined) throw new Error('They have no border with each other');
  return middle;
}

test.use({ actionTimeout: 60_000 });

const standingOf = (page: Page, name: string) => page.locator('.standing', { hasText: name });

// Puts a plan into force for tomorrow, on which all that is proposed later has to stand: it runs after the others (by name).
test('four associations and the council: from claims that gape and overlap to a plan in force that all have signed', async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const salma = await arrive(browser, 'lith');
  const ghumayqah = await arrive(browser, 'ghumayqah');
  const wasqah = await arrive(browser, 'wasqah');
  const afaf = await arrive(browser, 'afaf');
  const council = await arrive(browser, 'council');

  await test.step('a draft without gap or overlap is put to the others', async () => {
    const draft = await draftLike(salma.request, 'تغطية كاملة', 'draft-whole');
    const nitaq = new NitaqPage(salma, 'ar');
    await nitaq.open({ plan: draft });
    await propose(salma, 'تغطية كاملة', 'لكي لا تُترك قرية');
    await nitaq.hasNoAxeViolation();
    await salma.getByRole('button', { name: 'اقتراح', exact: true }).click();
    await expect(salma.locator('.proposal-head .chip')).toHaveText('مفتوح');
    await expect(salma.locator('.standing')).toHaveCount(4);
    const effect = salma.getByRole('table', { name: 'قبل المقترح وبعده' });
    await expect(effect.getByRole('row', { name: 'قرى بلا جمعية' }).getByRole('cell').last()).toHaveText(
      'صفر',
    );
    await expect(salma.getByRole('heading', { name: 'الحدود التي تتغيّر وأسبابها' })).toBeVisible();
    await nitaq.hasNoAxeViolation();
  });

  await test.step('one signs, another objects with a reason and speaks about a village', async () => {
    await openProposal(wasqah, 'تغطية كاملة');
    await wasqah.getByRole('button', { name: 'اعتماد', exact: true }).click();
    await expect(standingOf(wasqah, 'الوسقة')).toHaveAttribute('data-standing', 'signed');
    await new NitaqPage(ghumayqah, 'ar').open();
    await expect(ghumayqah.locator('.proposal-row', { hasText: 'تغطية كاملة' })).toContainText('ينتظر ردّك');
    const nitaq = await openProposal(ghumayqah, 'تغطية كاملة');
    await ghumayqah.getByRole('button', { name: 'اعتراض', exact: true }).click();
    await expect(ghumayqah.getByRole('alert')).toContainText('يحتاج إلى سبب');
    await ghumayqah.getByLabel('السبب').fill('الوادي يقطع الطريق في السيل');
    await ghumayqah.getByRole('button', { name: 'اعتراض', exact: true }).click();
    await expect(ghumayqah.locator('.proposal-head .chip')).toHaveText('عليه اعتراض');
    await expect(ghumayqah.locator('.proposal')).toContainText(/جمعيتك .?معترضة/);
    const field = await nitaq.searchField();
    await field.fill('البرد');
    await ghumayqah.getByRole('option').first().click();
    await ghumayqah.getByLabel('تعليق جديد').fill('هذه القرية أقرب إلينا');
    await ghumayqah.locator('.role-choice', { hasText: 'المختار على الخريطة' }).click();
    await ghumayqah.getByRole('button', { name: 'إرسال' }).click();
    await expect(ghumayqah.locator('.thread')).toContainText('هذه القرية أقرب إلينا');
    const [lon, lat] = await onBorder(ghumayqah, ['ghumayqah', 'lith']);
    await field.fill(`${lat}, ${lon}`);
    await ghumayqah.getByRole('option').first().click();
    await ghumayqah.getByLabel('تعليق جديد').fill('والحد هنا يتبع الوادي');
    await ghumayqah.locator('.role-choice', { hasText: 'عن حد' }).click();
    await ghumayqah.getByRole('button', { name: 'إرسال' }).click();
    await expect(ghumayqah.locator('.thread-about', { hasText: /عن حد .*غميقة.*الليث/ })).toBeVisible();
    // It is there for the one who proposed without loading anything anew.
    await expect(salma.locator('.thread').first()).toContainText('هذه القرية أقرب إلينا');
    await expect(standingOf(salma, 'غميقة')).toHaveAttribute('data-standing', 'objected');
  });

  await test.step('the one who objects answers with a counter-proposal', async () => {
    const draft = await draftLike(ghumayqah.request, 'بديل غميقة', 'draft-whole');
    const claimed = await ghumayqah.request.get(`${AREA}/plans/opening-claims/territories/lith`);
    const drawn = await ghumayqah.request.put(`${AREA}/plans/${draft}/territories/lith`, {
      data: await claimed.json(),
      headers: { 'if-match': '*' },
    });
    expect(drawn.ok(), await drawn.text()).toBe(true);
    await new NitaqPage(ghumayqah, 'ar').open({ plan: draft });
    await propose(ghumayqah, 'بديل غميقة', 'كما في الأول والبرد لنا');
    await ghumayqah.locator('.role-choice', { hasText: /مقترح مقابل.*تغطية كاملة/ }).click();
    await ghumayqah.getByRole('button', { name: 'اقتراح', exact: true }).click();
    await expect(ghumayqah.locator('.proposal-head')).toContainText('جوابًا عن');
  });

  await test.step('the two are compared, from either of them', async () => {
    for (const [page, title, other] of [
      [ghumayqah, 'بديل غميقة', /المقترح الذي يجيب عنه: .?تغطية كاملة/],
      [salma, 'تغطية كاملة', /المقترح المقابل له: .?بديل غميقة/],
    ] as const) {
      const nitaq = await openProposal(page, title);
      await page.locator('.role-choice', { hasText: other }).click();
      const both = page.getByRole('table', { name: 'المقترحان جنبًا إلى جنب' });
      const open = both.getByRole('row', { name: 'قرى بلا جمعية' }).getByRole('cell');
      await expect(open).toHaveCount(2);
      expect(await open.first().innerText()).not.toBe(await open.last().innerText());
      await expect(page.locator('.proposal .change-list').getByRole('button').first()).toBeVisible();
      await nitaq.hasNoAxeViolation();
      await page.locator('.role-choice', { hasText: 'الخطة التي ينطلق منها' }).click();
      await expect(page.getByRole('table', { name: 'قبل المقترح وبعده' })).toBeVisible();
    }
  });

  await test.step('a revision makes the signature stale', async () => {
    const draft = await draftLike(salma.request, 'مراجعة', 'draft-whole');
    const { features } = (await (
      await salma.request.get(`${AREA}/plans/${draft}/territories`)
    ).json()) as TerritoryCollection;
    const own = features.find(({ id }) => id === 'lith');
    const reason = await salma.request.post(`${AREA}/plans/${draft}/reasons`, {
      data: {
        line: own?.geometry?.coordinates[0]?.[0]?.slice(0, 2),
        associations: ['lith'],
        text: 'على مجرى الوادي',
      },
    });
    expect([201, 422]).toContain(reason.status());
    await new NitaqPage(salma, 'ar').open({ plan: draft });
    await salma.getByRole('button', { name: 'عرض هذه المسودة على الآخرين' }).click();
    await salma.getByRole('button', { name: /مراجعةً لـ.*تغطية كاملة/ }).click();
    await expect(salma.locator('.proposal-head')).toContainText(/المراجعة .?٢/);
    // Whoever signed the first sees at once that it does not hold for the second.
    await expect(standingOf(wasqah, 'الوسقة')).toHaveAttribute('data-standing', 'stale');
    await expect(standingOf(wasqah, 'الوسقة')).toContainText('ردّت على مضمون سابق');
  });

  await test.step('all sign the present content', async () => {
    for (const page of [salma, ghumayqah, wasqah, afaf]) {
      await openProposal(page, 'تغطية كاملة');
      const sign = page.getByRole('button', { name: 'اعتماد', exact: true });
      if (await sign.isVisible()) await sign.click();
      await expect(sign).toHaveCount(0);
    }
    await expect(afaf.locator('.proposal-head .chip')).toHaveText('متفق عليه');
  });

  await test.step('the council proves itself twice, and enacts it for tomorrow', async () => {
    await openProposal(council, 'تغطية كاملة');
    await council.getByRole('button', { name: 'جعله ساريًا' }).click();
    await expect(council.locator('.proposal .problem')).toContainText('مفتاح مرور');
    await council.getByRole('button', { name: /حساب/ }).click();
    await council.getByRole('menuitem', { name: 'حسابي' }).click();
    await council.getByLabel('كلمة المرور الحالية').first().fill(PASSWORD);
    await council.getByRole('button', { name: 'إعداد تطبيق المصادقة' }).click();
    const key = await council.locator('.people-dialog p code').innerText();
    await council.getByLabel('رمز تطبيق المصادقة').fill(codeOf(key));
    await council.getByRole('button', { name: 'تأكيد' }).click();
    await expect(council.locator('.people-dialog')).toContainText('هذه الجلسة مثبتة');
    await council.context().storageState({ path: councilState });
    await council.keyboard.press('Escape');
    await council.getByRole('button', { name: 'جعله ساريًا' }).click();
    await expect(council.locator('.proposal-head .chip')).toHaveText('سيسري');
  });

  await test.step('with the clock moved on everybody is answered by the new plan, and as of the day before by the old one', async () => {
    const everybody = await browser.newContext({ storageState: NOBODY });
    const village = { village: 'al-barid', area: 'al-lith' };
    const lookUp = async (when: { at?: string } = {}) => {
      const query = new URLSearchParams({ ...village, ...when });
      return (await (await everybody.request.get(`/api/v1/coverage?${query}`)).json()) as CoverageAnswer;
    };
    const today = new Date().toISOString();
    expect(await lookUp()).toMatchObject({ plan: 'opening-claims', status: 'gap' });
    const { items } = (await (await salma.request.get(`${AREA}/proposals`)).json()) as { items: Proposal[] };
    const enacted = items.find(({ state }) => state === 'scheduled');
    if (enacted === undefined || !('inForceFrom' in enacted))
      throw new Error('Nothing is to come into force');
    const { plan } = enacted.revision;
    await moveClock(Date.parse(enacted.inForceFrom) + DAY_MS / 2 - Date.now());
    try {
      await expect.poll(async () => (await lookUp()).plan).toBe(plan);
      expect(await lookUp()).toMatchObject({ status: 'covered' });
      expect(await lookUp({ at: today })).toMatchObject({ plan: 'opening-claims', status: 'gap' });
      await openProposal(afaf, 'تغطية كاملة');
      await expect(afaf.locator('.proposal-head .chip')).toHaveText('سارٍ');
    } finally {
      await moveClock(0);
    }
    await everybody.close();
  });
  for (const page of [salma, ghumayqah, wasqah, afaf, council]) await page.context().close();
});
