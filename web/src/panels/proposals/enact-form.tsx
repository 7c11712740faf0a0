import type { Proposal } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { dayAfter, today } from '../../state/day-in-area.ts';
import { useAppStore, useArea, useOwnRole } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { DayEntry } from './day-entry.tsx';

/** For the council: putting what is agreed into force, from the beginning of a day. */
export function EnactForm({ proposal }: { proposal: Proposal }) {
  const { t } = useWords();
  const store = useAppStore();
  const area = useArea();
  const own = useOwnRole();
  const tomorrow = dayAfter(today(area?.area.timeZone ?? 'UTC'));
  const wished = proposal.wishedFor ?? tomorrow;
  const [from, setFrom] = useState(wished < tomorrow ? tomorrow : wished);
  const [isBusy, doing] = useBusy();
  // Whoever lacks the second proof is told so when they try, and what to do.
  if (own?.role !== 'council') return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing(() => store.getState().enact(from));
  };
  return (
    <section>
      <h3 className="small-title">{t('enact.title')}</h3>
      <Form className="people-form" onSubmit={submit}>
        <DayEntry label={t('enact.from')} value={from} min={tomorrow} onChange={setFrom} />
        <div className="bar-actions">
          <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
            {t('enact.do')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
