import type { WordTexts } from './word-text.ts';

/** What is said on paper alone. */
export const PRINT_TEXTS = {
  'print.page': { ar: 'صفحة {page} من {pages}', en: 'Page {page} of {pages}' },
  'print.foot': { ar: '{area} · {plan} · {day}', en: '{area} · {plan} · {day}' },
  'print.covered': { ar: 'من المنطقة تغطيها جمعية واحدة', en: 'of the area is covered by one association' },
  'print.villages': {
    ar: {
      zero: 'قرى مغطاة من {all}',
      one: 'قرية مغطاة من {all}',
      two: 'قريتان مغطاتان من {all}',
      few: 'قرى مغطاة من {all}',
      many: 'قرية مغطاة من {all}',
      other: 'قرية مغطاة من {all}',
    },
    en: { one: 'village covered, of {all}', other: 'villages covered, of {all}' },
  },
  'print.gaps': {
    ar: {
      zero: 'فجوات مفتوحة',
      one: 'فجوة مفتوحة',
      two: 'فجوتان مفتوحتان',
      few: 'فجوات مفتوحة',
      many: 'فجوة مفتوحة',
      other: 'فجوة مفتوحة',
    },
    en: { one: 'gap', other: 'gaps' },
  },
  'print.overlaps': {
    ar: {
      zero: 'تداخلات مفتوحة',
      one: 'تداخل مفتوح',
      two: 'تداخلان مفتوحان',
      few: 'تداخلات مفتوحة',
      many: 'تداخلًا مفتوحًا',
      other: 'تداخل مفتوح',
    },
    en: { one: 'overlap', other: 'overlaps' },
  },
  'print.orphansInGaps': { ar: 'يتيمًا محصًى في الفجوات', en: 'orphans counted in gaps' },
  'print.moreNames': {
    ar: {
      zero: 'لا غيرها',
      one: 'قرية أخرى',
      two: 'قريتان أخريان',
      few: '{count} قرى أخرى',
      many: '{count} قرية أخرى',
      other: '{count} قرية أخرى',
    },
    en: { one: '1 more', other: '{count} more' },
  },
  'print.moreVillages': {
    ar: {
      zero: 'القائمة كاملة.',
      one: 'في الجدول أولًا القرى التي تنتظر قرارًا، وتليه قرية واحدة باسمها وحده.',
      two: 'في الجدول أولًا القرى التي تنتظر قرارًا، وتليه قريتان باسميهما وحدهما.',
      few: 'في الجدول أولًا القرى التي تنتظر قرارًا، وتليه {count} قرى بأسمائها وحدها حسب من يخدمها.',
      many: 'في الجدول أولًا القرى التي تنتظر قرارًا، وتليه {count} قرية بأسمائها وحدها حسب من يخدمها.',
      other: 'في الجدول أولًا القرى التي تنتظر قرارًا، وتليه {count} قرية بأسمائها وحدها حسب من يخدمها.',
    },
    en: {
      one: 'The table has first the villages that wait for a decision; after it 1 village stands by its name alone.',
      other:
        'The table has first the villages that wait for a decision; after it {count} villages stand by their names alone, by who serves them.',
    },
  },
  'print.villagesOf': {
    ar: {
      zero: '{status}',
      one: '{status}: قرية واحدة',
      two: '{status}: قريتان',
      few: '{status}: {count} قرى',
      many: '{status}: {count} قرية',
      other: '{status}: {count} قرية',
    },
    en: { one: '{status}: 1 village', other: '{status}: {count} villages' },
  },
  'print.signatures': { ar: 'ورقة التوقيع', en: 'Signature sheet' },
  'print.signatures.lead': {
    ar: 'اطّلعنا على هذا التقرير في الاجتماع المنعقد يوم ....................',
    en: 'We have read this report at the meeting held on ....................',
  },
  'print.signatory': { ar: 'الاسم', en: 'Name' },
  'print.signature': { ar: 'التوقيع', en: 'Signature' },
  'print.signedOn': { ar: 'التاريخ', en: 'Date' },
} as const satisfies WordTexts;
