import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext } from '@playwright/test';
import { expect, type Language, NitaqPage, test } from './nitaq-page.ts';
import { type First, signInAs } from './people.ts';

const NOBODY = { cookies: [], origins: [] };
const PROPOSALS = '/api/v1/areas/al-lith/proposals';

const WORDS = {
  ar: {
    none: 'لا إشعارات جديدة',
    one: 'إشعار جديد',
    needed: /ينتظر اعتمادك/,
    comment: 'تعليق جديد',
    send: 'إرسال',
    mentioned: /ورد ذكرك/,
    account: /حساب/,
    myAccount: 'حسابي',
    noMail: /خادم بريد/,
    watch: 'متابعة هذه القرية',
  },
  en: {
    none: 'No new notices',
    one: 'One new notice',
    needed: /needs your signature/,
    comment: 'New comment',
    send: 'Say it',
    mentioned: /mentioned you/,
    account: /Account of/,
    myAccount: 'My account',
    noMail: /no mail server/,
    watch: 'Watch this village',
  },
} as const;

/** Somebody with a browser of their own, who has read all they were told. */
async function arrive(browser: Browser, who: First): Promise<BrowserContext> {
  const context = await browser.newContext({ storageState: NOBODY });
  await signInAs(context.request, who);
  await context.request.put('/api/v1/notices/read', { data: { notices: 'all' } });
  return context;
}

test.use({ actionTimeout: 60_000 });

for (const language of ['ar', 'en'] as const satisfies readonly Language[]) {
  test(`a signature that is needed rings at once for whom it is needed, and whoever is mentioned is told: ${language}`, async ({
    browser,
  }) => {
    const words = WORDS[language];
    const [lith, afaf] = [await arrive(browser, 'lith'), await arrive(browser, 'afaf')];
    const huda = await afaf.newPage();
    const nitaq = new NitaqPage(huda, language);
    await nitaq.open({ select: 'village:ghumayqah' });
    await expect(nitaq.card).toBeVisible();
    // A service that sends no mail offers none.
    await expect(nitaq.card).not.toContainText(words.watch);
    await expect(huda.getByRole('button', { name: words.none })).toBeVisible();
    const title = `Bell ${language}`;
    const proposed = await lith.request.post(PROPOSALS, {
      data: { draft: 'draft-whole', title, reason: 'Why', deadline: '2099-01-01T00:00:00Z' },
    });
    expect(proposed.status()).toBe(201);

    await huda.getByRole('button', { name: words.one, exact: true }).click();
    const row = huda.getByRole('dialog').getByRole('button', { name: words.needed }).first();
    await expect(row).toContainText(title);
    // Of the panel alone: beside it stands a hidden button of its library, in no landmark.
    const { violations } = await new AxeBuilder({ page: huda }).include('.notices').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await row.press('Enter');
    await expect(huda.locator('.proposal-head')).toContainText(title);
    await expect(nitaq.card).toHaveCount(0);
    await expect(huda.getByRole('button', { name: words.none })).toBeVisible();

    const comment = huda.getByLabel(words.comment);
    await comment.fill('');
    await comment.pressSequentially('@sal');
    await expect(huda.getByRole('option', { name: /Salma/ })).toHaveAttribute('aria-selected', 'true');
    await nitaq.hasNoAxeViolation();
    await comment.press('Enter');
    await expect(comment).toHaveValue('@Salma ');
    await comment.pressSequentially('?');
    await huda.getByRole('button', { name: words.send }).click();
    await expect(huda.locator('.mention')).toHaveText('@Salma');

    const salma = await lith.newPage();
    await new NitaqPage(salma, language).open();
    await salma.getByRole('button', { name: words.one, exact: true }).click();
    await salma.getByRole('dialog').getByRole('button', { name: words.mentioned }).first().click();
    await expect(salma.locator('.mention[data-own="true"]')).toBeVisible();
    // The address brings whoever has it to the proposal.
    await expect(salma).toHaveURL(/proposal=/);
    await huda.goto(salma.url());
    await expect(huda.locator('.proposal-head')).toContainText(title);

    await salma.getByRole('button', { name: words.account }).click();
    await salma.getByRole('menuitem', { name: words.myAccount }).click();
    await expect(salma.locator('.people-dialog')).toContainText(words.noMail);
    for (const context of [lith, afaf]) await context.close();
  });
}
