import type { LocalizedText } from './model/text.ts';

/** Reasons why a list of places, or one row of it, cannot be answered. */
export const BATCH_PROBLEMS = {
  'batch-columns-unknown': {
    title: { ar: 'لم نتعرّف على أعمدة القائمة', en: 'The columns of the list are not recognised' },
    detail: {
      ar: 'اكتب في السطر الأول أسماء الأعمدة: «القرية»، أو «خط الطول» و«خط العرض».',
      en: 'Name the columns in the first row: “village”, or “longitude” and “latitude”.',
    },
  },
  'row-without-place': {
    title: { ar: 'لا مكان في هذا السطر', en: 'No place in this row' },
    detail: {
      ar: 'اكتب اسم القرية، أو خط الطول وخط العرض.',
      en: 'Give the name of a village, or a longitude and a latitude.',
    },
  },
  'row-number-invalid': {
    title: { ar: 'إحداثيات غير صحيحة', en: 'Not a pair of coordinates' },
    detail: {
      ar: 'خط الطول بين ‎-180 و180، وخط العرض بين ‎-90 و90، بالدرجات. المكتوب: «{lon}» و«{lat}».',
      en: 'A longitude is from -180 to 180 and a latitude from -90 to 90, in degrees; here they are “{lon}” and “{lat}”.',
    },
  },
  'row-name-ambiguous': {
    title: { ar: 'الاسم لأكثر من قرية', en: 'Several villages may be meant' },
    detail: {
      ar: 'قد يُقصد باسم «{name}»: {names}. اكتب بدلًا منه المعرّف الذي بعد النقطتين.',
      en: '“{name}” may be {names}. Write the id after the colon instead.',
    },
  },
  'row-too-long': {
    title: { ar: 'خلايا زائدة في السطر', en: 'The row has too many cells' },
    detail: {
      ar: 'في السطر خلايا أكثر من أعمدة السطر الأول. ضع النص الذي فيه فاصلة بين علامتي اقتباس.',
      en: 'It has more cells than the first row has columns. Put text with a comma in it between quotes.',
    },
  },
  'row-not-an-object': {
    title: { ar: 'سطر لا يُقرأ', en: 'The line cannot be read' },
    detail: { ar: 'يجب أن يكون كل سطر كائن JSON.', en: 'Each line has to be a JSON object.' },
  },
  'batch-broken-off': {
    title: { ar: 'توقفت القراءة هنا', en: 'Reading ended here' },
    detail: {
      ar: 'لم يُقرأ ما بعد هذا السطر: علامة اقتباس لم تُغلق، أو سطر أطول من اللازم.',
      en: 'What follows was not read: a quote that is not closed, or a row that is too long.',
    },
  },
  'batch-too-long': {
    title: { ar: 'القائمة طويلة جدًا', en: 'The list is too long' },
    detail: {
      ar: 'الحد {rows} سطر أو {mebibytes} ميبي بايت. قسّمها.',
      en: 'At most {rows} rows or {mebibytes} MiB at once. Split it.',
    },
  },
  'batch-too-many-names': {
    title: { ar: 'أسماء كثيرة في قائمة واحدة', en: 'Too many names in one list' },
    detail: {
      ar: 'يُبحث في الطلب الواحد عن {names} اسم مختلف على الأكثر. أرسل البقية في طلب آخر.',
      en: 'At most {names} different names are searched for at once. Send the others again.',
    },
  },
} as const satisfies Record<string, { title: LocalizedText; detail: LocalizedText }>;
