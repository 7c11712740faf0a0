import type { LocalizedText } from './model/text.ts';

/** Reasons why something cannot happen to a proposal. */
export const PROPOSAL_PROBLEMS = {
  'proposal-not-found': {
    title: { ar: 'المقترح غير موجود', en: 'Proposal not found' },
    detail: {
      ar: 'لا يوجد مقترح بالمعرّف «{proposal}» في «{area}».',
      en: 'There is no proposal “{proposal}” in “{area}”.',
    },
  },
  'thread-not-found': {
    title: { ar: 'النقاش غير موجود', en: 'Thread not found' },
    detail: {
      ar: 'لا يوجد نقاش بالمعرّف «{thread}» في المقترح «{proposal}».',
      en: 'There is no thread “{thread}” in proposal “{proposal}”.',
    },
  },
  'proposal-changes-nothing': {
    title: { ar: 'المقترح لا يغيّر شيئًا', en: 'The proposal changes nothing' },
    detail: {
      ar: 'لا تختلف المسودة عن الخطة السارية عند أي جمعية. غيّرها أولًا.',
      en: 'The draft differs from the plan in force for no association. Change it first.',
    },
  },
  'proposal-closed': {
    title: { ar: 'لم يعد هذا ممكنًا', en: 'This is no longer possible' },
    detail: {
      ar: 'حالة المقترح لا تسمح بذلك: إما سُحب، وإما اعتُمد تاريخ سريانه، وإما لم يعد قائمًا على الخطة السارية.',
      en: 'The state of the proposal does not allow it: it was withdrawn, or enacted, or no longer stands on the plan in force.',
    },
  },
  'proposal-stale': {
    title: { ar: 'تغيّرت الخطة السارية', en: 'The plan in force has changed' },
    detail: {
      ar: 'لم يعد المقترح قائمًا على الخطة السارية. أعد بناءه عليها أولًا.',
      en: 'The proposal no longer stands on the plan in force. Rebase it first.',
    },
  },
  'proposal-not-stale': {
    title: { ar: 'المقترح قائم على الخطة السارية', en: 'The proposal stands on the plan in force' },
    detail: { ar: 'لا حاجة إلى إعادة بنائه.', en: 'There is nothing to rebase.' },
  },
  'rebase-conflicts': {
    title: { ar: 'تعارض مع الخطة السارية', en: 'It conflicts with the plan in force' },
    detail: {
      ar: 'مواضع التعارض: {count}. عالجها على الخريطة في مسودة من الخطة السارية، ثم أرسلها تعديلًا للمقترح.',
      en: 'Conflicts: {count}. Settle them on the map, in a draft made from the plan in force, and send that as a revision.',
    },
  },
  'draft-on-another-base': {
    title: { ar: 'المسودة قائمة على خطة أخرى', en: 'The draft stands on another plan' },
    detail: {
      ar: 'أُنشئت المسودة «{draft}» من خطة لم تعد الأخيرة. أنشئ مسودة من الخطة السارية.',
      en: 'Draft “{draft}” was made from a plan that is no longer the last one. Make a draft from the plan in force.',
    },
  },
  'proposal-not-agreed': {
    title: { ar: 'لم يُتفق على المقترح', en: 'The proposal is not agreed' },
    detail: {
      ar: 'لم تعتمده كل الجمعيات المعنية بصيغته الحالية. الباقية: {missing}',
      en: 'Not every association affected has signed its present content. Missing: {missing}',
    },
  },
  'not-affected': {
    title: { ar: 'الجمعية غير معنية', en: 'The association is not affected' },
    detail: {
      ar: 'لا يغيّر المقترح شيئًا عند «{association}»، فلا تعتمده ولا تعترض عليه.',
      en: 'The proposal changes nothing for “{association}”, so it neither signs nor objects.',
    },
  },
  'content-changed': {
    title: { ar: 'تغيّر محتوى المقترح', en: 'The content of the proposal has changed' },
    detail: {
      ar: 'البصمة التي أرسلتها ليست بصمة المحتوى الحالي. اقرأ المقترح من جديد. بصمته الآن: {hash}',
      en: 'The hash you sent is not that of the present content. Read the proposal again. Its hash is now {hash}',
    },
  },
  'deadline-passed': {
    title: { ar: 'انتهت المهلة', en: 'The deadline has passed' },
    detail: {
      ar: 'انتهت مهلة الاعتماد والاعتراض في {deadline}. يبقى السكوت سكوتًا لا موافقة.',
      en: 'Signing and objecting ended at {deadline}. Silence stays silence and is no consent.',
    },
  },
  'deadline-in-the-past': {
    title: { ar: 'المهلة في الماضي', en: 'The deadline is in the past' },
    detail: { ar: 'اختر وقتًا لم يأتِ بعد.', en: 'Choose a time that is still to come.' },
  },
  'enactment-too-early': {
    title: { ar: 'تاريخ السريان مبكر', en: 'The date is too early' },
    detail: {
      ar: 'لا تسري خطة بأثر رجعي، ولا قبل التي سبقتها. أقرب يوم ممكن: {earliest}',
      en: 'No plan comes into force in the past, nor before the one that it follows. The earliest day is {earliest}',
    },
  },
} as const satisfies Record<string, { readonly title: LocalizedText; readonly detail: LocalizedText }>;
