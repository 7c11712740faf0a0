import { historyAr } from './history-ar.ts';
import { reportsAr } from './reports-ar.ts';
import type { timelineEn } from './timeline-en.ts';

/** Words about other days than today, and of the record, in Arabic. */
export const timelineAr: Readonly<Record<keyof typeof timelineEn, string>> = {
  ...historyAr,
  ...reportsAr,
  'timeline.title': 'الخط الزمني',
  'timeline.show': 'أيام أخرى',
  'timeline.asOn': 'كما في {date}',
  'timeline.past': 'ماضٍ',
  'timeline.future': 'قادم',
  'timeline.today': 'اليوم',
  'timeline.previous': 'الخطة السابقة',
  'timeline.next': 'الخطة التالية',
  'timeline.day': 'التاريخ',
  'timeline.plans': 'الخطط عبر الزمن',
  'timeline.from': 'من {from}',
  'timeline.fromTo': 'من {from} إلى ما قبل {to}',
  'timeline.past.note': 'كل ما هو معروض كما كان في {date}، وليس ما يسري اليوم.',
  'timeline.future.note': 'كل ما هو معروض كما سيكون في {date}، وفق ما تقرّر حتى الآن.',
  'timeline.none': 'لم تكن هناك خطة سارية في هذا اليوم',
  'timeline.none.text': 'سرت أول خطة في {date}.',
  'timeline.hidden': 'ما يسري في هذا اليوم لم يُعلن بعد',
  'timeline.hidden.text': 'يراه من له دور في هذه المنطقة بعد تسجيل الدخول.',
  'timeline.announce': 'المعروض كما في {date}: {plan}',
  'answer.byThen': 'وفق الخطة السارية في {date}',
  'answer.noPlan.then': 'لم تكن هناك خطة سارية في هذا اليوم.',
};
