import type { LocalizedText } from './model/text.ts';

/** Reasons why a joint initiative cannot be changed, answered or moved on. */
export const INITIATIVE_PROBLEMS = {
  'initiative-not-found': {
    title: { ar: 'المبادرة غير موجودة', en: 'Initiative not found' },
    detail: {
      ar: 'لا توجد مبادرة بالمعرّف «{initiative}».',
      en: 'There is no initiative “{initiative}”.',
    },
  },
  'milestone-not-found': {
    title: { ar: 'المرحلة غير موجودة', en: 'Milestone not found' },
    detail: {
      ar: 'لا توجد في هذه المبادرة مرحلة بالمعرّف «{milestone}».',
      en: 'This initiative has no milestone “{milestone}”.',
    },
  },
  'initiative-lead-is-partner': {
    title: { ar: 'الجمعية القائدة ليست شريكًا لنفسها', en: 'The lead is no partner of its own' },
    detail: {
      ar: 'ذُكرت الجمعية القائدة بين الشركاء. احذفها منهم.',
      en: 'The association that leads is named among the partners. Leave it out of them.',
    },
  },
  'initiative-share-of-stranger': {
    title: { ar: 'إسهام جمعية غير مشاركة', en: 'A share of an association that takes no part' },
    detail: {
      ar: 'لا يُسهم في المبادرة إلا الجمعية القائدة والشركاء. أضف الجمعية إلى الشركاء، أو احذف إسهامها.',
      en: 'Only the lead and the partners bring a share. Name the association as a partner, or leave its share out.',
    },
  },
  'initiative-village-of-stranger': {
    title: { ar: 'قرية من منطقة غير مشاركة', en: 'A village of an area that takes no part' },
    detail: {
      ar: 'لا تُذكر قرى منطقة أخرى إلا إذا كانت إحدى جمعياتها شريكة. أضف الجمعية إلى الشركاء، أو احذف القرية.',
      en: 'Villages of another area are named only where one of its associations is a partner. Name the association as a partner, or leave the village out.',
    },
  },
  'initiative-milestone-twice': {
    title: { ar: 'مرحلتان بالمعرّف نفسه', en: 'Two milestones with one id' },
    detail: {
      ar: 'أعطِ كل مرحلة معرّفًا خاصًا بها.',
      en: 'Give each milestone an id of its own.',
    },
  },
  'initiative-without-target': {
    title: { ar: 'لا قرى للمبادرة', en: 'The initiative is for no village' },
    detail: {
      ar: 'اختر قرية واحدة على الأقل، أو ارسم منطقة على الخريطة.',
      en: 'Choose at least one village, or draw an area on the map.',
    },
  },
  'initiative-ended': {
    title: { ar: 'انتهت المبادرة', en: 'The initiative has ended' },
    detail: {
      ar: 'أُنجزت هذه المبادرة أو أُوقفت، ولا تتغير بعد ذلك.',
      en: 'This initiative is done or was stopped, and no longer changes.',
    },
  },
  'initiative-not-proposed': {
    title: { ar: 'لم تُعرض المبادرة على الشركاء', en: 'The initiative is not put to the partners' },
    detail: {
      ar: 'يُعتمد أو يُعترض على مبادرة معروضة على الشركاء لم يبدأ تنفيذها.',
      en: 'One approves or objects while an initiative is put to the partners and does not run yet.',
    },
  },
  'initiative-not-agreed': {
    title: { ar: 'لم يعتمدها الجميع', en: 'Not everyone has approved it' },
    detail: {
      ar: 'يبدأ التنفيذ بعد أن تعتمد الجمعية القائدة وكل شريك المحتوى الحالي.',
      en: 'It starts once the lead and every partner have approved the present content.',
    },
  },
  'initiative-not-running': {
    title: { ar: 'المبادرة ليست قيد التنفيذ', en: 'The initiative is not running' },
    detail: {
      ar: 'هذا متاح بعد بدء التنفيذ وقبل الإنجاز.',
      en: 'This is for an initiative that has started and is not done.',
    },
  },
  'initiative-milestones-open': {
    title: { ar: 'بقيت مراحل لم تُنجز', en: 'Some milestones are not reached' },
    detail: {
      ar: 'سجّل إنجاز كل المراحل أولًا، أو أوقف المبادرة بذكر السبب.',
      en: 'Say first that all milestones are reached, or stop the initiative and say why.',
    },
  },
  'initiative-content-changed': {
    title: { ar: 'تغيّر محتوى المبادرة', en: 'The initiative has changed' },
    detail: {
      ar: 'تغيّر محتوى المبادرة منذ قرأته. راجعه ثم أجب عن محتواه الحالي: {hash}.',
      en: 'The initiative was changed since you read it. Look at it, and answer to its present content: {hash}.',
    },
  },
  'initiative-lead-stays': {
    title: { ar: 'لا تنسحب الجمعية القائدة', en: 'The lead does not leave' },
    detail: {
      ar: 'سلّم القيادة لشريك أولًا، أو أوقف المبادرة بذكر السبب.',
      en: 'Hand the lead over to a partner first, or stop the initiative and say why.',
    },
  },
  'not-a-party': {
    title: { ar: 'جمعية غير مشاركة', en: 'Not one of those who take part' },
    detail: {
      ar: 'الجمعية «{association}» ليست قائدة لهذه المبادرة ولا شريكًا فيها.',
      en: 'Association “{association}” neither leads this initiative nor is a partner in it.',
    },
  },
  'village-not-targeted': {
    title: { ar: 'القرية ليست من قرى المبادرة', en: 'The initiative is not for this village' },
    detail: {
      ar: 'القرية «{village}» ليست من قرى هذه المبادرة. عدّل المبادرة لتشملها.',
      en: 'The initiative is not for the village “{village}”. Change the initiative to include it.',
    },
  },
} as const satisfies Record<string, { readonly title: LocalizedText; readonly detail: LocalizedText }>;
