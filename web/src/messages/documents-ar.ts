import type { documentsEn } from './documents-en.ts';

/** Words of the shelf of experience, in Arabic. */
export const documentsAr: Readonly<Record<keyof typeof documentsEn, string>> = {
  'shelf.title': 'رف الخبرات',
  'shelf.none': 'الرف خالٍ. دوّن ما نجح لديكم ليستفيد منه الآخرون.',
  'shelf.none.found': 'لا شيء على الرف بهذه الكلمات.',
  'shelf.search': 'البحث في الرف',
  'shelf.tag': 'الموسوم «{tag}» وحده',
  'shelf.tag.all': 'غير مقصور على «{tag}»',
  'shelf.more': 'عرض المزيد',
  'shelf.by': '{name}، {association}، {date}',
  'shelf.by.area': '{name}، {date}',
  'shelf.download': 'تنزيل {name} ({size} ك.ب)',
  'shelf.remove': 'حذف',
  'shelf.remove.sure': 'تأكيد الحذف',
  'shelf.about': 'عن: {names}',
  'shelf.of': 'على الرف',
  'shelf.of.none': 'لا شيء عنها على الرف بعد.',
  'shelf.add': 'إضافة درس أو وثيقة',
  'shelf.form.title': 'العنوان',
  'shelf.form.text': 'ما الذي نجح، أو ما في الملف',
  'shelf.form.tags': 'الوسوم',
  'shelf.form.tags.hint': 'تفصل بينها فواصل',
  'shelf.form.village': 'عن قرية',
  'shelf.form.file': 'الملف',
  'shelf.form.file.hint':
    'PDF أو PNG أو JPEG أو Word أو Excel أو نص، بحد أقصى {most} ميغابايت، بلا أسماء أشخاص.',
  'shelf.form.file.large': 'الملف أكبر من {most} ميغابايت.',
  'shelf.form.save': 'وضع على الرف',
};
