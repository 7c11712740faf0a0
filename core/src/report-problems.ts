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
  'report-not-found': {
    title: { ar: 'التقرير غير موجود', en: 'Report not found' },
    detail: {
      ar: 'لا يوجد تقرير محفوظ بالمعرّف «{report}» في «{area}».',
      en: 'No report “{report}” is kept in “{area}”.',
    },
  },
} as const satisfies Record<string, { readonly title: LocalizedText; readonly detail: LocalizedText }>;
