import { useIntl } from 'react-intl';
import { ChoiceEntry } from '../choice-entry.tsx';
import { useWords } from '../words.tsx';
import { NumberEntry } from './number-and-time.tsx';
import { MEETING_CALENDARS, RULE_KINDS, type RuleTerms, someDayOf, WEEKS } from './series-rule.ts';

interface RuleEntriesProps {
  readonly terms: RuleTerms;
  readonly onChange: (terms: RuleTerms) => void;
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** On which days a series meets. */
export function RuleEntries({ terms, onChange }: RuleEntriesProps) {
  const { t } = useWords();
  const intl = useIntl();
  const change = (part: Partial<RuleTerms>) => onChange({ ...terms, ...part });
  const isMonthly = terms.kind !== 'weekly';
  return (
    <>
      <ChoiceEntry
        label={t('meetings.rule.kind')}
        value={terms.kind}
        choices={RULE_KINDS.map((kind) => ({ value: kind, text: t(`meetings.rule.${kind}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <NumberEntry
        label={t(isMonthly ? 'meetings.rule.every.months' : 'meetings.rule.every.weeks')}
        value={terms.every}
        min={1}
        max={12}
        onChange={(every) => change({ every })}
      />
      {terms.kind === 'month-weekday' && (
        <ChoiceEntry
          label={t('meetings.rule.week')}
          value={terms.week}
          choices={WEEKS.map((week) => ({ value: week, text: t(`meetings.rule.week.${week}`) }))}
          onChange={(week) => change({ week })}
        />
      )}
      {terms.kind === 'month-day' ? (
        <NumberEntry
          label={t('meetings.rule.day')}
          value={terms.day}
          min={1}
          max={31}
          onChange={(day) => change({ day })}
        />
      ) : (
        <ChoiceEntry
          label={t('meetings.rule.weekday')}
          value={String(terms.weekday)}
          choices={WEEKDAYS.map((weekday) => ({
            value: String(weekday),
            text: intl.formatDate(someDayOf(weekday), { weekday: 'long', timeZone: 'UTC' }),
          }))}
          onChange={(value) => change({ weekday: Number(value) })}
        />
      )}
      {isMonthly && (
        <ChoiceEntry
          label={t('meetings.rule.calendar')}
          value={terms.calendar}
          choices={MEETING_CALENDARS.map((one) => ({ value: one, text: t(`meetings.rule.calendar.${one}`) }))}
          onChange={(calendar) => change({ calendar })}
        />
      )}
    </>
  );
}
