import { useIntl } from 'react-intl';
import { ChoiceEntry } from '../choice-entry.tsx';
import { useWords } from '../words.tsx';
import { NumberEntry } from './number-and-time.tsx';
import { MEETING_CALENDARS, type RuleTerms, someDayOf } from './series-rule.ts';

type DayTerms = Pick<RuleTerms, 'weekday' | 'day' | 'calendar'>;

interface DayEntryProps {
  readonly terms: DayTerms;
  readonly onChange: (part: Partial<DayTerms>) => void;
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** A day of the week. */
export function WeekdayEntry({ terms, onChange }: DayEntryProps) {
  const { t } = useWords();
  const intl = useIntl();
  return (
    <ChoiceEntry
      label={t('meetings.rule.weekday')}
      value={String(terms.weekday)}
      choices={WEEKDAYS.map((weekday) => ({
        value: String(weekday),
        text: intl.formatDate(someDayOf(weekday), { weekday: 'long', timeZone: 'UTC' }),
      }))}
      onChange={(value) => onChange({ weekday: Number(value) })}
    />
  );
}

/** A day of the month. */
export function MonthDayEntry({ terms, onChange }: DayEntryProps) {
  const { t } = useWords();
  return (
    <NumberEntry
      label={t('meetings.rule.day')}
      value={terms.day}
      min={1}
      max={31}
      onChange={(day) => onChange({ day })}
    />
  );
}

/** By whose months. */
export function CalendarEntry({ terms, onChange }: DayEntryProps) {
  const { t } = useWords();
  return (
    <ChoiceEntry
      label={t('meetings.rule.calendar')}
      value={terms.calendar}
      choices={MEETING_CALENDARS.map((one) => ({ value: one, text: t(`meetings.rule.calendar.${one}`) }))}
      onChange={(calendar) => onChange({ calendar })}
    />
  );
}
