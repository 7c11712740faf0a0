import type { WordTexts } from './word-text.ts';

/** What is written on maps. */
export const MAP_TEXTS = {
  'map.title': { ar: 'خريطة التغطية', en: 'Map of coverage' },
  'map.title.association': { ar: 'نطاق {name}', en: 'Territory of {name}' },
  'map.title.gap': { ar: 'الفجوة رقم {number}', en: 'Gap {number}' },
  'map.title.overlap': { ar: 'التداخل رقم {number}', en: 'Overlap {number}' },
  'map.title.village': { ar: 'موقع {name}', en: 'Where {name} lies' },
  'map.description': {
    ar: '{title}، {area}، {plan}، {day}',
    en: '{title}, {area}, {plan}, {day}',
  },
  'map.legend': { ar: 'مفتاح الخريطة', en: 'Legend' },
  'map.served': { ar: 'قرية تخدمها جمعية', en: 'Village that is served' },
  'map.claimedTwice': { ar: 'قرية متداخلة', en: 'Village claimed by several' },
  'map.unserved': { ar: 'قرية لا تخدمها أي جمعية', en: 'Village that nobody serves' },
  'map.seat': { ar: 'مقر جمعية', en: 'Seat of an association' },
  'map.gap': { ar: 'فجوة', en: 'Gap' },
  'map.overlap': { ar: 'تداخل', en: 'Overlap' },
  'map.shared': { ar: 'نطاق مشترك متفق عليه', en: 'Shared by agreement' },
  'map.boundary': { ar: 'حدود المنطقة', en: 'Boundary of the area' },
  'map.boundary.estimated': { ar: 'حدود تقديرية للمنطقة', en: 'Estimated boundary of the area' },
  'map.sources': { ar: 'المصادر: {sources}', en: 'Sources: {sources}' },
  'map.example': {
    ar: 'بيانات توضيحية، وليست النطاقات المعتمدة',
    en: 'Example data, not the agreed territories',
  },
  'map.km': { ar: 'كم', en: 'km' },
  'map.north': { ar: 'ش', en: 'N' },
} as const satisfies WordTexts;
