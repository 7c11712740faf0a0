import type { AssociationId } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { Problem } from '../../state/app-state.ts';
import { endOfDay, today } from '../../state/day-in-area.ts';
import { ProblemText } from '../problem-text.tsx';
import { DayEntry } from '../proposals/day-entry.tsx';
import { SelectEntry } from '../select-entry.tsx';
import { useAppStore, useArea } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** Letting another association see one's own exact counts until a day. */
export function ShareForm({ own }: { own: AssociationId }) {
  const { t, name } = useWords();
  const store = useAppStore();
  const area = useArea();
  const [reader, setReader] = useState<AssociationId | null>(null);
  const [day, setDay] = useState('');
  const [problem, setProblem] = useState<'wrong' | Problem | null>(null);
  const [isBusy, doing] = useBusy();
  const others = area?.associations.filter(({ id }) => id !== own) ?? [];
  if (!area || others.length === 0) return null;
  const { timeZone } = area.area;
  const share = (event: FormEvent) => {
    event.preventDefault();
    const until = endOfDay(day, timeZone);
    if (reader === null || until === null || Date.parse(until) <= Date.now()) return setProblem('wrong');
    void doing(async () => {
      const refused = await store.getState().shareNeed(reader, until);
      setProblem(refused);
      if (refused === null) setReader(null);
    });
  };
  return (
    <details className="correction">
      <summary>{t('need.shares.add')}</summary>
      <Form className="need-form" aria-label={t('need.shares.add')} onSubmit={share}>
        <SelectEntry
          label={t('need.shares.with')}
          placeholder={t('need.shares.choose')}
          value={reader}
          choices={others.map((one) => ({ value: one.id, text: name(one.name) }))}
          onChange={setReader}
        />
        <DayEntry
          label={t('need.shares.until')}
          value={day}
          min={today(timeZone)}
          isRequired={false}
          onChange={setDay}
        />
        {problem === 'wrong' && (
          <p className="problem" role="alert">
            {t('need.shares.wrong')}
          </p>
        )}
        {problem !== null && typeof problem === 'object' && <ProblemText problem={problem} />}
        <div className="bar-actions">
          <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
            {t('need.shares.share')}
          </Button>
        </div>
      </Form>
    </details>
  );
}
