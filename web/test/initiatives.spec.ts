import type { Page } from '@playwright/test';
import { arrive } from './arrive.ts';
import { expect, NitaqPage, test } from './nitaq-page.ts';

const NOBODY = { cookies: [], origins: [] };
const TITLE = 'حافلة مدرسية لقرى الوادي';

test.use({ actionTimeout: 60_000 });

async function openInitiative(page: Page): Promise<NitaqPage> {
  const nitaq = new NitaqPage(page, 'ar');
  await nitaq.open();
  await page.locator('.proposal-row', { hasText: TITLE }).click();
  await expect(page.locator('.proposal-head')).toContainText(TITLE);
  return nitaq;
}

const chip = (page: Page) => page.locator('.proposal-head .chip');
const standingOf = (page: Page, name: string) => page.locator('.standing', { hasText: name });
const approve = (page: Page) => page.getByRole('button', { name: 'اعتماد', exact: true }).click();
const part = (page: Page, name: string | RegExp) => page.getByRole('group', { name });

async function addVillage(page: Page, name: string): Promise<void> {
  await page.getByLabel('إضافة قرية').fill(name);
  await page.getByRole('option', { name }).first().click();
}

test('an initiative of three associations goes from an idea to done, one partner first objecting', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const salma = await arrive(browser, 'lith');
  const ghumayqah = await arrive(browser, 'ghumayqah');
  const wasqah = await arrive(browser, 'wasqah');

  await test.step('the lead writes the idea down, with an area that is drawn on the map', async () => {
    const nitaq = new NitaqPage(salma, 'ar');
    await nitaq.open();
    await salma.getByRole('button', { name: 'مبادرة جديدة' }).click();
    await salma.getByLabel('العنوان').fill(TITLE);
    await salma.getByLabel('الغاية').fill('يصل الأيتام في القرى البعيدة إلى مدارسهم');
    await salma.getByRole('button', { name: 'حفظ' }).click();
    await expect(salma.getByRole('alert')).toContainText('اختر شريكًا واحدًا على الأقل');
    await part(salma, 'الشركاء').getByText('غميقة').click();
    await part(salma, 'الشركاء').getByText('الوسقة').click();
    await addVillage(salma, 'الغالة');
    await salma.getByRole('button', { name: 'رسم على الخريطة' }).click();
    const map = salma.locator('.maplibregl-canvas').first();
    for (const position of [
      { x: 300, y: 250 },
      { x: 420, y: 250 },
      { x: 420, y: 380 },
    ])
      await map.click({ position });
    await expect(salma.getByText('٣ أركان')).toBeVisible();
    await salma.getByRole('button', { name: 'تم', exact: true }).click();
    await part(salma, 'ما تحتاج إليه').getByLabel('مال (ريال)').fill('٩٠٠٠٠');
    await part(salma, /إسهام.*الليث/)
      .getByLabel('مال (ريال)')
      .fill('90000');
    await salma.getByRole('button', { name: 'إضافة مرحلة' }).click();
    await salma.getByLabel('ما يُنجز').fill('شراء الحافلة');
    await salma.getByLabel('الموعد').fill('2040-01-10');
    await nitaq.hasNoAxeViolation();
    await salma.getByRole('button', { name: 'حفظ' }).click();
    await expect(chip(salma)).toHaveText('فكرة');
    await expect(salma.locator('.initiative')).toContainText('المنطقة المرسومة');
    await nitaq.mapIsStill();
    await salma.getByRole('button', { name: 'عرض على الشركاء' }).click();
    await expect(chip(salma)).toHaveText('معروضة على الشركاء');
    await approve(salma);
    await expect(standingOf(salma, 'الليث')).toHaveAttribute('data-standing', 'signed');
    await nitaq.hasNoAxeViolation();
  });

  await test.step('one partner approves, the other objects with a reason', async () => {
    await openInitiative(ghumayqah);
    await approve(ghumayqah);
    await expect(standingOf(ghumayqah, 'غميقة')).toHaveAttribute('data-standing', 'signed');
    await openInitiative(wasqah);
    await wasqah.getByRole('button', { name: 'اعتراض', exact: true }).click();
    await expect(wasqah.getByRole('alert')).toContainText('يحتاج إلى سبب');
    await wasqah.getByLabel(/السبب/).fill('لا بد من سائق من أهل الوادي');
    await wasqah.getByRole('button', { name: 'اعتراض', exact: true }).click();
    await expect(standingOf(wasqah, 'الوسقة')).toHaveAttribute('data-standing', 'objected');
    // The lead sees it without loading anything anew.
    await expect(standingOf(salma, 'الوسقة')).toContainText('لا بد من سائق');
  });

  await test.step('the lead changes the content, which makes every approval stale, and all approve it', async () => {
    await salma.getByRole('button', { name: 'تعديل' }).click();
    await part(salma, 'ما تحتاج إليه').getByLabel('أشخاص (عدد)').fill('1');
    await part(salma, /إسهام.*الوسقة/)
      .getByLabel('أشخاص (عدد)')
      .fill('1');
    await part(salma, /إسهام.*الوسقة/)
      .getByLabel('ما هو')
      .fill('سائق');
    await salma.getByRole('button', { name: 'حفظ' }).click();
    for (const name of ['الليث', 'غميقة', 'الوسقة'])
      await expect(standingOf(salma, name)).not.toHaveAttribute('data-standing', /signed|objected/);
    await approve(salma);
    await approve(ghumayqah);
    await expect(standingOf(ghumayqah, 'غميقة')).toHaveAttribute('data-standing', 'signed');
    await approve(wasqah);
    await expect(chip(salma)).toHaveText('اعتمدها الجميع');
  });

  await test.step('a partner leaves: those who stay are told, and approve anew what is left', async () => {
    await ghumayqah.getByRole('button', { name: 'انسحاب' }).click();
    const leaving = ghumayqah.getByRole('form', { name: 'انسحاب' });
    await leaving.getByLabel('السبب').fill('لا ميزانية هذا العام');
    await leaving.getByRole('button', { name: 'انسحاب' }).click();
    await expect(standingOf(ghumayqah, 'غميقة')).toHaveCount(0);
    await expect(ghumayqah.getByRole('button', { name: 'اعتماد', exact: true })).toHaveCount(0);
    await expect(standingOf(salma, 'غميقة')).toHaveCount(0);
    await expect(chip(salma)).toHaveText('معروضة على الشركاء');
    await approve(salma);
    await wasqah.locator('.notice-bell').click();
    await wasqah
      .getByRole('button', { name: /انسحبت .*غميقة.* من المبادرة/ })
      .first()
      .click();
    await expect(wasqah).toHaveURL(/initiative=/);
    await approve(wasqah);
    await expect(chip(salma)).toHaveText('اعتمدها الجميع');
  });

  await test.step('it runs: a partner notes the milestone and who was reached', async () => {
    await salma.getByRole('button', { name: 'بدء التنفيذ' }).click();
    await expect(chip(wasqah)).toHaveText('قيد التنفيذ');
    await wasqah.getByRole('button', { name: /أُنجزت المرحلة/ }).click();
    await wasqah.getByLabel('ما يثبت ذلك').fill('سند الاستلام');
    await wasqah.getByRole('button', { name: 'تسجيل الإنجاز' }).click();
    await expect(wasqah.locator('.milestone')).toHaveAttribute('data-standing', 'reached');
    await wasqah.getByText('إدخال من وصلت إليهم').click();
    await wasqah.getByLabel('الأيتام').fill('٣');
    await wasqah.getByLabel('الأرامل').fill('0');
    await wasqah.getByLabel('الأسر').fill('12');
    await wasqah
      .getByRole('form', { name: 'إدخال من وصلت إليهم' })
      .getByRole('button', { name: 'حفظ' })
      .click();
    // Whoever covers the village knows the number, others only a band.
    await expect(salma.locator('.initiative')).toContainText('٣ أيتام');
    await expect(wasqah.locator('.initiative')).toContainText(/من .?١.? إلى ٩ أيتام/);
  });

  await test.step('it is done, and the lesson is put on the shelf with a file', async () => {
    await salma.getByRole('button', { name: 'أُنجزت', exact: true }).click();
    await expect(chip(salma)).toHaveText('أُنجزت');
    await salma.getByText('إضافة درس أو وثيقة').click();
    await salma.getByLabel('العنوان').fill('سائق من أهل القرية');
    await salma.getByLabel(/ما الذي نجح/).fill('يعرف الطريق حين ينقطع بالسيل');
    await salma.getByLabel('الوسوم').fill('نقل، دروس');
    await salma
      .getByLabel('الملف', { exact: true })
      .setInputFiles({ name: 'محضر.txt', mimeType: 'text/plain', buffer: Buffer.from('محضر الاستلام') });
    await salma.getByRole('button', { name: 'وضع على الرف' }).click();
    await expect(salma.locator('.shelf-row')).toContainText('سائق من أهل القرية');
    const download = salma.waitForEvent('download');
    await salma.getByRole('link', { name: /تنزيل.*محضر/ }).click();
    expect((await download).suggestedFilename()).toBe('محضر.txt');
    await salma.getByRole('button', { name: /تعديل .*سائق من أهل القرية/ }).click();
    const change = salma.getByRole('form', { name: /تعديل .*سائق/ });
    await change.getByLabel('الوسوم').fill('نقل، سيول');
    await change.getByRole('combobox', { name: 'عن قرية' }).fill('سعيا');
    await salma.getByRole('option', { name: /سعيا/ }).first().click();
    await change.getByRole('button', { name: 'حفظ' }).click();
    await expect(salma.locator('.shelf-row')).toContainText('سيول');
    await expect(salma.locator('.shelf-row')).toContainText('سعيا');
    await new NitaqPage(salma, 'ar').hasNoAxeViolation();
  });

  await test.step('others find the lesson by its words, however they write them', async () => {
    const nitaq = new NitaqPage(ghumayqah, 'ar');
    await nitaq.open();
    await ghumayqah.getByRole('searchbox', { name: 'البحث في الرف' }).fill('القريه ينقطع');
    await ghumayqah.keyboard.press('Enter');
    await expect(ghumayqah.locator('.shelf-row')).toHaveCount(1);
    await ghumayqah.getByRole('searchbox', { name: 'البحث في الرف' }).fill('شتاء');
    await ghumayqah.keyboard.press('Enter');
    await expect(ghumayqah.getByText('لا شيء على الرف بهذه الكلمات.')).toBeVisible();
  });
});

test('a phone shows an initiative and its form without scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const nitaq = new NitaqPage(page, 'ar');
  await nitaq.open();
  await page.locator('.proposal-row', { hasText: TITLE }).click();
  await expect(page.locator('.proposal-head')).toContainText(TITLE);
  await nitaq.doesNotScrollSideways();
  await nitaq.hasNoAxeViolation();
  await page.getByRole('button', { name: 'كل القوائم' }).click();
  await page.getByRole('button', { name: 'مبادرة جديدة' }).click();
  await expect(page.getByLabel('العنوان')).toBeVisible();
  await nitaq.doesNotScrollSideways();
  await nitaq.hasNoAxeViolation();
});

test.describe('the public', () => {
  test.use({ storageState: NOBODY });
  test('sees neither initiatives nor the shelf', async ({ page }) => {
    const nitaq = new NitaqPage(page, 'ar');
    await nitaq.open();
    await expect(nitaq.list('unlocated')).toBeVisible();
    await expect(page.getByText('المبادرات المشتركة')).toHaveCount(0);
    await expect(page.getByText('رف الخبرات')).toHaveCount(0);
  });
});
