import { coordinatorState } from './browser-service.ts';
import { expect, NitaqPage, test } from './nitaq-page.ts';
import { codeOf, PASSWORD } from './people.ts';

const NOBODY = { cookies: [], origins: [] };
const EMAIL = 'layla@people.example.org';

test.use({ storageState: NOBODY });

test('an authenticator app is set up, its code is asked for at the next sign-in, and a session elsewhere is ended', async ({
  page,
  browser,
}) => {
  const inviting = await browser.newContext({ storageState: coordinatorState });
  const invitation = await inviting.request.post('/api/v1/areas/al-lith/invitations', {
    data: { role: 'member', association: 'lith', email: null },
  });
  const { link } = (await invitation.json()) as { link: string };
  await inviting.close();
  const secret = new URL(link).hash.replace('#invitation=', '');
  const account = { name: 'Layla', email: EMAIL, password: PASSWORD };
  await page.request.post('/api/v1/invitations/accept', { data: { secret, account } });
  const nitaq = new NitaqPage(page, 'ar');
  const dialog = page.locator('.people-dialog');
  const open = async (item: string) => {
    await page.getByRole('button', { name: /حساب/ }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await nitaq.open();

  await open('حسابي');
  await dialog.getByLabel('كلمة المرور الحالية').first().fill(PASSWORD);
  await dialog.getByRole('button', { name: 'إعداد تطبيق المصادقة' }).click();
  const key = await dialog.locator('p code').innerText();
  await dialog.getByLabel('رمز تطبيق المصادقة').fill(codeOf(key));
  await dialog.getByRole('button', { name: 'تأكيد' }).click();
  await expect(dialog).toContainText('هذه الجلسة مثبتة');
  await page.keyboard.press('Escape');

  await open('الخروج');
  await page.getByRole('button', { name: 'الدخول' }).click();
  await dialog.getByLabel('البريد الإلكتروني').fill(EMAIL);
  await dialog.getByLabel('كلمة المرور', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'الدخول', exact: true }).click();
  await expect(dialog.getByLabel('رمز تطبيق المصادقة')).toBeVisible();
  expect((await (await page.request.get('/api/v1/session')).json()).person).toBeNull();
  await nitaq.hasNoAxeViolation();
  await dialog.getByLabel('رمز تطبيق المصادقة').fill(codeOf(key));
  await dialog.getByRole('button', { name: 'تأكيد' }).click();
  await expect(page.getByRole('button', { name: /حساب/ })).toBeVisible();

  const elsewhere = await browser.newContext({ storageState: NOBODY });
  const { request } = elsewhere;
  await request.post('/api/v1/session', { data: { email: EMAIL, password: PASSWORD } });
  await request.post('/api/v1/session/second-factor', { data: { code: codeOf(key) } });
  const who = async () => (await (await request.get('/api/v1/session')).json()).person?.name;
  expect(await who()).toBe('Layla');
  await open('حسابي');
  const others = dialog.getByRole('button', { name: 'الخروج هناك' });
  await others.click();
  await expect(others).toHaveCount(0);
  expect(await who()).toBeUndefined();
  await nitaq.hasNoAxeViolation();
  await elsewhere.close();
});
