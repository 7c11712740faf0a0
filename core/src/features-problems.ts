import type { LocalizedText } from './model/text.ts';

/** Reasons why features and tiles for maps are not answered. */
export const FEATURES_PROBLEMS = {
  'feature-collection-not-found': {
    title: { ar: 'المجموعة غير موجودة', en: 'Collection not found' },
    detail: {
      ar: 'لا توجد مجموعة بالمعرّف «{collection}». القائمة على ‎/ogc/collections.',
      en: 'There is no collection “{collection}”. See /ogc/collections.',
    },
  },
  'feature-not-found': {
    title: { ar: 'المعلم غير موجود', en: 'Feature not found' },
    detail: {
      ar: 'لا يوجد معلم بالمعرّف «{feature}» في المجموعة «{collection}».',
      en: 'There is no feature “{feature}” in the collection “{collection}”.',
    },
  },
  'query-parameter-unknown': {
    title: { ar: 'معامل غير معروف', en: 'Unknown parameter' },
    detail: {
      ar: 'المعامل «{parameter}» غير معروف هنا. المعروف: {known}',
      en: 'The parameter “{parameter}” is not known here. Known are: {known}',
    },
  },
  'query-parameter-invalid': {
    title: { ar: 'قيمة المعامل غير صالحة', en: 'The value of a parameter is not valid' },
    detail: {
      ar: 'قيمة المعامل «{parameter}» غير صالحة: «{value}». راجع ‎/ogc/api.',
      en: '“{value}” is no valid value of the parameter “{parameter}”. See /ogc/api.',
    },
  },
  'filter-syntax': {
    title: { ar: 'تعذّرت قراءة التصفية', en: 'The filter cannot be read' },
    detail: {
      ar: 'الخطأ في التصفية عند الموضع {at}: «{what}». اكتبها بلغة CQL2.',
      en: 'The filter goes wrong at {at}: “{what}”. Write it in CQL2.',
    },
  },
  'filter-property-unknown': {
    title: { ar: 'خاصية غير معروفة', en: 'Unknown property' },
    detail: {
      ar: 'تسأل التصفية عن خاصية غير معروفة عند الموضع {at}: «{what}». الخصائص على ‎queryables.',
      en: 'The filter asks for a property that there is not, at {at}: “{what}”. See “queryables”.',
    },
  },
  'filter-types-differ': {
    title: { ar: 'أنواع لا تُقارن', en: 'These cannot be compared' },
    detail: {
      ar: 'تقارن التصفية عند الموضع {at} قيمًا من أنواع مختلفة، مثل نص وعدد.',
      en: 'At {at} the filter compares values of different kinds, such as a text and a number.',
    },
  },
  'filter-not-supported': {
    title: { ar: 'لا نعرف هذا من CQL2', en: 'This part of CQL2 is not known here' },
    detail: {
      ar: 'تستعمل التصفية عند الموضع {at} ما لا تعرفه الخدمة: «{what}». راجع ‎/ogc/conformance.',
      en: 'At {at} the filter uses something that the service does not know: “{what}”. See /ogc/conformance.',
    },
  },
  'filter-too-deep': {
    title: { ar: 'التصفية متداخلة كثيرًا', en: 'The filter is nested too deeply' },
    detail: { ar: 'بسّط التصفية عند الموضع {at}.', en: 'Make the filter simpler at {at}.' },
  },
  'tile-layer-not-found': {
    title: { ar: 'الطبقة غير موجودة', en: 'Layer not found' },
    detail: {
      ar: 'لا توجد طبقة بالاسم «{layer}». الطبقات: {known}',
      en: 'There is no layer “{layer}”. There are: {known}',
    },
  },
  'tile-not-found': {
    title: { ar: 'المربّع غير موجود', en: 'There is no such tile' },
    detail: {
      ar: 'لا يوجد مربّع {z}/{x}/{y}. التكبير من 0 إلى {deepest}، والصف والعمود أقل من 2 أس التكبير.',
      en: 'There is no tile {z}/{x}/{y}. Zooms run from 0 to {deepest}, columns and rows stay below 2 to the power of the zoom.',
    },
  },
} as const satisfies Record<string, { readonly title: LocalizedText; readonly detail: LocalizedText }>;
