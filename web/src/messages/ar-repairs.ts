import type { enRepairs } from './en-repairs.ts';

/** Words of going through the problems of a plan and mending them, in Arabic. */
export const arRepairs: Readonly<Record<keyof typeof enRepairs, string>> = {
  'problem.place': 'المشكلة {place} من {count}',
  'problem.count.gap':
    '{count, plural, zero {لا فجوات} one {فجوة واحدة} two {فجوتان} few {# فجوات} many {# فجوة} other {# فجوة}}',
  'problem.count.overlap':
    '{count, plural, zero {لا تداخلات} one {تداخل واحد} two {تداخلان} few {# تداخلات} many {# تداخلًا} other {# تداخل}}',
  'problem.count.shared':
    '{count, plural, zero {لا اتفاقات تنتهي قريبًا} one {اتفاق واحد ينتهي قريبًا} two {اتفاقان ينتهيان قريبًا} few {# اتفاقات تنتهي قريبًا} many {# اتفاقًا ينتهي قريبًا} other {# اتفاق ينتهي قريبًا}}',
  'problem.count.part':
    '{count, plural, zero {لا أجزاء منفصلة} one {جزء منفصل واحد} two {جزءان منفصلان} few {# أجزاء منفصلة} many {# جزءًا منفصلًا} other {# جزء منفصل}}',
  'problem.count.village':
    '{count, plural, zero {لا قرى غير مخدومة} one {قرية واحدة غير مخدومة} two {قريتان غير مخدومتين} few {# قرى غير مخدومة} many {# قرية غير مخدومة} other {# قرية غير مخدومة}}',
  'problem.count.sliver':
    '{count, plural, zero {لا شرائح} one {شريحة واحدة} two {شريحتان} few {# شرائح} many {# شريحة} other {# شريحة}}',
  'problem.none': 'لم تبق مشكلة: لا فجوات ولا تداخل، وكل نطاق قطعة واحدة.',
  'part.kind': 'جزء منفصل',
  'part.title': 'جزء من نطاق {association} منفصل عن بقيته',
  'part.give': 'ضم هذا الجزء إلى',
  'part.announced': '{title}. {villages}، {area}',
  'repair.share': 'تقسيمها بين الجيران',
  'repair.seats': 'إلى أقرب المقرات',
  'repair.to': 'إلى {association}',
  'repair.middle': 'تقسيمه',
  'repair.share.short': 'تقسيمها',
  'repair.seats.short': 'أقرب المقرات',
  'repair.others': 'جمعيات أخرى',
  'repair.for': 'معالجة {title}',
  'repair.resolve.each': 'تقسيمه بينها، لكل منها ما هو أقرب إلى أرضها',
  'centre.title': 'حسب المركز',
  'centre.choose': 'اختر مركزًا',
  'centre.nearest':
    'لا تذكر البيانات المركز الذي تتبعه كل قرية. هذه أقرب القرى إلى كل مركز، وليست تقسيمًا رسميًا.',
  'merge.into': 'دمج هذا النطاق في نطاق',
  'merge.question': 'كم يُضم من نطاق {from} إلى نطاق {into}؟',
  'merge.whole': 'النطاق كله ({area})',
  'merge.part': 'هذا الجزء وحده ({area})',
  'merge.nothing': 'يبقى كما كان',
  'draw.tool.merge': 'دمج',
  'draw.hint.merge': 'انقر على النطاق، أو الجزء منه، الذي يُضم إلى نطاق {association}.',
  'step.gap-shared': 'تقسيم فجوة بين {associations}',
  'step.territories-merged': 'دمج نطاق {from} في نطاق {into}',
  'step.part-merged': 'ضم جزء من نطاق {from} إلى نطاق {into}',
  'refusal.no-gap-there': 'لم تعد هنا فجوة.',
  'refusal.no-neighbour': 'لا نطاق غير مقفل يأخذها. ضمّها إلى إحدى الجمعيات.',
  'refusal.no-seats': 'لا جمعية لها مقر معروف الموقع.',
  'refusal.no-part-there': 'لم يعد هذا الجزء موجودًا.',
  'refusal.only-one-side': 'لواحدة منها فقط أرض بجواره، فلا وسط له. ضمّه إلى إحداها.',
  'refusal.overlap-has-holes': 'في داخله مكان آخر، فلا وسط له. ضمّه إلى إحداها.',
};
