import { historyEn } from './history-en.ts';
import { reportsEn } from './reports-en.ts';

/** Words about other days than today, and of the record, in English. */
export const timelineEn = {
  ...historyEn,
  ...reportsEn,
  'timeline.title': 'Timeline',
  'timeline.show': 'Other days',
  'timeline.asOn': 'As on {date}',
  'timeline.past': 'Past',
  'timeline.future': 'To come',
  'timeline.today': 'Today',
  'timeline.previous': 'Previous plan',
  'timeline.next': 'Next plan',
  'timeline.day': 'Day',
  'timeline.plans': 'Plans over time',
  'timeline.from': 'From {from}',
  'timeline.fromTo': 'From {from} until before {to}',
  'timeline.past.note': 'Everything is shown as on {date}. It is not what is in force today.',
  'timeline.future.note': 'Everything is shown as it will be on {date}, by what is decided so far.',
  'timeline.none': 'No plan was in force on this day',
  'timeline.none.text': 'The first plan came into force on {date}.',
  'timeline.hidden': 'What is in force on this day is not public yet',
  'timeline.hidden.text': 'Those who have a role in this area see it when they sign in.',
  'timeline.announce': 'Shown as on {date}: {plan}',
  'answer.byThen': 'According to the plan in force on {date}',
  'answer.noPlan.then': 'No plan was in force on this day.',
} as const;
