import { ChoiceEntry } from '../choice-entry.tsx';
import { useWords } from '../words.tsx';
import { CalendarEntry, MonthDayEntry, WeekdayEntry } from './day-entries.tsx';
import { NumberEntry } from './number-and-time.tsx';
import { RULE_KINDS, type RuleTerms, WEEKS } from './series-rule.ts';

interface RuleEntriesProps {
  readonly terms: RuleTerms;
  readonly onChange: (terms: RuleTerms) => void;
}

/** On which days a series meets. */
export function RuleEntries({ terms, onChange }: RuleEntriesProps) {
  const { t } = useWords();
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
        <MonthDayEntry terms={terms} onChange={change} />
      ) : (
        <WeekdayEntry terms={terms} onChange={change} />
      )}
      {isMonthly && <CalendarEntry terms={terms} onChange={change} />}
    </>
  );
}
