import { coordinatorState, port } from './browser-service.ts';
import { expect, type Language, NitaqPage, test } from './nitaq-page.ts';
import { PASSWORD, signInAs } from './people.ts';

const NOBODY = { cookies: [], origins: [] };
const PLANS = '/api/v1/areas/al-lith/plans';

const WORDS = {
  ar: {
    signIn: 'الدخول',
    email: 'البريد الإلكتروني',
    password: 'كلمة المرور',
    name: 'اسمك كما يراه الآخرون',
    accept: 'قبول',
    startFrom: /رسم خطة جديدة انطلاقًا/,
    account: /حساب/,
    people: 'أهل المنطقة',
    signOut: 'الخروج',
    make: 'إنشاء الدعوة',
  },
  en: {
    signIn: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    name: 'Your name, as the others see it',
    accept: 'Accept',
    startFrom: /Draw a new plan from this/,
    account: /Account of/,
    people: 'People of the area',
    signOut: 'Sign out',
    make: 'Make the invitation',
  },
} as const;

test.use({ storageState: NOBODY });

test('who is not signed in sees the plan in force, and neither drafts nor a way to draw', async ({
  page,
}) => {
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  await expect(page.getByRole('button', { name: WORDS.en.signIn })).toBeVisible();
  await expect(page.getByRole('button', { name: WORDS.en.startFrom })).toHaveCount(0);
  const { items } = (await (await page.request.get(PLANS)).json()) as { items: { state: string }[] };
  expect(items.map(({ state }) => state)).toEqual(['in-force']);
  expect((await page.request.get(`${PLANS}/draft-whole/territories`)).status()).toBe(401);
  expect((await page.request.post(PLANS, { data: { title: 'Mine' } })).status()).toBe(401);
});

for (const [language, missing, whole] of [
  ['ar', 'اكتب هذا الحقل.', /بريدًا إلكترونيًا كاملًا/],
  ['en', 'Fill this in.', /a whole e-mail address/],
] as const satisfies readonly (readonly [Language, string, RegExp])[]) {
  test(`what is wrong with a form is said in the language of the page, and one press sends it once it is mended: ${language}`, async ({
    page,
    faults,
  }) => {
    const words = WORDS[language];
    const nitaq = new NitaqPage(page, language);
    await nitaq.open();
    await page.getByRole('button', { name: words.signIn }).click();
    const dialog = page.getByRole('dialog');
    const send = dialog.getByRole('button', { name: words.signIn, exact: true });
    const email = dialog.getByLabel(words.email);
    await send.click();
    await expect(dialog.getByText(missing)).toHaveCount(2);
    await expect(email).toBeFocused();
    await expect(email).toHaveAccessibleDescription(missing);
    await email.fill('maryam');
    await dialog.getByLabel(words.password).fill(PASSWORD);
    await send.click();
    await expect(dialog.getByText(whole)).toBeVisible();
    await nitaq.hasNoAxeViolation();
    await email.fill('nobody@example.org');
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await send.click();
    expect((await sent).url()).toContain('/session');
    // Nobody has that address: else the answer may come after the test, or within it.
    await expect(dialog.locator('.problem:not([data-gone])')).toBeVisible();
    expect(faults.splice(0)).toEqual([expect.stringContaining('401')]);
  });
}

for (const language of ['ar', 'en'] as const satisfies readonly Language[]) {
  test(`a link makes somebody a coordinator, who draws, invites others, leaves and comes back: ${language}`, async ({
    page,
    browser,
    faults,
  }) => {
    const words = WORDS[language];
    const nitaq = new NitaqPage(page, language);
    const email = `maryam-${language}@example.org`;
    const inviting = await browser.newContext({ storageState: coordinatorState });
    const invitation = await inviting.request.post('/api/v1/areas/al-lith/invitations', {
      data: { role: 'coordinator', association: 'lith', email: null },
    });
    const { hash } = new URL(((await invitation.json()) as { link: string }).link);
    await inviting.close();
    await page.goto(`/?lang=${language}${hash}`);
    await page.getByLabel(words.name).fill('Maryam');
    await page.getByLabel(words.email).fill(email);
    await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
    await nitaq.hasNoAxeViolation();
    expect(page.url()).not.toContain('invitation');
    await page.getByRole('button', { name: words.accept }).click();
    await expect(page.getByRole('button', { name: words.startFrom })).toBeVisible();

    await page.getByRole('button', { name: words.account }).click();
    await page.getByRole('menuitem', { name: words.people }).click();
    await page.getByRole('button', { name: words.make }).click();
    const link = await page.locator('.made-link code').innerText();
    await nitaq.hasNoAxeViolation();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: words.account }).click();
    await page.getByRole('menuitem', { name: words.signOut }).click();
    await expect(page.getByRole('button', { name: words.startFrom })).toHaveCount(0);
    await page.getByRole('button', { name: words.signIn }).click();
    await page.getByLabel(words.email).fill(email);
    await page.getByLabel(words.password, { exact: true }).fill('not the password');
    await page.locator('.people-dialog').getByRole('button', { name: words.signIn, exact: true }).click();
    await expect(page.locator('.people-dialog .problem')).toBeVisible();
    // The browser tells of the refusal too.
    expect(faults.splice(0)).toEqual([expect.stringContaining('401')]);
    await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
    await page.locator('.people-dialog').getByRole('button', { name: words.signIn, exact: true }).click();
    await expect(page.getByRole('button', { name: words.startFrom })).toBeVisible();

    const invited = await browser.newContext({ storageState: NOBODY });
    const theirs = await invited.newPage();
    await theirs.goto(`/?lang=${language}${new URL(link).hash}`);
    await expect(theirs.getByLabel(words.name)).toBeVisible();
    await invited.close();
  });
}

test('a passkey of the device lets its owner in without a password', async ({ browser }) => {
  // Passkeys belong to a name, not to an address of numbers.
  const context = await browser.newContext({ baseURL: `http://localhost:${port}`, storageState: NOBODY });
  const page = await context.newPage();
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signInAs(context.request, 'wasqah');
  const nitaq = new NitaqPage(page, 'en');
  await nitaq.open();
  await page.getByRole('button', { name: WORDS.en.account }).click();
  await page.getByRole('menuitem', { name: 'My account' }).click();
  await page.getByRole('button', { name: 'Add a passkey of this device' }).click();
  await expect(page.getByText(/^Passkey of/)).toBeVisible();
  await nitaq.hasNoAxeViolation();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: WORDS.en.account }).click();
  await page.getByRole('menuitem', { name: WORDS.en.signOut }).click();
  await page.getByRole('button', { name: WORDS.en.signIn }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByRole('button', { name: WORDS.en.startFrom })).toBeVisible();
  const session = await (await context.request.get('/api/v1/session')).json();
  expect(session.person).toMatchObject({ name: 'Yusuf' });
  await context.close();
});
