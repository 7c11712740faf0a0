import type { enStanding } from './en-standing.ts';

/** Words of how far a plan has come, and what its figures mean, in Arabic. */
export const arStanding: Readonly<Record<keyof typeof enStanding, string>> = {
  'plan.unfinished': 'خطة غير مكتملة',
  'plan.unfinished.undrawn':
    '{count, plural, one {لا نطاق لجمعية {associations}.} two {لا نطاق لجمعيتي {associations}.} few {لا نطاق لجمعيات {associations}.} many {لا نطاق لجمعيات {associations}.} other {لا نطاق لجمعيات {associations}.}}',
  'plan.unfinished.villages':
    '{count, plural, zero {لكل قرية جمعية تخدمها.} one {قرية واحدة لا جمعية لها بعد.} two {قريتان لا جمعية لهما بعد.} few {# قرى لا جمعية لها بعد.} many {# قرية لا جمعية لها بعد.} other {# قرية لا جمعية لها بعد.}}',
  'plan.open': 'بقي ما يُتفق عليه',
  'plan.open.gap':
    '{count, plural, zero {لا فجوات} one {فجوة واحدة} two {فجوتان} few {# فجوات} many {# فجوة} other {# فجوة}} · {area}',
  'plan.open.overlap':
    '{count, plural, zero {لا تداخل} one {تداخل واحد} two {تداخلان} few {# تداخلات} many {# تداخلًا} other {# تداخل}} · {area}',
  'plan.whole.villages':
    '{count, plural, zero {لا قرية معروفة الموقع بعد.} one {للقرية الوحيدة المحددة الموقع جمعية واحدة تخدمها.} two {لكل من القريتين المحددتي الموقع جمعية واحدة تخدمها.} few {لكل قرية من # قرى محددة الموقع جمعية واحدة تخدمها.} many {لكل قرية من # قرية محددة الموقع جمعية واحدة تخدمها.} other {لكل قرية من # قرية محددة الموقع جمعية واحدة تخدمها.}}',
  'figures.shape.round': 'شكله مستدير',
  'figures.shape.compact': 'شكله متماسك',
  'figures.shape.long': 'شكله ممتد',
  'figures.shape.ragged': 'شكله ممتد جدًا أو متفرق',
  'changes.ground': 'مساحة ما ينتقل',
  'changes.ground.moved': '{area}: من {before} إلى {now}',
  'compare.view': 'طريقة عرض الخطة الأخرى',
  'compare.view.dashed': 'خط متقطع',
  'compare.view.beside': 'جنبًا إلى جنب',
  'compare.view.swipe': 'بالسحب',
  'compare.map': 'خريطة الخطة «{plan}»، وتتحرك مع الخريطة الأخرى',
  'compare.handle': 'الخط بين الخطتين',
  'compare.share': 'للخطة «{plan}» {percent}٪ من العرض',
  'number.zero': 'صفر',
};
