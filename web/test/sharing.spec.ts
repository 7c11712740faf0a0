import type { PlanZone } from '@nitaq/core';
import { DrawingPage } from './drawing-page.ts';
import { expect, NitaqPage, test } from './nitaq-page.ts';

const WORDS = {
  ar: {
    agree: 'الاتفاق على خدمتها معًا',
    services: /ما الخدمات/,
    missing: 'اكتب هذا الحقل.',
    save: 'اتفاق',
    shared: /المناطق المشتركة/,
    total: 'مشتركة باتفاق',
    change: 'تعديل الاتفاق',
    end: /ينتهي في/,
    soon: 'ثلاثون يومًا',
    remove: 'إنهاء الاشتراك',
    sure: 'نعم، لتعد تداخلًا',
    service: 'سلال غذائية',
    propose: 'عرض هذه المسودة على الآخرين',
    title: 'العنوان',
    reason: 'السبب',
    send: 'اقتراح',
    changes: 'ما يتغيّر من الاشتراك',
  },
  en: {
    agree: 'Agree to share it',
    services: /Which services/,
    missing: 'Fill this in.',
    save: 'Agree',
    shared: /Shared by agreement/,
    total: 'Shared by agreement',
    change: 'Change the agreement',
    end: /Ends on/,
    soon: 'within thirty days',
    remove: 'End the sharing',
    sure: 'Yes, make it an overlap again',
    service: 'Food baskets',
    propose: 'Put this draft to the others',
    title: 'Title',
    reason: 'Reason',
    send: 'Propose',
    changes: 'Sharing that changes',
  },
} as const;

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

for (const language of ['ar', 'en'] as const) {
  test(`an overlap is agreed, raised again before its end, read by others, and made an overlap again (${language})`, async ({
    page,
    browser,
  }) => {
    const words = WORDS[language];
    const drawing = await DrawingPage.of(page, language, 'opening-claims');
    await drawing.draw();
    const overlaps = drawing.list('overlaps');
    const count = overlaps.locator('.count');
    const before = await count.innerText();
    await overlaps.locator('.row-button').first().click();
    await drawing.card.getByRole('button', { name: words.agree }).click();

    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.save, exact: true }).click();
    await expect(dialog.getByLabel(words.services)).toHaveAccessibleDescription(words.missing);
    await dialog.getByRole('radio').last().check({ force: true });
    await dialog.getByLabel(words.services).fill(`${words.service}\n\n${words.service}`);
    await drawing.hasNoAxeViolation();
    await dialog.getByRole('button', { name: words.save, exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(drawing.card).toBeFocused();
    await expect(drawing.card).toContainText(words.service);
    await expect(page.locator('.totals-row', { hasText: words.total })).toBeVisible();
    await expect(count).not.toHaveText(before);
    await drawing.hasNoAxeViolation();
    const stored = async () =>
      (
        (await (
          await drawing.request.get(`/api/v1/areas/al-lith/plans/${drawing.plan}/shared-zones`)
        ).json()) as { items: PlanZone[] }
      ).items;
    expect(await stored()).toMatchObject([{ services: [words.service], version: 1 }]);

    // One that ends soon is spoken of again.
    await drawing.card.getByRole('button', { name: words.change }).click();
    await dialog.getByLabel(words.end).fill(inDays(20));
    await dialog.getByRole('button', { name: words.save, exact: true }).click();
    await expect(drawing.card).toContainText(words.soon);
    expect(await stored()).toMatchObject([{ endsOn: inDays(20), version: 2 }]);

    // Whoever may read the draft reads what is shared, and changes nothing.
    const other = await browser.newContext();
    const theirs = drawing.beside(await other.newPage());
    await theirs.page.setViewportSize({ width: 360, height: 720 });
    await theirs.open({ plan: drawing.plan, select: 'shared:shared-1' });
    await expect(theirs.card).toContainText(words.service);
    await expect(theirs.card.getByRole('button', { name: words.change })).toHaveCount(0);
    await theirs.doesNotScrollSideways();

    await drawing.card.getByRole('button', { name: words.remove }).click();
    await drawing.card.getByRole('button', { name: words.sure }).click();
    await expect(count).toHaveText(before);
    expect(await stored()).toEqual([]);
    // It is an overlap for the other one too, with nothing loaded anew.
    await expect(theirs.page.locator('.totals-row', { hasText: words.total })).toHaveCount(0);
    await other.close();
  });
}

test('a proposal tells what is shared otherwise than in the plan in force', async ({ page }) => {
  const words = WORDS.ar;
  const made = await page.request.post('/api/v1/areas/al-lith/plans', {
    data: { title: 'اشتراك', from: 'in-force' },
  });
  const { id } = (await made.json()) as { id: string };
  const plan = `/api/v1/areas/al-lith/plans/${id}`;
  const { overlaps } = await (await page.request.get(`${plan}/coverage`)).json();
  const [lead, ...partners] = overlaps.features[0].properties.associations;
  const agreed = await page.request.post(`${plan}/shared-zones`, {
    data: {
      geometry: overlaps.features[0].geometry,
      lead,
      partners,
      services: [words.service],
      endsOn: inDays(400),
    },
  });
  expect(agreed.status(), await agreed.text()).toBe(201);
  const nitaq = new NitaqPage(page, 'ar');
  await nitaq.open({ plan: id });
  await page.getByRole('button', { name: words.propose }).click();
  await page.getByLabel(words.title).fill('اشتراك');
  await page.getByLabel(words.reason).fill('نخدمها معًا');
  await page.getByRole('button', { name: words.send, exact: true }).click();
  await expect(page.locator('.proposal-head')).toContainText('اشتراك');
  await expect(page.locator('.proposal section', { hasText: words.changes })).toContainText(words.service);
  await nitaq.hasNoAxeViolation();
});
