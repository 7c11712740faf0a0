import type { Plan, Proposal } from '@nitaq/core';
import { draftLike } from './draft-like.ts';
import { expect, NitaqPage, test } from './nitaq-page.ts';
import { scheduledPlan } from './scheduled-plan.ts';

const AREA = '/api/v1/areas/al-lith';
const WEEK_MS = 7 * 86_400_000;

const WORDS = {
  ar: {
    ask: 'ما حاله على الخطة الحالية؟',
    settle: 'تسوية ذلك على الخريطة',
  },
  en: {
    ask: 'What would come of it on the present plan?',
    settle: 'Settle it on the map',
  },
} as const;

for (const language of ['ar', 'en'] as const) {
  test(`what is in the way of an older proposal is settled on the map: ${language}`, async ({
    page,
    browser,
  }) => {
    const scheduled = await scheduledPlan(browser);
    const words = WORDS[language];
    const title = `Old ground ${language}`;
    const draft = await draftLike(page.request, title, 'opening-claims');
    const square = [
      [40.43, 20.3],
      [40.48, 20.3],
      [40.48, 20.35],
      [40.43, 20.35],
      [40.43, 20.3],
    ];
    const changed = await page.request.patch(`${AREA}/plans/${draft}/territories`, {
      data: {
        territories: [
          { association: 'ghumayqah', version: 2, geometry: { type: 'Polygon', coordinates: [square] } },
        ],
      },
    });
    expect(changed.ok(), await changed.text()).toBe(true);
    const opened = await page.request.post(`${AREA}/proposals`, {
      data: {
        draft,
        title: { ar: title, en: title },
        reason: 'Made before the next plan',
        deadline: new Date(Date.now() + WEEK_MS).toISOString(),
      },
    });
    expect(opened.ok(), await opened.text()).toBe(true);
    const { id } = (await opened.json()) as Proposal;

    const nitaq = new NitaqPage(page, language);
    await nitaq.open({ proposal: id });
    await page.getByRole('button', { name: words.ask }).click();
    await expect(page.getByRole('button', { name: words.settle })).toBeVisible();
    await nitaq.hasNoAxeViolation();
    await page.getByRole('button', { name: words.settle }).click();
    await expect(page.locator('.drawing-panel')).toBeVisible();
    const { items } = (await (await page.request.get(`${AREA}/plans`)).json()) as { items: Plan[] };
    const made = items.find((plan) => plan.state === 'draft' && plan.base === scheduled.id);
    expect(made?.title.en).toBe(title);
  });
}
