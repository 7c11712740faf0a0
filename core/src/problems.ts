import { API_KEY_PROBLEMS } from './api-key-problems.ts';
import { BATCH_PROBLEMS } from './batch-problems.ts';
import { DOCUMENT_PROBLEMS } from './document-problems.ts';
import { FEATURES_PROBLEMS } from './features-problems.ts';
import { INITIATIVE_PROBLEMS } from './initiative-problems.ts';
import { MEETING_PROBLEMS } from './meeting-problems.ts';
import { MISSING_VILLAGE_PROBLEMS } from './missing-village-problems.ts';
import type { Language } from './model/language.ts';
import type { LocalizedText } from './model/text.ts';
import { PEOPLE_PROBLEMS } from './people-problems.ts';
import { PRINTED_PROBLEMS } from './printed-problems.ts';
import { PROPOSAL_PROBLEMS } from './proposal-problems.ts';
import { REPORT_PROBLEMS } from './report-problems.ts';
import { ZONE_PROBLEMS } from './zone-problems.ts';

interface ProblemTexts {
  readonly title: LocalizedText;
  readonly detail: LocalizedText;
}

/** Every reason the service can refuse a request for: its title and what to do, with `{values}` filled in. */
const PROBLEMS = {
  ...BATCH_PROBLEMS,
  ...PEOPLE_PROBLEMS,
  ...PROPOSAL_PROBLEMS,
  ...ZONE_PROBLEMS,
  ...FEATURES_PROBLEMS,
  ...MISSING_VILLAGE_PROBLEMS,
  ...MEETING_PROBLEMS,
  ...API_KEY_PROBLEMS,
  ...REPORT_PROBLEMS,
  ...PRINTED_PROBLEMS,
  ...INITIATIVE_PROBLEMS,
  ...DOCUMENT_PROBLEMS,
  'address-unknown': {
    title: { ar: 'عنوان غير معروف', en: 'Unknown address' },
    detail: {
      ar: 'لا يوجد شيء على العنوان {path}. راجع ‎/docs.',
      en: 'There is nothing at {path}. See /docs.',
    },
  },
  'method-not-allowed': {
    title: { ar: 'الطريقة غير مقبولة هنا', en: 'The method is not allowed here' },
    detail: {
      ar: 'العنوان {path} لا يقبل {method}. المقبول: {allowed}. راجع ‎/docs.',
      en: '{path} does not take {method}; it takes {allowed}. See /docs.',
    },
  },
  'area-not-found': {
    title: { ar: 'المنطقة غير موجودة', en: 'Area not found' },
    detail: {
      ar: 'لا توجد منطقة بالمعرّف «{area}». القائمة على ‎/api/v1/areas.',
      en: 'There is no area “{area}”. See /api/v1/areas.',
    },
  },
  'association-not-found': {
    title: { ar: 'الجمعية غير موجودة', en: 'Association not found' },
    detail: {
      ar: 'لا توجد جمعية بالمعرّف «{association}» في «{area}».',
      en: 'There is no association “{association}” in “{area}”.',
    },
  },
  'village-not-found': {
    title: { ar: 'القرية غير موجودة', en: 'Village not found' },
    detail: {
      ar: 'لا توجد قرية بالمعرّف «{village}».',
      en: 'There is no village “{village}”.',
    },
  },
  'village-ambiguous': {
    title: { ar: 'المعرّف موجود في أكثر من منطقة', en: 'The id exists in several areas' },
    detail: {
      ar: 'القرية «{village}» موجودة في أكثر من منطقة. أضف المنطقة: ‎&area=',
      en: 'The village “{village}” exists in several areas. Name the area: &area=',
    },
  },
  'village-name-unknown': {
    title: { ar: 'لم نجد قرية بهذا الاسم', en: 'No village of this name' },
    detail: {
      ar: 'لا نعرف قرية اسمها «{name}» أو ما يشبهه. جرّب كتابة أخرى، أو اسأل بالموقع.',
      en: 'No village is called “{name}” or something like it. Try another spelling, or ask by place.',
    },
  },
  'village-name-ambiguous': {
    title: { ar: 'الاسم يصلح لأكثر من قرية', en: 'Several villages may be meant' },
    detail: {
      ar: 'قد يُقصد باسم «{name}» أكثر من قرية: {names}. اسأل بالمعرّف، مثل ‎?village={village}',
      en: '“{name}” may mean several villages: {names}. Ask by the id of one, as in ?village={village}',
    },
  },
  'plan-not-found': {
    title: { ar: 'الخطة غير موجودة', en: 'Plan not found' },
    detail: {
      ar: 'لا توجد خطة بالمعرّف «{plan}» في «{area}».',
      en: 'There is no plan “{plan}” in “{area}”.',
    },
  },
  'no-plan-in-force': {
    title: { ar: 'لا توجد خطة سارية', en: 'No plan in force' },
    detail: { ar: 'لا توجد في «{area}» خطة سارية الآن.', en: 'No plan is in force in “{area}” now.' },
  },
  'no-plan-in-force-then': {
    title: { ar: 'لم تكن هناك خطة سارية', en: 'No plan was in force then' },
    detail: {
      ar: 'لم تكن في «{area}» خطة سارية في {at}.',
      en: 'No plan of “{area}” was in force at {at}.',
    },
  },
  'plan-has-no-days': {
    title: { ar: 'لا يُسأل عن هذه الخطة بيوم', en: 'This plan is the same on every day' },
    detail: {
      ar: 'المعامل at يُسأل به عن الخطة السارية وحدها: استعمل in-force مكان «{plan}»، أو احذف at.',
      en: '`at` asks which plan was in force: name it `in-force` instead of “{plan}”, or leave `at` out.',
    },
  },
  'plan-not-a-draft': {
    title: { ar: 'لا يمكن تعديل هذه الخطة', en: 'This plan can no longer change' },
    detail: {
      ar: 'الخطة «{plan}» ليست مسودة. أنشئ مسودة منها ثم عدّلها.',
      en: 'Plan “{plan}” is not a draft. Make a draft from it and change that.',
    },
  },
  'reason-not-found': {
    title: { ar: 'السبب غير موجود', en: 'Reason not found' },
    detail: {
      ar: 'لا يوجد سبب بالمعرّف «{reason}» في الخطة «{plan}».',
      en: 'There is no reason “{reason}” in plan “{plan}”.',
    },
  },
  'land-not-found': {
    title: { ar: 'لا توجد خريطة لليابسة', en: 'No land map' },
    detail: {
      ar: 'لم تُستورد للمنطقة «{area}» خريطة اليابسة المحيطة.',
      en: 'No map of the surrounding land was imported for “{area}”.',
    },
  },
  'if-match-missing': {
    title: { ar: 'ينقص If-Match', en: 'If-Match is missing' },
    detail: {
      ar: 'أرسل الترويسة If-Match وفيها قيمة ETag التي قرأتها، حتى لا يضيع تعديل غيرك.',
      en: 'Send the header If-Match with the ETag you read, so that nobody else’s change is lost.',
    },
  },
  'changed-since': {
    title: { ar: 'تغيّر منذ أن قرأته', en: 'It has changed since you read it' },
    detail: {
      ar: 'غيّره شخص آخر قبلك. اقرأه من جديد ثم أعد المحاولة. قيمة ETag الآن: {etag}',
      en: 'Somebody changed it before you. Read it again, then repeat. Its ETag is now {etag}',
    },
  },
  'idempotency-key-reused': {
    title: { ar: 'استُعمل المفتاح لطلب آخر', en: 'The key was used for another request' },
    detail: {
      ar: 'استُعملت قيمة Idempotency-Key هذه من قبل لطلب مختلف. اختر مفتاحًا جديدًا.',
      en: 'This Idempotency-Key was used before for a different request. Choose a new key.',
    },
  },
  'geometry-invalid': {
    title: { ar: 'الشكل غير صالح', en: 'The shape is not valid' },
    detail: {
      ar: 'لم يُحفظ شيء. أصلح ما في القائمة errors ثم أعد الإرسال.',
      en: 'Nothing was stored. Mend what the list “errors” names and send it again.',
    },
  },
  'analysis-too-large': {
    title: { ar: 'الطلب كبير جدًا', en: 'The request is too large' },
    detail: {
      ar: 'في الطلب {vertices} رأسًا، والحد {limit}. بسّط الحدود أو قسّم الطلب.',
      en: 'The request has {vertices} vertices; the limit is {limit}. Simplify the borders or split the request.',
    },
  },
  'analysis-too-slow': {
    title: { ar: 'التحليل استغرق وقتًا طويلًا', en: 'The analysis took too long' },
    detail: {
      ar: 'أُوقف التحليل بعد {seconds} ثانية. بسّط الحدود ثم أعد المحاولة.',
      en: 'The analysis was stopped after {seconds} seconds. Simplify the borders and try again.',
    },
  },
  'territory-repeated': {
    title: { ar: 'نطاق مكرر', en: 'A territory stands twice' },
    detail: {
      ar: 'للجمعية «{association}» أكثر من نطاق في الطلب. اجمعها في MultiPolygon واحد.',
      en: 'Association “{association}” has several features in the request. Put them into one MultiPolygon.',
    },
  },
  'analysis-too-tangled': {
    title: { ar: 'الحدود تتقاطع كثيرًا', en: 'The borders cross too often' },
    detail: {
      ar: 'تتقاطع الحدود مرات أكثر من أن تُحسب. بسّط الحدود ثم أعد المحاولة.',
      en: 'The borders cross each other more often than can be worked out. Simplify them and try again.',
    },
  },
  'territory-of-another': {
    title: { ar: 'هذا نطاق جمعية أخرى', en: 'This is the territory of another association' },
    detail: {
      ar: 'المعرّف id في الشكل هو «{given}»، والعنوان لنطاق «{association}». أرسل الشكل إلى عنوان «{given}»، أو احذف id إن كان المقصود «{association}».',
      en: 'The id of the Feature is “{given}”, but the address is the territory of “{association}”. Send it to the address of “{given}”, or leave the id out if “{association}” is meant.',
    },
  },
  'lookup-needs-a-place': {
    title: { ar: 'حدّد المكان', en: 'Name a place' },
    detail: {
      ar: 'أرسل lon و lat معًا، أو village، أو q، واحدًا منها فقط.',
      en: 'Send lon and lat together, or village, or q: one of the three.',
    },
  },
  'cursor-invalid': {
    title: { ar: 'المؤشر غير صالح', en: 'The cursor is not valid' },
    detail: {
      ar: 'استعمل قيمة next من الصفحة السابقة كما هي.',
      en: 'Use the value of next of the page before as it is.',
    },
  },
  'bbox-invalid': {
    title: { ar: 'الإطار غير صالح', en: 'The box is not valid' },
    detail: {
      ar: 'اكتب bbox على صورة غرب,جنوب,شرق,شمال بالدرجات.',
      en: 'Write bbox as west,south,east,north in degrees.',
    },
  },
  'near-invalid': {
    title: { ar: 'الموقع غير صالح', en: 'The place is not valid' },
    detail: {
      ar: 'اكتب near على صورة الطول,العرض بالدرجات.',
      en: 'Write near as lon,lat in degrees.',
    },
  },
  'location-outside-area': {
    title: { ar: 'الموقع خارج المنطقة', en: 'The location lies outside the area' },
    detail: {
      ar: 'النقطة {lon}، {lat} خارج حدود المنطقة.',
      en: 'The point {lon}, {lat} lies outside the area.',
    },
  },
  'location-looks-swapped': {
    title: { ar: 'خط الطول والعرض معكوسان', en: 'Longitude and latitude look swapped' },
    detail: {
      ar: 'النقطة {lon}، {lat} خارج المنطقة، و{lat}، {lon} داخلها. خط الطول يأتي أولًا.',
      en: 'The point {lon}, {lat} lies outside the area, but {lat}, {lon} lies in it. Longitude comes first.',
    },
  },
  'request-invalid': {
    title: { ar: 'الطلب غير صالح', en: 'The request is not valid' },
    detail: {
      ar: 'أصلح ما في القائمة errors ثم أعد الإرسال.',
      en: 'Mend what the list “errors” names and send it again.',
    },
  },
  'json-invalid': {
    title: { ar: 'النص ليس JSON صالحًا', en: 'The text is not valid JSON' },
    detail: { ar: 'تعذّرت قراءة المتن: {reason}', en: 'The body could not be read: {reason}' },
  },
  'text-not-utf8': {
    title: { ar: 'النص ليس بترميز UTF-8', en: 'The text is not UTF-8' },
    detail: {
      ar: 'احفظ الملف بترميز UTF-8 ثم أعد الإرسال. ونصف زوج بديل مثل ‎\\ud800 ليس حرفًا.',
      en: 'Save the file as UTF-8 and send it again. Half of a surrogate pair, such as \\ud800, is no character.',
    },
  },
  'text-not-written': {
    title: { ar: 'في النص حرف لا يُكتب', en: 'The text holds a character that is not written' },
    detail: {
      ar: 'في النص محرف تحكم لا يُرى ({character})، وكثيرًا ما يأتي مع نص منسوخ. احذفه ثم أعد الإرسال.',
      en: 'The text holds a control character that nobody sees ({character}); it often comes along with text that was copied. Remove it and send it again.',
    },
  },
  'json-too-deep': {
    title: { ar: 'التداخل عميق جدًا', en: 'Nested too deeply' },
    detail: {
      ar: 'تداخل الأقواس في المتن أعمق من {limit} مستوى.',
      en: 'The body nests brackets more than {limit} deep.',
    },
  },
  'media-type-unknown': {
    title: { ar: 'نوع المحتوى غير معروف', en: 'Unknown media type' },
    detail: {
      ar: 'أرسل المتن بنوع application/json أو application/geo+json.',
      en: 'Send the body as application/json or application/geo+json.',
    },
  },
  'body-too-large': {
    title: { ar: 'المتن كبير جدًا', en: 'The body is too large' },
    detail: { ar: 'قسّم الطلب أو بسّط الشكل.', en: 'Split the request or simplify the shape.' },
  },
  'too-many-requests': {
    title: { ar: 'طلبات كثيرة', en: 'Too many requests' },
    detail: { ar: 'انتظر قليلًا ثم أعد المحاولة.', en: 'Wait a little, then try again.' },
  },
  'database-unavailable': {
    title: { ar: 'قاعدة البيانات غير متاحة الآن', en: 'The database is not available now' },
    detail: {
      ar: 'أعد المحاولة بعد قليل. لم يُحفظ شيء من هذا الطلب.',
      en: 'Try again in a moment. Nothing of this request was stored.',
    },
  },
  'service-overloaded': {
    title: { ar: 'الخدمة مشغولة', en: 'The service is busy' },
    detail: { ar: 'انتظر قليلًا ثم أعد المحاولة.', en: 'Wait a little, then try again.' },
  },
  'request-refused': {
    title: { ar: 'رُفض الطلب', en: 'The request was refused' },
    detail: { ar: '{reason}', en: '{reason}' },
  },
  'internal-error': {
    title: { ar: 'خطأ في الخدمة', en: 'An error in the service' },
    detail: {
      ar: 'حدث خطأ لم نتوقعه، وقد سُجّل. أعد المحاولة، وإن تكرر فأرسل الرقم {request} إلى المسؤول.',
      en: 'Something unexpected went wrong and was logged. Try again; if it happens again, send the number {request} to the operator.',
    },
  },
} as const satisfies Record<string, ProblemTexts>;

export type ProblemCode = keyof typeof PROBLEMS;
export type ProblemValues = Readonly<Record<string, string | number>>;

/** A refusal that reaches the person who asked; whoever answers them chooses the language. */
export class DomainError extends Error {
  readonly code: ProblemCode;
  readonly values: ProblemValues;

  constructor(code: ProblemCode, values: ProblemValues = {}) {
    super(`${code} ${JSON.stringify(values)}`);
    this.code = code;
    this.values = values;
  }
}

/** Title and detail of a problem in one language, values filled in. */
export function problemText(
  code: ProblemCode,
  language: Language,
  values: ProblemValues = {},
): { title: string; detail: string } {
  const { title, detail } = PROBLEMS[code];
  return { title: fillIn(title[language], values), detail: fillIn(detail[language], values) };
}

/** Puts values in place of their names in braces. */
export function fillIn(text: string, values: ProblemValues): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
