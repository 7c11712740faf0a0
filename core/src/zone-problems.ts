import type { LocalizedText } from './model/text.ts';

/** Reasons why a place cannot be agreed to be shared. */
export const ZONE_PROBLEMS = {
  'zone-not-found': {
    title: { ar: 'المنطقة المشتركة غير موجودة', en: 'Shared zone not found' },
    detail: {
      ar: 'لا توجد منطقة مشتركة بالمعرّف «{zone}» في الخطة «{plan}».',
      en: 'There is no shared zone “{zone}” in plan “{plan}”.',
    },
  },
  'zone-without-overlap': {
    title: { ar: 'لا تداخل هنا يُتفق عليه', en: 'There is no overlap here to agree on' },
    detail: {
      ar: 'لا يوجد في هذا المكان تداخل بين نطاقات الجمعية القائدة وشركائها وحدهم. اختر أصحاب التداخل جميعًا، أو ارسم التداخل أولًا.',
      en: 'Nowhere in this place do just the lead and all its partners claim the ground. Name all who claim the overlap, or draw it first.',
    },
  },
  'zone-lead-is-partner': {
    title: { ar: 'الجمعية القائدة ليست شريكًا لنفسها', en: 'The lead is no partner of its own' },
    detail: {
      ar: 'ذُكرت «{association}» قائدةً وشريكًا. احذفها من الشركاء.',
      en: 'Association “{association}” is named as the lead and as a partner. Leave it out of the partners.',
    },
  },
  'zone-ends-too-early': {
    title: { ar: 'تاريخ الانتهاء قد حلّ', en: 'The end has come already' },
    detail: {
      ar: 'اختر يومًا بعد {today}: في يوم الانتهاء يعود المكان تداخلًا كغيره.',
      en: 'Choose a day after {today}: on the day of its end the place is an overlap like any other.',
    },
  },
} as const satisfies Record<string, { readonly title: LocalizedText; readonly detail: LocalizedText }>;
