import type { Language, LocalizedText } from '@nitaq/core';

const WORDS = {
  title: { ar: 'نطاق: بيانات الخرائط', en: 'Nitaq: data for maps' },
  description: {
    ar: 'النطاقات والقرى والفجوات والتداخلات لبرامج الخرائط مثل QGIS، وفق OGC API – Features.',
    en: 'Territories, villages, gaps and overlaps for GIS programs such as QGIS, as OGC API – Features.',
  },
  conformance: { ar: 'ما تلتزم به الخدمة من المعايير', en: 'The standards it conforms to' },
  collections: { ar: 'المجموعات', en: 'Collections' },
  api: { ar: 'وصف الواجهة', en: 'Description of the API' },
  items: { ar: 'المعالم', en: 'Features' },
  queryables: { ar: 'الخصائص التي يُسأل عنها', en: 'Properties that can be asked for' },
  territoriesOf: { ar: 'نطاقات «{plan}»، {area}', en: 'Territories of “{plan}”, {area}' },
  territoriesOfAbout: {
    ar: 'نطاق كل جمعية في خطة واحدة ({state}).',
    en: 'The territory of each association in one plan ({state}).',
  },
  thisDocument: { ar: 'هذه الوثيقة', en: 'This document' },
  otherForm: { ar: 'هذه الوثيقة بصيغة {form}', en: 'This document as {form}' },
  next: { ar: 'الصفحة التالية', en: 'Next page' },
  previous: { ar: 'الصفحة السابقة', en: 'Previous page' },
  noItems: { ar: 'لا شيء يطابق ما سألت عنه.', en: 'Nothing matches what you asked for.' },
  shown: { ar: 'من {from} إلى {to}، والمجموع {total}', en: '{from} to {to} of {total}' },
  id: { ar: 'المعرّف', en: 'Id' },
  property: { ar: 'الخاصية', en: 'Property' },
  type: { ar: 'النوع', en: 'Type' },
  value: { ar: 'القيمة', en: 'Value' },
  address: { ar: 'العنوان', en: 'Address' },
  otherLanguage: { ar: 'English', en: 'العربية' },
  isYes: { ar: 'نعم', en: 'Yes' },
  isNo: { ar: 'لا', en: 'No' },
  draft: { ar: 'مسودة', en: 'draft' },
  proposed: { ar: 'مقترحة', en: 'proposed' },
  scheduled: { ar: 'ستسري لاحقًا', en: 'to come into force' },
  'in-force': { ar: 'سارية', en: 'in force' },
  superseded: { ar: 'انتهى العمل بها', en: 'superseded' },
  withdrawn: { ar: 'مسحوبة', en: 'withdrawn' },
} as const satisfies Record<string, LocalizedText>;

export type Word = keyof typeof WORDS;

/** A text of the documents and pages for maps, with its values filled in. */
export function say(
  word: Word,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return WORDS[word][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
