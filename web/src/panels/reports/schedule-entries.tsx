import { LANGUAGES } from '@nitaq/core';
import { useIntl } from 'react-intl';
import { ChoiceEntry } from '../choice-entry.tsx';
import { NumberEntry } from '../meetings/number-and-time.tsx';
import { MEETING_CALENDARS, someDayOf } from '../meetings/series-rule.ts';
import { useWords } from '../words.tsx';
import type { ScheduleTerms } from './schedule-terms.ts';

interface ScheduleEntriesProps {
  readonly terms: ScheduleTerms;
  readonly onChange: (terms: ScheduleTerms) => void;
}

const KINDS = ['weekly', 'monthly'] as const;
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** On which days reports come, and in which language. */
export function ScheduleEntries({ terms, onChange }: ScheduleEntriesProps) {
  const { t } = useWords();
  const intl = useIntl();
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
        <ChoiceEntry
          label={t('meetings.rule.weekday')}
          value={String(terms.weekday)}
          choices={WEEKDAYS.map((weekday) => ({
            value: String(weekday),
            text: intl.formatDate(someDayOf(weekday), { weekday: 'long', timeZone: 'UTC' }),
          }))}
          onChange={(value) => change({ weekday: Number(value) })}
        />
      ) : (
        <>
          <NumberEntry
            label={t('meetings.rule.day')}
            value={terms.day}
            min={1}
            max={31}
            onChange={(day) => change({ day })}
          />
          <ChoiceEntry
            label={t('meetings.rule.calendar')}
            value={terms.calendar}
            choices={MEETING_CALENDARS.map((one) => ({
              value: one,
              text: t(`meetings.rule.calendar.${one}`),
            }))}
            onChange={(calendar) => change({ calendar })}
          />
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
