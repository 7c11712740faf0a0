import type { Meeting, MeetingRoom } from '@nitaq/core';
import type { APIRequestContext, Page } from '@playwright/test';
import { arrive, PHONE } from './arrive.ts';
import { expect, NitaqPage, test } from './nitaq-page.ts';
import { readsPdf, says, textOf } from './pdf-text.ts';
import { proveTwice } from './people.ts';
import { made, type ProposedPlan, proposedPlan } from './proposed-plan.ts';

const AREA = '/api/v1/areas/al-lith';
const DAY_MS = 86_400_000;
const FIRST_WORDS = 'تأخر الحصر بسبب السيول.';

/** A proposal that all who are affected have signed, and from which day it can be in force. */
async function agreedProposal(people: Readonly<Record<string, APIRequestContext>>): Promise<ProposedPlan> {
  const { lith } = people;
  if (!lith) throw new Error('Nobody proposes');
  const proposed = await proposedPlan(lith, 'تبادل قرى الوادي');
  const { id, revision } = proposed.proposal;
  for (const association of revision.affected) {
    const signer = people[association];
    if (!signer) throw new Error(`Nobody signs for ${association}`);
    const data = { answer: 'signed', contentHash: revision.contentHash };
    await made(signer.put(`${AREA}/proposals/${id}/answers/${association}`, { data }));
  }
  return proposed;
}

const goTo = async (page: Page, name: RegExp) => {
  await page.locator('.agenda-row', { hasText: name }).first().press('Enter');
  await expect(page.locator('.item-title')).toHaveText(name);
};

test.use({ actionTimeout: 60_000 });

// Enacts a plan: it runs after the others (by name).
test('a meeting fills its agenda itself, is followed on phones, decides, is approved, and the next one goes on from it', async ({
  browser,
}) => {
  test.setTimeout(900_000);
  const council = await arrive(browser, 'council');
  const projector = await arrive(browser, 'council');
  const salma = await arrive(browser, 'lith', PHONE);
  const yusuf = await arrive(browser, 'wasqah', PHONE);
  const [ghumayqah, afaf] = [await arrive(browser, 'ghumayqah'), await arrive(browser, 'afaf')];
  const nitaq = new NitaqPage(council, 'ar');
  const due = new Date(Date.now() - 5 * DAY_MS).toISOString().slice(0, 10);
  await made(
    council.request.post(`${AREA}/actions`, {
      data: { title: 'حصر قرى الوادي', owner: { association: 'afaf', person: null }, dueOn: due },
    }),
  );
  const { from } = await agreedProposal({
    lith: salma.request,
    wasqah: yusuf.request,
    ghumayqah: ghumayqah.request,
    afaf: afaf.request,
  });
  await proveTwice(council.request);

  await test.step('the council plans a regular meeting, and its agenda has written itself', async () => {
    await nitaq.open();
    await council.getByRole('button', { name: 'كل الاجتماعات' }).press('Enter');
    await council.getByRole('button', { name: 'بدء اجتماع دوري' }).press('Enter');
    const form = council.getByRole('form', { name: 'بدء اجتماع دوري' });
    await form.getByLabel('المكان أو رابط').fill('مقر المجلس');
    await expect(form.locator('.series-dates li')).toHaveCount(3);
    await nitaq.hasNoAxeViolation();
    await form.getByRole('button', { name: 'بدء الاجتماع الدوري' }).press('Enter');
    await expect(council.locator('.meeting-row')).toHaveCount(6);
    await council.locator('.meeting-row').first().press('Enter');
    await expect(council.locator('.agenda-row', { hasText: 'حصر قرى الوادي' })).toContainText('مهمة متأخرة');
    await expect(council.locator('.agenda-row', { hasText: 'تبادل قرى الوادي' })).toContainText('متفق عليه');
    await expect(council.locator('.agenda-row', { hasText: 'فجوة' }).first()).toBeVisible();
    await nitaq.hasNoAxeViolation();
  });

  let address = '';
  await test.step('it is opened and projected; two phones follow where the projector goes', async () => {
    await council.getByRole('button', { name: 'افتتاح الاجتماع' }).press('Enter');
    await expect(council.locator('.item-of-now')).toBeVisible();
    address = (await nitaq.address('meeting=')).get('meeting') ?? '';
    await new NitaqPage(projector, 'ar').open({ meeting: address, view: 'projector' });
    await expect(projector.locator('.top-bar')).toBeHidden();
    for (const page of [salma, yusuf]) {
      await new NitaqPage(page, 'ar').open({ meeting: address });
      await expect(page.locator('.item-of-now')).toBeVisible();
      await page.getByRole('button', { name: 'أنا حاضر' }).press('Enter');
      await expect(page.getByRole('button', { name: 'أنا حاضر' })).toHaveCount(0);
    }
    await projector.locator('.meetings').focus();
    await projector.keyboard.press('PageDown');
    await expect(projector.locator('.item-title')).toHaveText('حصر قرى الوادي');
    for (const page of [council, salma, yusuf]) {
      await expect(page.locator('.item-title')).toHaveText('حصر قرى الوادي');
    }
    await new NitaqPage(salma, 'ar').hasNoAxeViolation();
    await new NitaqPage(salma, 'ar').doesNotScrollSideways();
    await new NitaqPage(projector, 'ar').hasNoAxeViolation();
  });

  await test.step('minutes are read on phones as they are written, and outlive a lost network', async () => {
    const entry = council.getByLabel(/محضر البند/);
    await entry.fill(FIRST_WORDS);
    await expect(salma.locator('.minute-text')).toHaveText(FIRST_WORDS);
    await council.context().setOffline(true);
    await entry.fill(`${FIRST_WORDS} يُمدَّد أسبوعين.`);
    await expect(council.locator('.minute-standing')).toHaveAttribute('data-standing', 'kept');
    await council.context().setOffline(false);
    await expect(salma.locator('.minute-text')).toContainText('يُمدَّد أسبوعين');
  });

  await test.step('two who write at once see both texts, and join them', async () => {
    await council.context().setOffline(true);
    const entry = council.getByLabel(/محضر البند/);
    await entry.fill('من مقعد المجلس.');
    await expect(council.locator('.minute-standing')).toHaveAttribute('data-standing', 'kept');
    await projector.getByLabel(/محضر البند/).fill('من شاشة العرض.');
    await expect(yusuf.locator('.minute-text')).toHaveText('من شاشة العرض.');
    await council.context().setOffline(false);
    await council.getByRole('button', { name: 'إبقاء النصين معًا' }).press('Enter');
    await expect(yusuf.locator('.minute-text')).toContainText('من مقعد المجلس.');
    await expect(yusuf.locator('.minute-text')).toContainText('من شاشة العرض.');
  });

  await test.step('two decisions: one makes an action, one enacts what all agreed on', async () => {
    await council.getByRole('button', { name: 'اتخاذ قرار' }).press('Enter');
    const form = council.getByRole('form', { name: 'اتخاذ قرار' });
    await form.getByLabel('ما المطلوب').fill('زيارة القرى مع فريق المسح');
    await form.getByLabel('على من').selectOption('lith/');
    const soon = new Date(Date.now() + 20 * DAY_MS).toISOString().slice(0, 10);
    await form.getByLabel('إلى متى').fill(soon);
    await form.getByRole('button', { name: 'تسجيل القرار' }).press('Enter');
    await expect(salma.locator('.decision').first()).toContainText('زيارة القرى مع فريق المسح');
    await goTo(council, /تبادل قرى الوادي/);
    await expect(yusuf.locator('.item-title')).toHaveText('تبادل قرى الوادي');
    await council.getByRole('button', { name: 'اتخاذ قرار' }).press('Enter');
    await expect(form.getByLabel('ما يترتب عليه')).toHaveValue('enact');
    await form.getByLabel('نص القرار').fill('تسري الخطة بعد يومين.');
    await form.getByLabel('يسري ابتداءً من').fill(from);
    await nitaq.hasNoAxeViolation();
    await form.getByRole('button', { name: 'تسجيل القرار' }).press('Enter');
    await expect(yusuf.locator('.item-of-now .decision')).toContainText('تسري الخطة بعد يومين.');
  });

  await test.step('the council notes itself as present, closes the meeting, and all who were there approve', async () => {
    await council.getByRole('button', { name: 'أنا حاضر' }).press('Enter');
    await expect(council.getByRole('button', { name: 'أنا حاضر' })).toHaveCount(0);
    await council.getByRole('button', { name: 'اختتام الاجتماع' }).press('Enter');
    await council.getByRole('button', { name: 'اضغط مرة أخرى لاختتامه' }).press('Enter');
    for (const page of [salma, yusuf, council]) {
      await page.getByRole('button', { name: 'أعتمد هذا المحضر' }).press('Enter');
      await expect(page.getByRole('button', { name: 'أعتمد هذا المحضر' })).toHaveCount(0);
    }
    for (const page of [salma, council]) {
      await expect(page.locator('.meeting-head .chip')).toHaveText('اعتُمد محضره');
      await expect(page.locator('textarea')).toHaveCount(0);
    }
    await council.getByRole('button', { name: 'المحضر للطباعة' }).press('Enter');
    const printed = council.locator('.minutes-document');
    const said = ['من شاشة العرض.', 'تسري الخطة بعد يومين.', 'زيارة القرى مع فريق المسح', 'اعتمده'];
    for (const text of said) await expect(printed).toContainText(text);
    await nitaq.hasNoAxeViolation();
    const href = await council.getByRole('link', { name: 'محضر PDF' }).getAttribute('href');
    if (!readsPdf) return;
    const paper = textOf(await (await council.request.get(href ?? '')).body());
    expect(said.filter((text) => !says(paper, text))).toEqual([]);
  });

  await test.step('the next meeting has the action on its agenda, and says what changed', async () => {
    const { items } = await made<{ items: Meeting[] }>(council.request.get(`${AREA}/meetings`));
    const next = items.filter(({ state }) => state === 'planned').at(-1);
    await new NitaqPage(salma, 'ar').open({ meeting: next?.id ?? '' });
    const row = salma.locator('.agenda-row', { hasText: 'زيارة القرى مع فريق المسح' });
    await expect(row).toBeVisible();
    await expect(salma.locator('.balance')).toContainText('مفتوحة الآن');
    await salma.getByRole('button', { name: 'الرسوم والجداول' }).press('Enter');
    await expect(salma.locator('.progress-chart:not([data-kind]) svg')).toHaveCount(4);
    await new NitaqPage(salma, 'ar').hasNoAxeViolation();
    await new NitaqPage(salma, 'ar').doesNotScrollSideways();
    const room = await made<MeetingRoom>(council.request.get(`${AREA}/meetings/${address}`));
    expect(room.decisions.map(({ outcome }) => outcome.kind)).toEqual(['action', 'enacted']);
  });

  await test.step('whose action it is finds it among their own, and says that it is done', async () => {
    await salma.getByRole('button', { name: 'كل الاجتماعات' }).press('Enter');
    await salma.getByRole('button', { name: 'العودة إلى القوائم' }).press('Enter');
    await salma.getByRole('button', { name: /مهامي/ }).press('Enter');
    await salma.locator('.meeting-row', { hasText: 'زيارة القرى' }).press('Enter');
    await salma.getByLabel('تعليق').fill('زرنا خمس قرى.');
    await salma.getByRole('button', { name: 'إرسال' }).press('Enter');
    await expect(salma.locator('.history-entry').last()).toContainText('زرنا خمس قرى.');
    await salma.getByRole('button', { name: 'أُنجزت' }).press('Enter');
    await expect(salma.locator('.action-timing')).toHaveText('أُنجزت');
  });
  for (const page of [council, projector, salma, yusuf, ghumayqah, afaf]) await page.context().close();
});
