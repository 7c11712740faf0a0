import type { Language } from '../model/language.ts';
import type { ActionNotice, InitiativeNotice, MeetingNotice, Notice } from '../model/notice.ts';
import type { LocalizedText } from '../model/text.ts';
import { fillIn } from '../problems.ts';

/** Values may be in another script than the sentence, which must not reorder it. */
const ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** How days are written. */
export interface DayWords {
  /** The day of an instant, where the area is. */
  readonly day: (instant: string) => string;
  /** A day of the calendar, as `2026-11-26`. */
  readonly dayOf: (date: string) => string;
}

/** What a notice says, in one sentence. */
export function noticeText(
  { proposal, meeting, action, initiative, content, answeredBy }: Notice,
  language: Language,
  { day, dayOf }: DayWords,
): string {
  const dateOf = () => {
    if (content.kind === 'comes-into-force') return day(content.inForceFrom);
    if (content.kind === 'initiative-late') return dayOf(content.dueOn);
    if (action !== null) return dayOf(action.dueOn);
    return meeting === null ? '' : day(meeting.startsAt);
  };
  const values = {
    title: proposal?.title[language] ?? meeting?.title[language] ?? action?.title ?? initiative?.title ?? '',
    milestone: content.kind === 'initiative-late' ? content.milestone : '',
    association: proposal?.association.name[language] ?? '',
    by: content.kind === 'mentioned' ? content.by : (answeredBy?.name[language] ?? ''),
    date: dateOf(),
  };
  const isolated = Object.entries(values).map(([name, value]) => [name, `${ISOLATE}${value}${POP_ISOLATE}`]);
  return fillIn(sentenceOf(content)[language], Object.fromEntries(isolated));
}

function sentenceOf(content: Notice['content']): LocalizedText {
  switch (content.kind) {
    case 'affected':
      return {
        ar: 'قدّمت {association} مقترحًا يمسّ جمعيتك: «{title}».',
        en: '{association} has put forward “{title}”, which affects your association.',
      };
    case 'signature-needed':
      return {
        ar: 'المقترح «{title}» من {association} ينتظر اعتمادك.',
        en: '“{title}”, by {association}, needs your signature.',
      };
    case 'signature-stale':
      return {
        ar: 'تغيّر مضمون «{title}»، فلم يعد ردّك السابق محسوبًا. راجعه واعتمده من جديد.',
        en: 'The content of “{title}” has changed: your earlier answer no longer counts. Look again and sign anew.',
      };
    case 'proposal-stale':
      return {
        ar: 'ستسري خطة أخرى، فتقادم المقترح «{title}». على {association} نقله إلى الخطة الحالية.',
        en: 'Another plan comes into force, so “{title}” is out of date. {association} can put it on the present plan.',
      };
    case 'agreed':
      return {
        ar: 'اعتمد كل من يمسّه المقترح «{title}»، فهو متفق عليه.',
        en: 'Everyone affected has signed “{title}”: it is agreed.',
      };
    case 'answered':
      return answerSentence(content.answer);
    case 'comes-into-force':
      return { ar: 'يسري «{title}» من {date}.', en: '“{title}” comes into force on {date}.' };
    case 'mentioned':
      return {
        ar: 'ورد ذكرك في نقاش «{title}»، بقلم {by}.',
        en: '{by} mentioned you in the discussion of “{title}”.',
      };
    case 'meeting-convened':
    case 'meeting-moved':
    case 'meeting-cancelled':
    case 'series-changed':
    case 'series-ended':
    case 'minutes-ready':
      return MEETING_SENTENCES[content.kind];
    case 'action-given':
    case 'action-soon':
    case 'action-late':
    case 'action-fell-back':
      return ACTION_SENTENCES[content.kind];
    case 'initiative-approval-needed':
    case 'initiative-approval-stale':
    case 'initiative-agreed':
    case 'initiative-stopped':
    case 'initiative-dropped':
    case 'initiative-objected':
    case 'initiative-left':
    case 'initiative-late':
      return INITIATIVE_SENTENCES[content.kind];
  }
}

const MEETING_SENTENCES: Readonly<Record<MeetingNotice, LocalizedText>> = {
  'meeting-convened': { ar: 'دُعيت إلى «{title}» في {date}.', en: 'You are invited to “{title}” on {date}.' },
  'meeting-moved': { ar: 'تغيّر موعد «{title}» إلى {date}.', en: '“{title}” was moved to {date}.' },
  'meeting-cancelled': { ar: 'أُلغي «{title}» الذي كان في {date}.', en: '“{title}” on {date} was cancelled.' },
  'series-changed': {
    ar: 'تغيّر الاجتماع الدوري «{title}»، وأول موعد له بعد التغيير {date}.',
    en: 'The regular meeting “{title}” has changed. Its first date from now on is {date}.',
  },
  'series-ended': {
    ar: 'أُوقف الاجتماع الدوري «{title}»، وأُلغيت مواعيده من {date}.',
    en: 'The regular meeting “{title}” has ended, and its meetings from {date} on are cancelled.',
  },
  'minutes-ready': {
    ar: 'انتهى «{title}»، ومحضره ينتظر اعتمادك.',
    en: '“{title}” has ended, and its minutes need your approval.',
  },
};

const ACTION_SENTENCES: Readonly<Record<ActionNotice, LocalizedText>> = {
  'action-given': { ar: 'كُلّفت بمهمة حتى {date}: {title}', en: 'To be done by you until {date}: {title}' },
  'action-soon': { ar: 'يحلّ في {date} موعد مهمة عليك: {title}', en: 'Due on {date}: {title}' },
  'action-late': { ar: 'فات في {date} موعد مهمة عليك: {title}', en: 'It was due on {date}: {title}' },
  'action-fell-back': {
    ar: 'غادر المكلّف بمهمة موعدها {date}، فصارت على جهتكم: {title}',
    en: 'Whoever was to do it has left, and it falls to you until {date}: {title}',
  },
};

const INITIATIVE_SENTENCES: Readonly<
  Record<InitiativeNotice | 'initiative-objected' | 'initiative-left' | 'initiative-late', LocalizedText>
> = {
  'initiative-approval-needed': {
    ar: 'المبادرة المشتركة «{title}» تنتظر اعتماد جمعيتك.',
    en: 'The joint initiative “{title}” needs the approval of your association.',
  },
  'initiative-approval-stale': {
    ar: 'تغيّر مضمون المبادرة «{title}»، فلم يعد ردّك السابق محسوبًا. راجعها واعتمدها من جديد.',
    en: 'The content of the initiative “{title}” has changed: your earlier answer no longer counts. Look again and approve it anew.',
  },
  'initiative-agreed': {
    ar: 'اعتمدت كل الجمعيات المشاركة المبادرة «{title}».',
    en: 'All who take part have approved the initiative “{title}”.',
  },
  'initiative-stopped': { ar: 'أُوقفت المبادرة «{title}».', en: 'The initiative “{title}” was stopped.' },
  'initiative-dropped': {
    ar: 'لم تعد جمعيتك شريكة في المبادرة «{title}».',
    en: 'Your association is no longer a partner in the initiative “{title}”.',
  },
  'initiative-objected': {
    ar: 'اعترضت {by} على المبادرة «{title}».',
    en: '{by} objects to the initiative “{title}”.',
  },
  'initiative-left': {
    ar: 'انسحبت {by} من المبادرة «{title}». راجعوا ما بقي منها واعتمدوه من جديد.',
    en: '{by} has left the initiative “{title}”. Look at what is left of it and approve it anew.',
  },
  'initiative-late': {
    ar: 'فات في {date} موعد مرحلة من المبادرة «{title}»: {milestone}',
    en: 'A milestone of the initiative “{title}” was due on {date}: {milestone}',
  },
};

function answerSentence(answer: 'signed' | 'objected' | 'countered'): LocalizedText {
  switch (answer) {
    case 'signed':
      return { ar: 'اعتمدت {by} المقترح «{title}».', en: '{by} has signed “{title}”.' };
    case 'objected':
      return { ar: 'اعترضت {by} على المقترح «{title}».', en: '{by} objects to “{title}”.' };
    case 'countered':
      return {
        ar: 'ردّت {by} على «{title}» بمقترح مقابل.',
        en: '{by} has answered “{title}” with a counter-proposal.',
      };
  }
}
