import { describeGeometryFault, fillIn, type Language, type LocalizedText } from '@nitaq/core';
import type { AreaFolderFault, AreaFolderFaultCode, FolderFaultCode } from './fault.ts';

const TEXTS: Record<FolderFaultCode, LocalizedText> = {
  'folder-missing': { ar: 'لا يوجد مجلد في هذا المسار', en: 'There is no folder at this path' },
  'file-missing': { ar: 'الملف غير موجود في المجلد', en: 'The file is missing from the folder' },
  'file-unreadable': { ar: 'تعذرت قراءة الملف ({reason})', en: 'The file cannot be read ({reason})' },
  'file-not-utf8': {
    ar: 'النص ليس بترميز UTF-8: احفظ الملف من جديد بهذا الترميز',
    en: 'The text is not UTF-8: save the file again in that encoding',
  },
  'json-malformed': {
    ar: 'صيغة JSON غير سليمة: راجع الفواصل والأقواس وعلامات الاقتباس هنا',
    en: 'This is not JSON: look at the commas, brackets and quotes here',
  },
  'json-malformed-near': {
    ar: 'صيغة JSON غير سليمة: راجع الفواصل والأقواس وعلامات الاقتباس قرب ‹{near}›',
    en: 'This is not JSON: look at the commas, brackets and quotes near ‹{near}›',
  },
  'member-missing': { ar: 'هذا العنصر مطلوب', en: 'This member is required' },
  'member-unknown': {
    ar: 'عنصر غير معروف هنا: صحّح اسمه أو احذفه',
    en: 'This member is not known here: correct its name or remove it',
  },
  'type-wrong': {
    ar: 'نوع القيمة غير صحيح، والمتوقع: {expected}',
    en: 'The value is of a wrong type; expected: {expected}',
  },
  'csv-malformed': {
    ar: 'صيغة CSV غير سليمة: راجع علامات الاقتباس هنا',
    en: 'This is not CSV: look at the double quotes here',
  },
  'csv-wrong-delimiter': {
    ar: 'الأعمدة مفصولة بغير الفاصلة «,»: احفظ الملف بصيغة CSV مفصولًا بها',
    en: 'The columns are not separated by commas: save the file as comma-separated CSV',
  },
  'column-missing': { ar: 'هذا العمود مطلوب', en: 'This column is required' },
  'column-unknown': {
    ar: 'عمود غير معروف: صحّح اسمه أو احذفه',
    en: 'This column is not known: correct its name or remove it',
  },
  'column-repeated': { ar: 'العمود مكرر', en: 'The column stands there twice' },
  'row-wrong-length': {
    ar: 'عدد خلايا الصف {found}، والمتوقع {expected}: راجع الفواصل وعلامات الاقتباس',
    en: 'The row has {found} cells instead of {expected}: look at commas and quotes',
  },
  'value-missing': { ar: 'القيمة مطلوبة', en: 'A value is required' },
  'value-not-allowed': {
    ar: 'القيمة غير مقبولة، والمقبول: {allowed}',
    en: 'This value is not allowed; allowed: {allowed}',
  },
  'text-too-long': { ar: 'النص أطول من {limit} حرف', en: 'The text is longer than {limit} characters' },
  'text-has-control-character': {
    ar: 'في النص حرف تحكم غير مرئي: احذفه',
    en: 'The text has an invisible control character: remove it',
  },
  'text-has-half-a-character': {
    ar: 'في النص نصف زوج بديل (مثل ‎\\ud800) وليس حرفًا: احذفه أو اكتب الحرف كله',
    en: 'The text has half of a surrogate pair (such as \\ud800), which is no character: remove it or write the whole one',
  },
  'id-malformed': {
    ar: 'المعرّف حروف لاتينية صغيرة وأرقام بينها شرطات مفردة، 64 حرفًا على الأكثر',
    en: 'An id is lower-case Latin letters and digits with single hyphens between, at most 64 characters',
  },
  'id-repeated': {
    ar: 'المعرّف «{value}» مستعمل في الصف {firstRow}',
    en: 'The id “{value}” is already used in row {firstRow}',
  },
  'number-malformed': {
    ar: '«{value}» ليس عددًا: اكتبه بالأرقام 0-9 وبنقطة عشرية',
    en: '“{value}” is not a number: write it with the digits 0-9 and a decimal point',
  },
  'integer-malformed': {
    ar: '«{value}» ليس عددًا صحيحًا من 0 فأكثر، مكتوبًا بالأرقام 0-9',
    en: '“{value}” is not a whole number from 0 on, written with the digits 0-9',
  },
  'longitude-out-of-range': {
    ar: 'خط الطول {value} ليس بين ‎-180 و180',
    en: 'Longitude {value} does not lie between -180 and 180',
  },
  'latitude-out-of-range': {
    ar: 'خط العرض {value} ليس بين ‎-90 و90',
    en: 'Latitude {value} does not lie between -90 and 90',
  },
  'location-incomplete': {
    ar: 'خط الطول والعرض يُكتبان معًا أو يُتركان فارغين معًا',
    en: 'Longitude and latitude are both given, or both left empty',
  },
  'location-looks-swapped': {
    ar: 'يبدو أن خط الطول {lon} والعرض {lat} معكوسان',
    en: 'Longitude {lon} and latitude {lat} look swapped',
  },
  'location-outside-area': {
    ar: 'الموقع ({lon}، {lat}) خارج حدود المنطقة',
    en: 'The location ({lon}, {lat}) lies outside the area',
  },
  'alias-empty': {
    ar: 'بين علامتي «|» تسمية فارغة: احذف العلامة الزائدة',
    en: 'There is an empty spelling between two “|”: remove one of them',
  },
  'centre-unknown': {
    ar: 'لا يوجد في villages.csv مركز أو مقر محافظة بالمعرّف «{value}»',
    en: 'villages.csv has no place “{value}” of the kind centre or governorate',
  },
  'date-malformed': {
    ar: 'اكتب التاريخ والوقت مع فرق التوقيت، مثل 2026-11-01T00:00:00+03:00',
    en: 'Write date and time with the offset, such as 2026-11-01T00:00:00+03:00',
  },
  'time-zone-unknown': {
    ar: 'المنطقة الزمنية «{value}» غير معروفة؛ مثال صحيح: Asia/Riyadh',
    en: 'There is no time zone “{value}”; a right one is Asia/Riyadh',
  },
  'geometry-wrong-type': {
    ar: 'الشكل المطلوب Polygon أو MultiPolygon',
    en: 'A Polygon or a MultiPolygon is required',
  },
  'position-malformed': {
    ar: 'الموضع خط طول ثم خط عرض',
    en: 'A position is a longitude and then a latitude',
  },
  'association-unknown': {
    ar: 'لا توجد جمعية بالمعرّف «{value}» في associations.csv',
    en: 'There is no association “{value}” in associations.csv',
  },
  'association-repeated': {
    ar: 'للجمعية «{value}» أكثر من نطاق في الخطة: اجمعها في MultiPolygon واحد',
    en: 'Association “{value}” has more than one territory in the plan: make them one MultiPolygon',
  },
  'plan-repeated': {
    ar: 'معرّف الخطة «{value}» مستعمل في {firstFile}',
    en: 'The plan id “{value}” is already used in {firstFile}',
  },
  'several-plans-in-force': {
    ar: 'لا تسري إلا خطة واحدة، والخطة في {firstFile} سارية أيضًا',
    en: 'Only one plan can be in force, and the one in {firstFile} is too',
  },
  'base-unknown': {
    ar: 'لا توجد في المجلد خطة بالمعرّف «{value}»',
    en: 'The folder has no plan “{value}”',
  },
  'base-circular': {
    ar: 'الخطة «{value}» مبنية في النهاية على نفسها',
    en: 'Plan “{value}” is in the end based on itself',
  },
};

/** One line for people: where the fault stands, what is wrong and what to do. */
export function describeFault(fault: AreaFolderFault, language: Language): string {
  const { file, row, field } = fault;
  const rowText = row === null ? '' : { ar: `الصف ${row}`, en: `row ${row}` }[language];
  const place = [file, rowText, field ?? '']
    .filter((part) => part !== '')
    .join({ ar: '، ', en: ', ' }[language]);
  return place === '' ? explain(fault, language) : `${place}: ${explain(fault, language)}`;
}

function explain({ code, values }: AreaFolderFault, language: Language): string {
  if (isFolderFault(code)) return fillIn(TEXTS[code][language], values);
  const { limit } = values;
  return describeGeometryFault({ code, pointer: '', ...(typeof limit === 'number' && { limit }) }, language);
}

function isFolderFault(code: AreaFolderFaultCode): code is FolderFaultCode {
  return code in TEXTS;
}
