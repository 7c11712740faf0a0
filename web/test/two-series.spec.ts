import type { Decision, Meeting, MeetingSeries } from '@nitaq/core';
import type { Page } from '@playwright/test';
import { arrive, PHONE } from './arrive.ts';
import { expect, NitaqPage, test } from './nitaq-page.ts';
import { made, proposedPlan } from './proposed-plan.ts';

const AREA = '/api/v1/areas/al-lith';
const DAY_MS = 86_400_000;
const TITLE = 'لقاء المنسقين';
const PROPOSAL = 'تعديل حدود الوادي';

const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).press('Enter');
const chip = (page: Page) => page.locator('.meeting-head .chip');

test.use({ actionTimeout: 60_000 });

// Opens a meeting and leaves a proposal open: it runs after the others (by name).
test('a series and its meetings change, an agenda is put in order by hand, and a proposal is sent back', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const council = await arrive(browser, 'council');
  const salma = await arrive(browser, 'lith', PHONE);
  const nitaq = new NitaqPage(council, 'ar');
  await proposedPlan(salma.request, PROPOSAL);
  await made<MeetingSeries>(
    council.request.post(`${AREA}/meeting-series`, {
      data: {
        title: TITLE,
        rule: { kind: 'weekly', every: 1, weekday: new Date(Date.now() + 2 * DAY_MS).getUTCDay() },
        startsOn: dayIn(1),
        time: '10:00',
        durationMinutes: 60,
        place: '',
      },
    }),
  );

  await test.step('a gap is on the agenda by itself; a village in it is put there from its card', async () => {
    await nitaq.open();
    await nitaq.list('gaps').locator('.row-button').first().press('Enter');
    await press(council, 'إدراجه في جدول الأعمال');
    await expect(nitaq.card.getByText(/^هو في جدول الأعمال/)).toBeVisible();
    const pill = nitaq.card.locator('.pill').first();
    const village = (await pill.textContent()) ?? '';
    await pill.press('Enter');
    await expect(nitaq.card.locator('.card-title')).toHaveText(village);
    await press(council, 'إدراجه في جدول الأعمال');
    const form = council.getByRole('form', { name: 'إضافة بند' });
    await expect(form.getByLabel('الموضوع')).toHaveValue(village);
    await expect(form.getByLabel('يتعلق بـ').locator('option')).toContainText([village, 'مقترح']);
    await nitaq.hasNoAxeViolation();
    await form.getByRole('button', { name: 'إضافة' }).press('Enter');
    await expect(nitaq.card.getByText('أُدرج في جدول الأعمال.')).toBeVisible();
    await press(council, 'فتح الاجتماع');
    await expect(council.locator('.agenda-row').last()).toContainText(village);
    await expect(council.locator('.agenda-row').last()).toContainText('قرية');
  });

  await test.step('the agenda is put in order with the keyboard, and the focus stays with the item', async () => {
    await press(council, 'ترتيب الجدول');
    const titles = council.locator('.agenda-row .row-title');
    const before = await titles.allTextContents();
    const later = council.getByRole('button', { name: new RegExp(`^تأخير: .?${before[0]}`) });
    await later.press('Enter');
    await expect(titles.nth(1)).toHaveText(before[0] ?? '');
    await expect(later).toBeFocused();
    await council.keyboard.press('Enter');
    await expect(titles.nth(2)).toHaveText(before[0] ?? '');
    await press(council, 'تم');
  });

  await test.step('the meeting is moved, and its series goes on without it', async () => {
    await press(council, 'تغيير الموعد');
    const move = council.getByRole('form', { name: 'تغيير الموعد' });
    await move.getByLabel('اليوم').fill(dayIn(1));
    await move.getByRole('button', { name: 'حفظ الموعد الجديد' }).press('Enter');
    await expect(council.locator('.meeting-head')).toContainText('كان موعده الأول');
    await press(council, 'كل الاجتماعات');
    await press(council, new RegExp(`^تعديل: .?${TITLE}`));
    const series = council.getByRole('form', { name: 'تعديل' });
    await expect(council.locator('.series-row', { has: series })).toContainText('٥ مواعيد');
    await expect(council.locator('.series-row', { has: series })).toContainText('موعد واحد على حاله');
    await series.getByLabel('الساعة').fill('18:30');
    await nitaq.hasNoAxeViolation();
    await series.getByRole('button', { name: 'حفظ التعديل' }).press('Enter');
    await expect(series).toHaveCount(0);
    const rows = council.locator('.meeting-row', { hasText: TITLE });
    await expect(rows.filter({ hasText: '٦:٣٠' }).first()).toBeVisible();
    await expect(rows.filter({ hasText: '١٠:٠٠' })).toHaveCount(1);
  });

  await test.step('a calendar program follows it by an address of one’s own', async () => {
    await press(council, 'إنشاء عنوان');
    const address = new URL((await council.locator('.calendar-address').textContent()) ?? '');
    const feed = await council.request.get(`${address.pathname}${address.search}`);
    expect(feed.headers()['content-type']).toContain('text/calendar');
    expect(await feed.text()).toContain(`SUMMARY:${TITLE}`);
  });

  await test.step('another meeting is cancelled, and says why', async () => {
    await council.locator('.meeting-row', { hasText: '٦:٣٠' }).first().press('Enter');
    await press(council, 'إلغاؤه');
    await council.getByLabel('ما السبب؟').fill('يوافق إجازة');
    await press(council, 'إلغاء الاجتماع');
    await expect(chip(council)).toHaveText('أُلغي');
    await expect(council.locator('.meeting-head')).toContainText('يوافق إجازة');
  });

  await test.step('a proposal is sent back by a decision, which its coordinator reads on a phone', async () => {
    await press(council, 'كل الاجتماعات');
    await council.locator('.meeting-row', { hasText: '١٠:٠٠' }).filter({ hasText: TITLE }).press('Enter');
    await press(council, 'افتتاح الاجتماع');
    await expect(chip(council)).toHaveText('منعقد');
    await council.locator('.agenda-row', { hasText: PROPOSAL }).press('Enter');
    await expect(council.locator('.item-title')).toHaveText(PROPOSAL);
    const { items } = await made<{ items: Meeting[] }>(council.request.get(`${AREA}/meetings`));
    const meeting = items.find(({ state }) => state === 'running')?.id ?? '';
    const phone = new NitaqPage(salma, 'ar');
    await phone.open({ meeting });
    await expect(salma.locator('.item-title')).toHaveText(PROPOSAL);
    await press(council, 'اتخاذ قرار');
    const form = council.getByRole('form', { name: 'اتخاذ قرار' });
    await form.getByLabel('ما يترتب عليه').selectOption('send-back');
    await form.getByLabel('أي مقترح').selectOption({ label: PROPOSAL });
    await form.getByLabel('نص القرار').fill('تُراجع حدود ساية.');
    await form.getByRole('button', { name: 'تسجيل القرار' }).press('Enter');
    const decision = salma.locator('.item-of-now .decision');
    await expect(decision).toContainText('تُراجع حدود ساية.');
    await expect(decision).toContainText(new RegExp(`أُعيد: .?${PROPOSAL}`));
    await phone.hasNoAxeViolation();
    await phone.doesNotScrollSideways();
    await council
      .locator('.item-of-now')
      .getByRole('button', { name: /^تعديل صياغة القرار/ })
      .press('Enter');
    const reword = council.getByRole('form', { name: 'تعديل الصياغة' });
    await reword.getByLabel('نص القرار').fill('تُراجع حدود ساية قبل الشتاء.');
    const { items: decisions } = await made<{ items: Decision[] }>(council.request.get(`${AREA}/decisions`));
    const { number } = decisions[0] ?? { number: 0 };
    await made(
      council.request.patch(`${AREA}/decisions/${number}`, {
        data: { text: 'قالت الأخرى.' },
        headers: { 'if-match': '"1"' },
      }),
    );
    const save = reword.getByRole('button', { name: 'حفظ الصياغة' });
    // What another said meanwhile is seen before it is replaced.
    await save.press('Enter');
    await expect(council.locator('.problem')).toBeVisible();
    await expect(decision).toContainText('قالت الأخرى.');
    await expect(save).toHaveAttribute('data-busy', 'false');
    await save.press('Enter');
    await expect(decision).toContainText('قبل الشتاء.');
    await salma
      .getByRole('button', { name: /^الصياغات السابقة/ })
      .first()
      .press('Enter');
    await expect(decision.locator('.history-entry').last()).toContainText('تُراجع حدود ساية.');
    await salma.getByRole('button', { name: /^فتح موضوع البند/ }).press('Enter');
    await expect(salma.locator('.proposal')).toContainText('تُراجع حدود ساية.');
    await salma.getByRole('button', { name: 'العودة إلى الاجتماع' }).press('Enter');
    await press(salma, 'كل الاجتماعات');
    const toLists = salma.getByRole('button', { name: 'العودة إلى القوائم' });
    await toLists.press('Enter');
    await press(salma, 'كل الاجتماعات');
    // However far down the lists were.
    await expect(toLists).toBeInViewport();
  });

  await test.step('a guest stands in the minutes of the meeting that is closed', async () => {
    await press(council, 'إضافة ضيف');
    const form = council.getByRole('form', { name: 'إضافة ضيف' });
    await form.getByLabel('اسم الضيف').fill('سالم الهذلي');
    await form.getByLabel(/^جهته/).fill('بلدية الليث');
    await nitaq.hasNoAxeViolation();
    await form.getByRole('button', { name: 'تسجيل' }).press('Enter');
    await expect(council.locator('.person-row', { hasText: 'سالم الهذلي' })).toContainText('بلدية الليث');
    await press(council, 'اختتام الاجتماع');
    await press(council, 'اضغط مرة أخرى لاختتامه');
    await expect(chip(council)).toHaveText('محضره ينتظر الاعتماد');
    await press(council, 'المحضر للطباعة');
    await expect(council.locator('.minutes-document')).toContainText('سالم الهذلي');
  });
  for (const page of [council, salma]) await page.context().close();
});
