import type { MeetingSeries } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { ChoiceEntry } from '../choice-entry.tsx';
import { LongEntry } from '../proposals/text-entry.tsx';
import { useAppStore } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

const RESTS = ['stay', 'cancel'] as const;

/** Nothing more is planned in a series; what is planned stays or is cancelled. */
export function SeriesEndForm({ series }: { series: MeetingSeries }) {
  const { t } = useWords();
  const store = useAppStore();
  const [rest, setRest] = useState<(typeof RESTS)[number]>('stay');
  const [reason, setReason] = useState('');
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const end = rest === 'cancel' ? { cancel: { reason: reason.trim() } } : {};
    void doing(() => store.getState().endSeries(series, end));
  };
  return (
    <Form className="people-form" aria-label={t('meetings.series.end')} onSubmit={submit}>
      <ChoiceEntry
        label={t('meetings.series.end.rest')}
        value={rest}
        choices={RESTS.map((one) => ({ value: one, text: t(`meetings.series.end.${one}`) }))}
        onChange={setRest}
      />
      {rest === 'cancel' && (
        <LongEntry label={t('meetings.cancel.reason')} value={reason} onChange={setReason} />
      )}
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('meetings.series.end.save')}
        </Button>
      </div>
    </Form>
  );
}
