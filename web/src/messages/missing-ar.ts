import type { missingEn } from './missing-en.ts';

/** Words of villages that are not on the map yet: such without a location, and such that people reported. In Arabic. */
export const missingAr: Readonly<Record<keyof typeof missingEn, string>> = {
  'unlocated.title': 'قرى تحتاج إلى موقع',
  'unlocated.none': 'لكل قرية موقعها.',
  'unlocated.text': 'أسماؤها معروفة ومواقعها غير معروفة بعد. ما إن يُحدَّد موقع القرية حتى تدخل في كل الحسابات.',
  'unlocated.readonly': 'سجّل الدخول منسقًا أو عن المجلس لوضعها على الخريطة.',
  'missing.title': 'قرى أُبلغ عن نقصها',
  'missing.text':
    'بحث عنها الناس فلم يجدوها. بُتّ في كل بلاغ: أضف القرية، أو أضف اسمها إلى قرية معروفة، أو رُدّه.',
  'missing.none': 'لا بلاغات تنتظر.',
  'missing.count':
    '{count, plural, zero {لا بلاغات} one {بلاغ واحد} two {بلاغان} few {# بلاغات} many {# بلاغًا} other {# بلاغ}}',
  'missing.last': '{count, plural, one {يوم {date}} two {آخرهما {date}} other {آخرها {date}}}',
  'missing.said': '«{words}»',
  'missing.show': 'عرض على الخريطة: {name}',
  'missing.placeless': 'لم يذكر أحد موقعها.',
  'missing.add': 'إضافتها قرية',
  'missing.add.of': 'إضافتها قرية: {name}',
  'missing.add.ar': 'الاسم بالعربية',
  'missing.add.en': 'الاسم بالحروف اللاتينية',
  'missing.add.centre': 'المركز',
  'missing.add.centre.none': 'غير مسجّل',
  'missing.add.at': 'توضع حيث أُبلغ عنها، بدقة {distance} تقريبًا، ويمكنك تصحيح الموقع بعد ذلك.',
  'missing.add.nowhere': 'تُضاف بلا موقع، ويمكنك تحديده بعد ذلك.',
  'missing.add.save': 'إضافة القرية',
  'missing.alias': 'هي قرية معروفة',
  'missing.alias.of': 'هي قرية معروفة: {name}',
  'missing.alias.village': 'أي قرية؟',
  'missing.alias.hint': 'يُعثر عليها من الآن بالاسم «{name}» أيضًا.',
  'missing.alias.wrong': 'اختر قرية من القائمة.',
  'missing.alias.save': 'إضافة الاسم',
  'missing.dismiss': 'ردّ البلاغ',
  'missing.dismiss.of': 'ردّ البلاغ: {name}',
  'missing.dismiss.reason': 'ما السبب؟',
  'missing.dismiss.hint': 'يبقى السبب في السجل، ويُحذف ما كتبه الناس.',
  'missing.dismiss.save': 'ردّ البلاغ',
};
