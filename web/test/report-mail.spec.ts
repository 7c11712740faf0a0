import type { ChildProcess } from 'node:child_process';
import { mailingOrigin, mailingPrinted, startMailingService, stopMailingService } from './mailing-service.ts';
import { expect, NitaqPage, test } from './nitaq-page.ts';
import { signInAs } from './people.ts';

const WORDS = {
  ar: {
    open: 'تقرير للاجتماع',
    title: 'التقرير',
    mail: 'تقرير يصلك بالبريد',
    kind: 'يصل',
    weekday: 'يوم الأسبوع',
    day: 'اليوم من الشهر',
    calendar: 'الأشهر',
    language: 'لغة التقرير والرسالة',
    begin: 'أرسلوه إليّ بانتظام',
    change: 'حفظ الموعد',
    stop: 'إيقافه',
    next: /^يصل التقرير القادم في/,
    thursday: /الخميس/,
  },
  en: {
    open: 'Report for the meeting',
    title: 'Report',
    mail: 'A report by e-mail',
    kind: 'It comes',
    weekday: 'Weekday',
    day: 'Day of the month',
    calendar: 'Months of',
    language: 'Language of the report and the e-mail',
    begin: 'Send it to me regularly',
    change: 'Save when it comes',
    stop: 'Stop it',
    next: /^The next report comes on/,
    thursday: /Thursday/,
  },
} as const;

let service: ChildProcess;

test.use({ baseURL: mailingOrigin, storageState: { cookies: [], origins: [] } });
test.beforeAll(async () => {
  service = await startMailingService();
});
test.afterAll(() => stopMailingService(service));

for (const [language, width] of [
  ['ar', 360],
  ['en', 1280],
] as const) {
  test(`reports are asked for by e-mail, at another time, and no more (${language}, ${width} px)`, async ({
    page,
  }) => {
    const words = WORDS[language];
    await page.setViewportSize({ width, height: 800 });
    await signInAs(page.request, 'lith', mailingPrinted);
    const nitaq = new NitaqPage(page, language);
    await nitaq.open();
    await page.getByRole('button', { name: words.open }).click();
    const form = page.getByRole('dialog', { name: words.title }).getByRole('region', { name: words.mail });
    const next = form.getByRole('status');
    const entry = (name: string) => form.getByRole('combobox', { name, exact: true });

    await test.step('every week on a day, which says when the next one comes', async () => {
      await entry(words.weekday).selectOption('4');
      await expect(next).toHaveCount(0);
      await form.getByRole('button', { name: words.begin }).press('Enter');
      await expect(next).toHaveText(words.next);
      await expect(next).toHaveText(words.thursday);
      await nitaq.hasNoAxeViolation();
      await nitaq.doesNotScrollSideways();
    });

    await test.step('every month, in the other language; kept when one comes again', async () => {
      await entry(words.kind).selectOption('monthly');
      await form.getByLabel(words.day).fill('12');
      await entry(words.calendar).selectOption('gregory');
      await entry(words.language).selectOption(language === 'ar' ? 'en' : 'ar');
      await form.getByRole('button', { name: words.change }).click();
      await expect(next).toHaveText(/12|١٢/);
      await page.reload();
      await nitaq.mapIsStill();
      await page.getByRole('button', { name: words.open }).click();
      await expect(entry(words.kind)).toHaveValue('monthly');
      await expect(entry(words.language)).toHaveValue(language === 'ar' ? 'en' : 'ar');
      await expect(next).toHaveText(words.next);
    });

    await test.step('and not any more', async () => {
      await form.getByRole('button', { name: words.stop }).click();
      await expect(next).toHaveCount(0);
      await expect(form.getByRole('button', { name: words.begin })).toBeVisible();
      const answer = await page.request.get('/api/v1/areas/al-lith/report-schedule');
      expect(await answer.json()).toEqual({ schedule: null, sendsMail: true });
    });
  });
}
