import type { LocalizedText } from './model/text.ts';

/** Reasons why something cannot be put on the shelf, or taken from it. */
export const DOCUMENT_PROBLEMS = {
  'document-not-found': {
    title: { ar: 'الوثيقة غير موجودة', en: 'Document not found' },
    detail: {
      ar: 'لا توجد وثيقة بالمعرّف «{document}».',
      en: 'There is no document “{document}”.',
    },
  },
  'document-without-file': {
    title: { ar: 'لا ملف مع الوثيقة', en: 'The document has no file' },
    detail: {
      ar: 'لا ملف مع الوثيقة «{document}»؛ نصها هو كل ما فيها.',
      en: 'Document “{document}” has no file; its text is all there is.',
    },
  },
  'file-kind-refused': {
    title: { ar: 'نوع الملف غير مقبول', en: 'This kind of file is not taken' },
    detail: {
      ar: 'تُقبل ملفات PDF وصور PNG وJPEG ومستندات Word وExcel بلا وحدات ماكرو، والنصوص بترميز UTF-8. يُعرف النوع من محتوى الملف لا من اسمه.',
      en: 'PDF, PNG and JPEG, Word and Excel documents without macros, and text in UTF-8 are taken. The kind is told by what is in the file, not by its name.',
    },
  },
  'file-too-large': {
    title: { ar: 'الملف كبير', en: 'The file is too large' },
    detail: {
      ar: 'أقصى حجم للملف {limit} ميغابايت.',
      en: 'A file has at most {limit} MB.',
    },
  },
  'shelf-full': {
    title: { ar: 'لا متسع لملفات أخرى', en: 'There is no room for more files' },
    detail: {
      ar: 'تتسع وثائق المنطقة لملفات حجمها {limit} ميغابايت في المجموع، ولم يبقَ منها ما يكفي هذا الملف. احذف ما لم تعد هناك حاجة إليه، أو أرسل ملفًا أصغر.',
      en: 'The documents of an area have room for {limit} MB of files in all, and what is left is too little for this one. Remove what is no longer needed, or send a smaller file.',
    },
  },
} as const satisfies Record<string, { readonly title: LocalizedText; readonly detail: LocalizedText }>;
