import type { LocalizedText } from './model/text.ts';

/** Reasons why a village cannot be added, or reported as missing. */
export const MISSING_VILLAGE_PROBLEMS = {
  'missing-village-not-found': {
    title: { ar: 'البلاغ غير موجود', en: 'Report not found' },
    detail: {
      ar: 'لا يوجد بلاغ بالمعرّف «{missing}»؛ ربما بُتّ فيه.',
      en: 'There is no report “{missing}”; it may have been settled.',
    },
  },
  'missing-villages-full': {
    title: { ar: 'البلاغات المنتظرة كثيرة', en: 'Too many reports are waiting' },
    detail: {
      ar: 'بلاغات كثيرة تنتظر البتّ فيها. أعد المحاولة بعد أيام، أو اتصل بإحدى جمعيات المنطقة.',
      en: 'Many reports are waiting to be settled. Try again in some days, or call an association of the area.',
    },
  },
  'village-centre-unknown': {
    title: { ar: 'المركز غير معروف', en: 'Unknown centre' },
    detail: {
      ar: 'لا يوجد مركز بالمعرّف «{centre}». اختر مركزًا من قرى المنطقة، أو اتركه فارغًا.',
      en: '“{centre}” is no centre. Choose one of the centres of the area, or leave it out.',
    },
  },
} as const satisfies Record<string, { readonly title: LocalizedText; readonly detail: LocalizedText }>;
