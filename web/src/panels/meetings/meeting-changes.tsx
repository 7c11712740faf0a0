import { dayAt, instantAt, type Meeting } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { today } from '../../state/day-in-area.ts';
import { DayEntry } from '../proposals/day-entry.tsx';
import { LongEntry, TextEntry } from '../proposals/text-entry.tsx';
import { useAppStore, useArea } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { TimeEntry } from './number-and-time.tsx';

/** Another day, another time or another place. */
export function MoveForm({ meeting }: { meeting: Meeting }) {
  const { t } = useWords();
  const store = useAppStore();
  const timeZone = useArea()?.area.timeZone ?? 'UTC';
  const begins = Date.parse(meeting.startsAt);
  const [day, setDay] = useState(dayAt(begins, timeZone));
  const [time, setTime] = useState(clockTime(begins, timeZone));
  const [place, setPlace] = useState(meeting.place);
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const startsAt = instantAt(day, time, timeZone).toISOString();
    void doing(() => store.getState().moveMeeting(meeting, { startsAt, place: place.trim() }));
  };
  return (
    <Form className="people-form" aria-label={t('meetings.move')} onSubmit={submit}>
      <DayEntry label={t('meetings.plan.day')} value={day} min={today(timeZone)} onChange={setDay} />
      <TimeEntry label={t('meetings.plan.time')} value={time} onChange={setTime} />
      <TextEntry
        label={t('meetings.plan.place')}
        value={place}
        onChange={setPlace}
        autoComplete="off"
        isRequired={false}
        maxLength={500}
      />
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('meetings.move.save')}
        </Button>
      </div>
    </Form>
  );
}

/** It is not held; everybody is told why. */
export function CancelForm({ meeting }: { meeting: Meeting }) {
  const { t } = useWords();
  const store = useAppStore();
  const [reason, setReason] = useState('');
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing(() => store.getState().stepMeeting(meeting, { act: 'cancel', reason: reason.trim() }));
  };
  return (
    <Form className="people-form" aria-label={t('meetings.cancel')} onSubmit={submit}>
      <LongEntry label={t('meetings.cancel.reason')} value={reason} onChange={setReason} />
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('meetings.cancel.save')}
        </Button>
      </div>
    </Form>
  );
}

/** What clocks show at an instant, as a time field takes it. */
function clockTime(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
}
