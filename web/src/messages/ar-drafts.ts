import type { enDrafts } from './en-drafts.ts';

/** Words of renaming and deleting drafts, in Arabic. */
export const arDrafts: Readonly<Record<keyof typeof enDrafts, string>> = {
  'draft.rename': 'تغيير الاسم',
  'draft.delete': 'حذف',
  'draft.rename.title': 'اسم آخر لهذه المسودة',
  'draft.rename.ar': 'الاسم بالعربية',
  'draft.rename.en': 'الاسم بالإنجليزية',
  'draft.rename.hint': 'إذا تُرك أحدهما فارغًا كُتب الآخر في اللغتين.',
  'draft.rename.save': 'حفظ الاسم',
  'draft.rename.overtaken': 'سماها آخرون «{title}» في هذه الأثناء. احفظ مرة أخرى ليحل اسمك محله.',
  'draft.delete.title': 'حذف «{title}»؟',
  'draft.delete.lost': 'يُفقد نهائيًا ما يأتي:',
  'draft.delete.territories':
    '{count, plural, zero {لا نطاقات} one {نطاق واحد} two {نطاقان} few {# نطاقات} many {# نطاقًا} other {# نطاق}}: {villages}، {area}',
  'draft.delete.reasons':
    '{count, plural, zero {لا أسباب للحدود} one {سبب واحد لمسار حد} two {سببان لمسار الحدود} few {# أسباب لمسار الحدود} many {# سببًا لمسار الحدود} other {# سبب لمسار الحدود}}',
  'draft.delete.steps':
    '{count, plural, zero {لا خطوات رسم} one {خطوة رسم واحدة كان يمكن التراجع عنها} two {خطوتا رسم كان يمكن التراجع عنهما} few {# خطوات رسم كان يمكن التراجع عنها} many {# خطوة رسم كان يمكن التراجع عنها} other {# خطوة رسم كان يمكن التراجع عنها}}',
  'draft.delete.others':
    '{count, plural, zero {لا أحد يرسم عليها الآن.} one {يرسم عليها الآن شخص واحد، وسيُبلَّغ بذلك.} two {يرسم عليها الآن شخصان، وسيُبلَّغان بذلك.} few {يرسم عليها الآن # أشخاص، وسيُبلَّغون بذلك.} many {يرسم عليها الآن # شخصًا، وسيُبلَّغون بذلك.} other {يرسم عليها الآن # شخص، وسيُبلَّغون بذلك.}}',
  'draft.delete.overtaken': 'غيّر آخرون هذه المسودة الآن. راجعها قبل حذفها.',
  'draft.delete.confirm': 'حذف نهائي',
  'draft.delete.anyway': 'حذفها مع ذلك',
  'draft.deleted': 'حُذفت المسودة «{title}».',
  'draft.deletedByOthers': 'حذف آخرون المسودة «{title}». تظهر الآن خطة أخرى.',
  'draft.renamedByOthers': 'سمى آخرون هذه المسودة «{title}».',
  'draw.conflict':
    '{count, plural, one {غيّر آخرون نطاق {associations}} two {غيّر آخرون نطاقي {associations}} other {غيّر آخرون نطاقات {associations}}} قبلك. اختر ما يبقى.',
  'draw.conflict.by':
    '{count, plural, one {غيّر {people} نطاق {associations}} two {غيّر {people} نطاقي {associations}} other {غيّر {people} نطاقات {associations}}} قبلك. اختر ما يبقى.',
  'draw.conflict.between':
    '{count, plural, zero {لا تقع أي قرية بين الرسمين.} one {تقع بين الرسمين قرية واحدة: {villages}.} two {تقع بين الرسمين قريتان: {villages}.} few {تقع بين الرسمين # قرى: {villages}.} many {تقع بين الرسمين # قرية: {villages}.} other {تقع بين الرسمين # قرية: {villages}.}}',
  'draw.conflict.dotted': 'الخط المنقّط على الخريطة هو الرسم الآخر.',
  'draw.conflict.show': 'إظهار الرسمين على الخريطة',
  'draw.conflict.mine': 'إبقاء ما رسمتُه',
  'draw.conflict.theirs': 'اعتماد ما رسموه',
};
