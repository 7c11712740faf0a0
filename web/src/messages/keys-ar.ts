import type { keysEn } from './keys-en.ts';

/** Words of keys for programs, in Arabic. */
export const keysAr: Readonly<Record<keyof typeof keysEn, string>> = {
  'keys.title': 'مفاتيح البرامج',
  'keys.of': 'بالمفتاح يسأل برنامج تابع لـ{association} عمن يخدم المكان كلما احتاج.',
  'keys.none': 'لا مفاتيح بعد.',
  'keys.opens': 'يتيح: {addresses}',
  'keys.coverage': 'التغطية',
  'keys.batch': 'قوائم الأماكن',
  'keys.villages': 'القرى',
  'keys.areas.all': 'كل المناطق',
  'keys.areas.some': 'في {areas}',
  'keys.used': 'آخر استعمال: {date}',
  'keys.used.never': 'لم يُستعمل بعد',
  'keys.revoke': 'إلغاء «{title}»',
  'keys.revoke.sure': 'نعم، إلغاء «{title}»',
  'keys.add': 'إنشاء مفتاح',
  'keys.add.title': 'لأي غرض؟',
  'keys.add.opens': 'عمَّ يسأل؟',
  'keys.add.onlyHere': 'عن {area} وحدها',
  'keys.add.nothing': 'اختر شيئًا واحدًا على الأقل يُسأل عنه.',
  'keys.made': 'هذا هو المفتاح، ويُعرض مرة واحدة. انسخه إلى حيث يقرؤه البرنامج.',
  'keys.copy': 'نسخ المفتاح',
  'keys.done': 'تم',
  'keys.made.how': 'يرسله البرنامج مع كل طلب في ترويسته: {header}',
};
