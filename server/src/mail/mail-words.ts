import { type Association, type DayWords, fillIn, type Language, type LocalizedText } from '@nitaq/core';

const TEXTS = {
  'notice.subject': { ar: 'نطاق: {text}', en: 'Nitaq: {text}' },
  'digest.subject': { ar: 'نطاق: الجديد في {area}', en: 'Nitaq: news of {area}' },
  'notice.open': { ar: 'فتح المقترح', en: 'Open the proposal' },
  'meeting.open': { ar: 'فتح الاجتماع', en: 'Open the meeting' },
  'action.open': { ar: 'فتح المهمة', en: 'Open the action' },
  'initiative.open': { ar: 'فتح المبادرة', en: 'Open the initiative' },
  'invitation.subject': { ar: 'دعوة: {title}، {day}', en: 'Invitation: {title}, {day}' },
  'invitation.moved.subject': { ar: 'تغيّر الموعد: {title}، {day}', en: 'Moved: {title}, {day}' },
  'invitation.cancelled.subject': { ar: 'أُلغي: {title}، {day}', en: 'Cancelled: {title}, {day}' },
  'invitation.when': { ar: '{title}: {day}، الساعة {time}.', en: '{title}: {day}, {time}.' },
  'invitation.place': { ar: 'المكان: {place}', en: 'Place: {place}' },
  'invitation.cancelled': { ar: 'أُلغي هذا الاجتماع: {reason}', en: 'This meeting was cancelled: {reason}' },
  'notice.why': {
    ar: 'تصلك هذه الرسالة لأن لك دورًا في {area}. تختار في «حسابي» كيف تُشعَر.',
    en: 'You get this e-mail because you have a role in {area}. Choose under “My account” how you are told.',
  },
  'report.subject': { ar: 'نطاق: تقرير التغطية، {area}', en: 'Nitaq: coverage report, {area}' },
  'report.text': {
    ar: 'تقرير التغطية للخطة السارية في {area} جاهز، وفيه ما تغيّر منذ التقرير السابق إن كان قد وصلك.',
    en: 'The coverage report of the plan in force in {area} is ready, with what changed since the last one that you got, if any.',
  },
  'report.open': { ar: 'فتح التقرير', en: 'Open the report' },
  'report.paper': { ar: 'التقرير بصيغة PDF للطباعة', en: 'The report as PDF, to print' },
  'report.until': {
    ar: 'الرابطان صالحان حتى {day}، ويمكنك أن ترسلهما إلى غيرك: ليس في التقرير إلا ما يعرفه الجميع، ولا يُذكر فيه الاحتياج.',
    en: 'Both links are good until {day}. You may pass them on: the report has only what everybody may know, and says nothing of the need.',
  },
  'report.why': {
    ar: 'تصلك هذه الرسالة لأنك طلبت أن يصلك التقرير بانتظام.',
    en: 'You get this e-mail because you asked for the report to come regularly.',
  },
  'report.stop': { ar: 'إيقاف التقارير الدورية', en: 'Stop these reports' },
  'report.page.title': { ar: 'نطاق: التقارير الدورية', en: 'Nitaq: regular reports' },
  'report.page.ask': {
    ar: 'أتريد ألّا تصلك تقارير التغطية بالبريد بعد الآن؟',
    en: 'Do you want no more coverage reports by e-mail?',
  },
  'report.page.stopped': {
    ar: 'أُوقفت التقارير الدورية، ولن تصلك رسائل أخرى بها. تجد التقارير دائمًا في صفحة التقارير.',
    en: 'The regular reports are stopped, and no more e-mail comes. You always find reports on the page of reports.',
  },
  'report.page.unknown': {
    ar: 'لا يوقف هذا الرابط شيئًا بعد الآن: أُوقفت التقارير من قبل، أو نُسخ الرابط ناقصًا. إن كانت التقارير ما زالت تصلك فأوقفها من آخر رسالة وصلتك أو من صفحة التقارير.',
    en: 'This link stops nothing any more: the reports were stopped before, or it was copied in part. If reports still come, stop them with the newest e-mail or on the page of reports.',
  },
  'watch.confirm.subject': {
    ar: 'نطاق: أكّد متابعة {village}',
    en: 'Nitaq: confirm that you watch {village}',
  },
  'watch.confirm.text': {
    ar: 'طُلبت بهذا العنوان متابعة {village}: رسالة حين تتغيّر الجمعية التي تخدمها. أكّد ذلك خلال أسبوع. إن لم تطلبه فأهمل هذه الرسالة.',
    en: 'Somebody asked with this address to watch {village}: an e-mail when the association that serves it changes. Confirm within a week. If it was not you, ignore this e-mail.',
  },
  'watch.confirm.link': { ar: 'تأكيد المتابعة', en: 'Confirm' },
  'watch.confirm.all': {
    ar: 'والرابط نفسه يؤكّد ما طُلب بهذا العنوان من قرى أخرى، وتجدها في صفحته.',
    en: 'The same link confirms the other villages that were asked for with this address; its page names them.',
  },
  'watch.change.subject': { ar: 'نطاق: من يخدم {village} الآن', en: 'Nitaq: who serves {village} now' },
  'watch.change.text': {
    ar: 'تغيّرت الجمعية التي تخدم {village}.',
    en: 'The association that serves {village} has changed.',
  },
  'watch.now': {
    ar: 'تخدمها الآن: {association}، ومقرها {seat}.',
    en: 'Served now by {association}, whose seat is in {seat}.',
  },
  'watch.now.phone': {
    ar: 'تخدمها الآن: {association}، ومقرها {seat}، وهاتفها {phone}.',
    en: 'Served now by {association}, whose seat is in {seat}; telephone {phone}.',
  },
  'watch.nobody': { ar: 'لا تخدمها أي جمعية الآن.', en: 'No association serves it now.' },
  'watch.open': { ar: 'فتح الخريطة', en: 'Open the map' },
  'watch.page.title': { ar: 'نطاق: متابعة قرية', en: 'Nitaq: watching a village' },
  'watch.page.asked': {
    ar: 'أتريد رسالة حين تتغيّر الجمعية التي تخدم {village}؟',
    en: 'Do you want an e-mail when the association that serves {village} changes?',
  },
  'watch.page.asked.others': {
    ar: 'وطُلبت معها متابعة هذه القرى، وتُؤكَّد معها:',
    en: 'Asked for along with it, and confirmed along with it:',
  },
  'watch.page.confirm': { ar: 'نعم، أريد المتابعة', en: 'Yes, watch it' },
  'watch.page.watching': {
    ar: 'أنت تتابع {village}: تصلك رسالة حين تتغيّر الجمعية التي تخدمها.',
    en: 'You watch {village}: you get an e-mail when the association that serves it changes.',
  },
  'watch.page.watching.others': {
    ar: 'وتتابع معها هذه القرى أيضًا، وفي كل رسالة عن إحداها رابط لإنهاء متابعتها:',
    en: 'Along with it you watch these; each e-mail about one of them has a link with which you stop:',
  },
  'watch.page.left': {
    ar: 'انتهت المتابعة، ولن تصلك رسائل أخرى عنها.',
    en: 'You no longer watch it, and get no more e-mail about it.',
  },
  'watch.page.unknown': {
    ar: 'لم يعد هذا الرابط صالحًا: انتهت المتابعة، أو لم تؤكَّد في وقتها.',
    en: 'This link is of no use any more: the watch has ended, or was not confirmed in time.',
  },
  'watch.leave': { ar: 'إنهاء المتابعة', en: 'Stop watching' },
} as const satisfies Record<string, LocalizedText>;

/** A text of the e-mails, in one language. */
export function mailWords(
  key: keyof typeof TEXTS,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  return fillIn(TEXTS[key][language], values);
}

/** Whom to turn to about a village, a line for each association. */
export function contactLines(contacts: readonly Association[], language: Language): string[] {
  if (contacts.length === 0) return [mailWords('watch.nobody', language)];
  return contacts.map(({ name, seat, phone }) => {
    const known = { association: name[language], seat: seat.name[language] };
    return phone === null
      ? mailWords('watch.now', language, known)
      : // A number that begins with a sign keeps it in front in Arabic too.
        mailWords('watch.now.phone', language, { ...known, phone: `\u2066${phone}\u2069` });
  });
}

/** Days in an area, in the calendars people use: Umm al-Qura first in Arabic. */
export function mailDays(language: Language, timeZone: string): DayWords {
  const locale = language === 'ar' ? 'ar-SA-u-nu-arab' : 'en';
  const dayIn = (calendar: string, zone: string) =>
    new Intl.DateTimeFormat(`${locale}${language === 'ar' ? '-' : '-u-'}ca-${calendar}`, {
      dateStyle: 'long',
      timeZone: zone,
    });
  const calendars = language === 'ar' ? ['islamic-umalqura', 'gregory'] : ['gregory'];
  const written = (instant: string, zone: string) =>
    calendars.map((calendar) => dayIn(calendar, zone).format(new Date(instant))).join(' — ');
  return {
    day: (instant) => written(instant, timeZone),
    dayOf: (date) => written(date, 'UTC'),
  };
}
