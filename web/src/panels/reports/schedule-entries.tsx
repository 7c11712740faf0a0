import { LANGUAGES } from '@nitaq/core';
import { ChoiceEntry } from '../choice-entry.tsx';
import { CalendarEntry, MonthDayEntry, WeekdayEntry } from '../meetings/day-entries.tsx';
import { useWords } from '../words.tsx';
import type { ScheduleTerms } from './schedule-terms.ts';

interface ScheduleEntriesProps {
  readonly terms: ScheduleTerms;
  readonly onChange: (terms: ScheduleTerms) => void;
}

const KINDS = ['weekly', 'monthly'] as const;

/** On which days reports come, and in which language. */
export function ScheduleEntries({ terms, onChange }: ScheduleEntriesProps) {
  const { t } = useWords();
  const change = (part: Partial<ScheduleTerms>) => onChange({ ...terms, ...part });
  return (
    <div className="report-pair">
      <ChoiceEntry
        label={t('reports.mail.kind')}
        value={terms.kind}
        choices={KINDS.map((kind) => ({ value: kind, text: t(`reports.mail.${kind}`) }))}
        onChange={(kind) => change({ kind })}
      />
      {terms.kind === 'weekly' ? (
        <WeekdayEntry terms={terms} onChange={change} />
      ) : (
        <>
          <MonthDayEntry terms={terms} onChange={change} />
          <CalendarEntry terms={terms} onChange={change} />
        </>
      )}
      <ChoiceEntry
        label={t('reports.mail.language')}
        value={terms.language}
        choices={LANGUAGES.map((value) => ({ value, text: t(`reports.language.${value}`) }))}
        onChange={(language) => change({ language })}
      />
    </div>
  );
}
