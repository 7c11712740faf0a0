import type { Mail } from './mailer.ts';

type Words = Pick<Mail, 'subject' | 'text'>;

/** Both languages in one mail: who gets it may read either. */
export function signInLinkMail(link: string): Words {
  return {
    subject: 'نطاق: رابط الدخول · Nitaq: your sign-in link',
    text: [
      'افتح هذا الرابط لتسجيل الدخول. يعمل مرة واحدة خلال ربع ساعة. إن لم تطلبه فأهمله.',
      link,
      'Open this link to sign in. It works once, within a quarter of an hour. If you did not ask for it, ignore it.',
    ].join('\n\n'),
  };
}

export function invitationMail(link: string, area: { readonly ar: string; readonly en: string }): Words {
  return {
    subject: `نطاق: دعوة إلى ${area.ar} · Nitaq: an invitation to ${area.en}`,
    text: [
      `دُعيت إلى العمل على نطاقات ${area.ar}. افتح هذا الرابط خلال أسبوعين، وهو يعمل مرة واحدة.`,
      link,
      `You are invited to work on the territories of ${area.en}. Open this link within two weeks; it works once.`,
    ].join('\n\n'),
  };
}
