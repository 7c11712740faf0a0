import type { LocalizedText } from './model/text.ts';

/** Reasons why there is no report. */
export const REPORT_PROBLEMS = {
  'report-since-too-late': {
    title: { ar: 'بداية المقارنة بعد نهايتها', en: 'The comparison begins after its end' },
    detail: {
      ar: 'يقارن التقرير يومًا بيوم قبله: اجعل since قبل {at}.',
      en: 'A report compares a day with an earlier one: choose a `since` before {at}.',
    },
  },
  'report-link-expired': {
    title: { ar: 'انتهت مدة هذا الرابط', en: 'This link has expired' },
    detail: {
      ar: 'روابط التقارير صالحة أربعة عشر يومًا. اطلب تقريرًا جديدًا من صفحة التقارير.',
      en: 'Links to reports are good for fourteen days. Ask for a new report on the page of reports.',
    },
  },
  'report-link-unknown': {
    title: { ar: 'هذا الرابط غير معروف', en: 'This link is not known' },
    detail: {
      ar: 'ربما نُسخ ناقصًا. افتحه من الرسالة نفسها، أو اطلب التقرير من صفحة التقارير.',
      en: 'It may have been copied in part. Open it from the e-mail itself, or ask for the report on the page of reports.',
    },
  },
  'report-schedule-needs-mail': {
    title: { ar: 'التقارير الدورية تحتاج إلى بريد', en: 'Regular reports need e-mail' },
    detail: {
      ar: 'لا ترسل هذه الخدمة بريدًا، فلا تصل التقارير بنفسها. اطلبها من صفحة التقارير متى شئت.',
      en: 'This service sends no e-mail, so no reports come by themselves. Ask for them on the page of reports when you need them.',
    },
  },
  'report-job-not-found': {
    title: { ar: 'لم يعد هذا التقرير هنا', en: 'This report is not here any more' },
    detail: {
      ar: 'ما يُعدّ في الخلفية يبقى يومًا واحدًا. اطلبه من جديد.',
      en: 'What is made in the background stays for a day. Ask for it again.',
    },
  },
  'report-job-not-ready': {
    title: { ar: 'لم يكتمل التقرير', en: 'The report is not ready' },
    detail: {
      ar: 'ما زال التقرير قيد الإعداد، أو تعذّر إعداده. انظر حالته أولًا.',
      en: 'It is still being made, or could not be. See how it stands first.',
    },
  },
  'report-not-made': {
    title: { ar: 'تعذّر إعداد التقرير', en: 'The report could not be made' },
    detail: {
      ar: 'حاولت الخدمة مرات ولم يكتمل. حاول بصيغة أخرى أو في وقت لاحق.',
      en: 'The service tried several times. Try another form, or later.',
    },
  },
  'report-not-found': {
    title: { ar: 'التقرير غير موجود', en: 'Report not found' },
    detail: {
      ar: 'لا يوجد تقرير محفوظ بالمعرّف «{report}» في «{area}».',
      en: 'No report “{report}” is kept in “{area}”.',
    },
  },
} as const satisfies Record<string, { readonly title: LocalizedText; readonly detail: LocalizedText }>;
