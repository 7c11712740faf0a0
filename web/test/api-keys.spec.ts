import { expect, type Language, NitaqPage, test } from './nitaq-page.ts';

const LOOKUP = '/api/v1/coverage?village=ghumayqah';
const WORDS = {
  ar: {
    account: /الحساب|حساب/,
    settings: 'حسابي',
    add: 'إنشاء مفتاح',
    what: 'لأي غرض؟',
    never: 'لم يُستعمل بعد',
  },
  en: {
    account: /Account of/,
    settings: 'My account',
    add: 'Make a key',
    what: 'What is it for?',
    never: 'Not used yet',
  },
} as const;

for (const [language, title] of [
  ['ar', 'برنامج الشريك'],
  ['en', 'The partner'],
] as const satisfies readonly (readonly [Language, string])[]) {
  test(`a coordinator makes a key, a program asks with it, and it is revoked: ${language}`, async ({
    page,
    playwright,
    baseURL,
  }) => {
    const words = WORDS[language];
    const nitaq = new NitaqPage(page, language);
    await nitaq.open();
    const openSettings = async () => {
      await page.getByRole('button', { name: words.account }).click();
      await page.getByRole('menuitem', { name: words.settings }).click();
    };
    await openSettings();
    const dialog = page.getByRole('dialog');
    await dialog.locator('summary', { hasText: words.add }).click();
    await dialog.getByLabel(words.what).fill(title);
    await dialog.getByRole('button', { name: words.add }).click();
    const secret = await dialog.locator('.made-link code').innerText();
    expect(secret).toMatch(/^nitaq_[\w-]{43}$/);
    await expect(dialog.locator('.made-link')).toBeFocused();
    await expect(dialog.locator('.made-link code')).toBeInViewport();
    await nitaq.hasNoAxeViolation();
    const row = dialog.getByRole('listitem').filter({ hasText: title });
    await expect(row).toContainText(words.never);

    const headers = { authorization: `Bearer ${secret}` };
    const program = await playwright.request.newContext({
      baseURL: baseURL ?? '',
      extraHTTPHeaders: headers,
    });
    expect((await program.get(LOOKUP)).status()).toBe(200);
    await page.reload();
    await nitaq.mapIsStill();
    await openSettings();
    await expect(row).not.toContainText(words.never);
    await expect(dialog.locator('.made-link')).toHaveCount(0);
    await row.getByRole('button').click();
    await row.getByRole('button').click();
    await expect(row).toHaveCount(0);
    expect((await program.get(LOOKUP)).status()).toBe(401);
    await program.dispose();
  });
}
