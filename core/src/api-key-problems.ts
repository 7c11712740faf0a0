import type { LocalizedText } from './model/text.ts';

/** Reasons why a program is not answered by its key, or a key cannot be made. */
export const API_KEY_PROBLEMS = {
  'api-key-unknown': {
    title: { ar: 'المفتاح غير معروف', en: 'Unknown key' },
    detail: {
      ar: 'المفتاح المرسل غير معروف أو أُلغي. اطلب من منسق جمعيتك مفتاحًا جديدًا.',
      en: 'The key that was sent is not known, or was revoked. Ask the coordinator of your association for a new one.',
    },
  },
  'api-key-not-taken': {
    title: { ar: 'لا يُقبل المفتاح هنا', en: 'Keys are not taken here' },
    detail: {
      ar: 'تصلح المفاتيح لقراءة التغطية والقرى وحدها. احذف الترويسة Authorization، وسجّل الدخول لما سوى ذلك.',
      en: 'Keys are for reading coverage and villages alone. Leave the header Authorization out, and sign in for anything else.',
    },
  },
  'api-key-out-of-scope': {
    title: { ar: 'خارج ما يسمح به المفتاح', en: 'Beyond what the key allows' },
    detail: {
      ar: 'لا يسمح هذا المفتاح بهذا السؤال أو بهذه المنطقة. سمِّ منطقة يسمح بها: ‎area=',
      en: 'The key does not allow this question, or not about this area. Name one of its areas: area=',
    },
  },
  'api-key-not-found': {
    title: { ar: 'المفتاح غير موجود', en: 'Key not found' },
    detail: {
      ar: 'لا يوجد مفتاح بالمعرّف «{key}» لهذه الجمعية؛ ربما أُلغي.',
      en: 'The association has no key “{key}”; it may have been revoked.',
    },
  },
  'api-keys-too-many': {
    title: { ar: 'المفاتيح كثيرة', en: 'Too many keys' },
    detail: {
      ar: 'للجمعية {limit} مفتاحًا، وهذا هو الحد. ألغِ ما لا يُستعمل أولًا.',
      en: 'The association has {limit} keys, which is the limit. Revoke those that are not used first.',
    },
  },
} as const satisfies Record<string, { readonly title: LocalizedText; readonly detail: LocalizedText }>;
