import type { Notice } from '../model/notice.ts';
import type { Language, LocalizedText } from '../model/text.ts';
import { fillIn } from '../problems.ts';

/** Values may be in another script than the sentence, which must not reorder it. */
const ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** What a notice says, in one sentence; `day` writes the day of an instant. */
export function noticeText(
  { proposal, content, answeredBy }: Notice,
  language: Language,
  day: (instant: string) => string,
): string {
  const values = {
    title: proposal.title[language],
    association: proposal.association.name[language],
    by: content.kind === 'mentioned' ? content.by : (answeredBy?.name[language] ?? ''),
    date: content.kind === 'comes-into-force' ? day(content.inForceFrom) : '',
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
  }
}

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
