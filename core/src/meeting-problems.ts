import type { LocalizedText } from './model/text.ts';

/** Reasons why something cannot happen to a meeting, its minutes, its decisions, or an action. */
export const MEETING_PROBLEMS = {
  'meeting-not-found': {
    title: { ar: 'الاجتماع غير موجود', en: 'Meeting not found' },
    detail: {
      ar: 'لا يوجد اجتماع بالمعرّف «{meeting}» في «{area}».',
      en: 'There is no meeting “{meeting}” in “{area}”.',
    },
  },
  'series-not-found': {
    title: { ar: 'سلسلة الاجتماعات غير موجودة', en: 'Series not found' },
    detail: {
      ar: 'لا توجد سلسلة اجتماعات بالمعرّف «{series}» في «{area}».',
      en: 'There is no series of meetings “{series}” in “{area}”.',
    },
  },
  'series-has-ended': {
    title: { ar: 'أُوقفت مواعيد الاجتماع الدوري', en: 'The series has ended' },
    detail: {
      ar: 'لا يتغيّر اجتماع دوري أُوقفت مواعيده. ابدأ اجتماعًا دوريًا جديدًا.',
      en: 'A series that has ended does not change. Begin another one.',
    },
  },
  'agenda-item-not-found': {
    title: { ar: 'البند غير موجود', en: 'Item not found' },
    detail: {
      ar: 'لا يوجد في جدول الأعمال بند بالمعرّف «{item}».',
      en: 'There is no item “{item}” on the agenda.',
    },
  },
  'agenda-item-minuted': {
    title: { ar: 'للبند محضر أو قرار', en: 'The item has minutes or a decision' },
    detail: {
      ar: 'لا يُرفع من جدول الأعمال بند كُتب عنه أو اتُّخذ فيه قرار.',
      en: 'What was written about or decided on is not taken off the agenda.',
    },
  },
  'agenda-full': {
    title: { ar: 'جدول الأعمال ممتلئ', en: 'The agenda is full' },
    detail: {
      ar: 'بلغ جدول الأعمال أقصى عدد من البنود: {most}.',
      en: 'The agenda has as many items as it can have: {most}.',
    },
  },
  'meeting-state-forbids': {
    title: { ar: 'حالة الاجتماع لا تسمح بذلك', en: 'The state of the meeting does not allow it' },
    detail: {
      ar: 'لا يُعدَّل جدول الأعمال بعد انتهاء الاجتماع، ولا يُكتب محضر ولا قرار قبل افتتاحه أو بعد اعتماد محضره. اقرأ الاجتماع من جديد لترى حالته.',
      en: 'An agenda is not changed after the meeting, and nothing is written down before it is opened or after its minutes are approved. Read the meeting again to see where it stands.',
    },
  },
  'guest-not-found': {
    title: { ar: 'الضيف غير مسجَّل', en: 'Guest not found' },
    detail: {
      ar: 'لا يوجد في هذا الاجتماع ضيف بالمعرّف «{guest}».',
      en: 'There is no guest “{guest}” at this meeting.',
    },
  },
  'guests-full': {
    title: { ar: 'بلغ الضيوف أقصى عدد', en: 'There are as many guests as there can be' },
    detail: {
      ar: 'أقصى عدد للضيوف في اجتماع واحد: {most}.',
      en: 'A meeting has at most {most} guests.',
    },
  },
  'meeting-in-the-past': {
    title: { ar: 'الموعد في الماضي', en: 'The time is in the past' },
    detail: { ar: 'اختر موعدًا لم يأتِ بعد.', en: 'Choose a time that is still to come.' },
  },
  'another-meeting-running': {
    title: { ar: 'اجتماع آخر مفتوح', en: 'Another meeting is open' },
    detail: {
      ar: 'لا يُفتتح في المنطقة اجتماعان معًا. اختم الاجتماع المفتوح أولًا.',
      en: 'An area has one open meeting at a time. Close the open one first.',
    },
  },
  'not-present': {
    title: { ar: 'لم تُسجَّل حاضرًا', en: 'You were not noted as present' },
    detail: {
      ar: 'يعتمد المحضر من حضر الاجتماع من المجلس ومنسقي الجمعيات.',
      en: 'Minutes are approved by those of the council and the coordinators who were present.',
    },
  },
  'minutes-changed': {
    title: { ar: 'تغيّر المحضر', en: 'The minutes have changed' },
    detail: {
      ar: 'البصمة التي أرسلتها ليست بصمة المحضر الحالي. اقرأه من جديد. بصمته الآن: {hash}',
      en: 'The hash you sent is not that of the present minutes. Read them again. Their hash is now {hash}',
    },
  },
  'decision-not-found': {
    title: { ar: 'القرار غير موجود', en: 'Decision not found' },
    detail: {
      ar: 'لا يوجد قرار برقم {number} في «{area}».',
      en: 'There is no decision {number} in “{area}”.',
    },
  },
  'minutes-approved': {
    title: { ar: 'اعتُمد المحضر', en: 'The minutes are approved' },
    detail: {
      ar: 'لا يتغيّر محضر معتمد ولا قراراته. سجّل ما استجدّ في اجتماع لاحق.',
      en: 'Approved minutes and their decisions do not change. Record what is new at a later meeting.',
    },
  },
  'action-not-found': {
    title: { ar: 'المهمة غير موجودة', en: 'Action not found' },
    detail: {
      ar: 'لا توجد مهمة بالمعرّف «{action}» في «{area}».',
      en: 'There is no action “{action}” in “{area}”.',
    },
  },
  'action-owner-unknown': {
    title: { ar: 'صاحب المهمة غير معروف', en: 'Unknown owner' },
    detail: {
      ar: 'اختر جمعية من المنطقة، أو شخصًا له دور فيها غير المراقب ومن الجمعية نفسها.',
      en: 'Choose an association of the area, or a person who acts for it and does not only observe.',
    },
  },
  'calendar-unknown': {
    title: { ar: 'عنوان التقويم غير صالح', en: 'Unknown calendar address' },
    detail: {
      ar: 'لم يعد عنوان التقويم هذا صالحًا. أنشئ عنوانًا جديدًا من صفحة الاجتماعات.',
      en: 'This calendar address is of no use any more. Make a new one on the page of meetings.',
    },
  },
} as const satisfies Record<string, { readonly title: LocalizedText; readonly detail: LocalizedText }>;
