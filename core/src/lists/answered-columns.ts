import type { CoverageStatus } from '../model/coverage.ts';
import type { Language } from '../model/language.ts';

/** The columns that answers add to a list, in the language of those that are there. */
export const ANSWERED_COLUMNS: Readonly<Record<Language, readonly string[]>> = {
  en: ['status', 'association_id', 'association', 'area', 'plan', 'plan_version', 'village_id', 'error'],
  ar: [
    'الحالة',
    'معرف الجمعية',
    'الجمعية',
    'معرف المنطقة',
    'معرف الخطة',
    'إصدار الخطة',
    'معرف القرية',
    'الخطأ',
  ],
};

/** What stands in the first of them. */
export const ANSWERED_STATUSES: Readonly<Record<Language, Readonly<Record<CoverageStatus, string>>>> = {
  en: {
    covered: 'covered',
    overlap: 'overlap',
    gap: 'gap',
    outside: 'outside',
    unlocated: 'unlocated',
  },
  ar: {
    covered: 'مغطاة',
    overlap: 'تداخل',
    gap: 'فجوة',
    outside: 'خارج المناطق',
    unlocated: 'بلا موقع',
  },
};
