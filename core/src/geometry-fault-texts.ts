import type { GeometryFault, GeometryFaultCode } from './errors.ts';
import type { Language } from './model/language.ts';
import type { LocalizedText } from './model/text.ts';
import { fillIn } from './problems.ts';

const FAULTS: Record<GeometryFaultCode, LocalizedText> = {
  'geometry-empty': {
    ar: 'الشكل فارغ: ارسم حلقة واحدة على الأقل',
    en: 'The shape is empty: draw at least one ring',
  },
  'ring-not-closed': {
    ar: 'الحلقة غير مغلقة: كرّر الموضع الأول في آخرها',
    en: 'The ring is not closed: repeat its first position at the end',
  },
  'ring-too-few-positions': {
    ar: 'الحلقة تحتاج إلى {limit} مواضع مختلفة على الأقل مع موضع الإغلاق',
    en: 'A ring needs at least {limit} positions, the closing one included',
  },
  'position-not-finite': {
    ar: 'الإحداثيات يجب أن تكون أعدادًا محدودة',
    en: 'Coordinates must be finite numbers',
  },
  'position-out-of-range': {
    ar: 'خط الطول بين ‎-180 و180، والعرض بين ‎-90 و90',
    en: 'Longitude lies between -180 and 180, latitude between -90 and 90',
  },
  'position-looks-swapped': {
    ar: 'يبدو أن خط الطول والعرض معكوسان: خط الطول يأتي أولًا',
    en: 'Longitude and latitude look swapped: longitude comes first',
  },
  'ring-crosses-itself': { ar: 'الحلقة تقطع نفسها هنا', en: 'The ring crosses itself here' },
  'ring-touches-itself': { ar: 'الحلقة تمس نفسها هنا', en: 'The ring touches itself here' },
  'rings-cross': { ar: 'حلقتان تتقاطعان هنا', en: 'Two rings cross here' },
  'hole-outside-its-polygon': {
    ar: 'الفتحة ليست داخل مضلعها',
    en: 'The hole does not lie inside its polygon',
  },
  'holes-overlap': { ar: 'فتحتان تتداخلان هنا', en: 'Two holes overlap here' },
  'polygons-overlap': {
    ar: 'جزءان من النطاق نفسه يتداخلان أو يشتركان في ضلع هنا: ادمجهما',
    en: 'Two parts of the same territory overlap or share an edge here: merge them',
  },
  'interior-not-connected': {
    ar: 'الحلقات تتماس فتقسم داخل المضلع: اجعله أجزاء منفصلة',
    en: 'The rings touch so that they cut the polygon apart: make it separate parts',
  },
  'area-too-small': {
    ar: 'المساحة أصغر من {limit} متر مربع',
    en: 'The area is smaller than {limit} m²',
  },
  'too-many-vertices': {
    ar: 'في الشكل أكثر من {limit} رأس: بسّطه',
    en: 'The shape has more than {limit} vertices: simplify it',
  },
  'outside-the-area': { ar: 'النطاق كله خارج المنطقة', en: 'The territory lies wholly outside the area' },
};

/** What is wrong with a shape, in one language. */
export function describeGeometryFault(fault: GeometryFault, language: Language): string {
  return fillIn(FAULTS[fault.code][language], fault.limit === undefined ? {} : { limit: fault.limit });
}
