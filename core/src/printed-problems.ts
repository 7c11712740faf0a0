import type { LocalizedText } from './model/text.ts';

/** Reasons why something is not drawn or printed. */
export const PRINTED_PROBLEMS = {
  'place-not-in-report': {
    title: { ar: 'لا يوجد هذا الموضع في التقرير', en: 'The report has no such place' },
    detail: {
      ar: 'لا توجد في الخطة «{plan}» فجوة أو تداخل بالرقم {number}.',
      en: 'Plan “{plan}” has no gap or overlap with the number {number}.',
    },
  },
  'map-of-several': {
    title: { ar: 'الخريطة لموضوع واحد', en: 'A map is about one thing' },
    detail: {
      ar: 'اطلب خريطة جمعية أو فجوة أو تداخل أو قرية، واحدًا منها لا أكثر.',
      en: 'Ask for a map of one association, gap, overlap or village, not of several.',
    },
  },
  'plan-not-agreed': {
    title: { ar: 'الخطة غير متفق عليها', en: 'The plan is not agreed' },
    detail: {
      ar: 'تُطبع وثيقة الاتفاق لخطة متفق عليها أو سارية، وحالة الخطة «{plan}» الآن: {state}.',
      en: 'An agreement is printed of a plan that is agreed or in force; “{plan}” is {state}.',
    },
  },
} as const satisfies Record<string, { readonly title: LocalizedText; readonly detail: LocalizedText }>;
