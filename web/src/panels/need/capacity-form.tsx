import type { Association } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { Problem } from '../../state/app-state.ts';
import { parseCount } from '../../state/need-entry.ts';
import { ProblemText } from '../problem-text.tsx';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useAppStore } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** How many orphans an association can care for, to state or to correct. */
export function CapacityForm({ association: { id, capacity } }: { association: Association }) {
  const { t, typed } = useWords();
  const store = useAppStore();
  const [text, setText] = useState(capacity === null ? '' : typed(capacity));
  const [problem, setProblem] = useState<'wrong' | Problem | null>(null);
  const [isBusy, doing] = useBusy();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const stated = text.trim() === '' ? null : parseCount(text);
    if (stated === null && text.trim() !== '') return setProblem('wrong');
    void doing(async () => setProblem(await store.getState().stateCapacity(id, stated)));
  };
  return (
    <details className="correction">
      <summary>{t('need.capacity.edit')}</summary>
      <Form className="need-form" aria-label={t('need.capacity.edit')} onSubmit={save}>
        <TextEntry
          label={t('need.capacity.label')}
          hint={t('need.capacity.hint')}
          autoComplete="off"
          inputMode="numeric"
          isRequired={false}
          value={text}
          onChange={setText}
        />
        {problem === 'wrong' && (
          <p className="problem" role="alert">
            {t('need.capacity.wrong')}
          </p>
        )}
        {problem !== null && typeof problem === 'object' && <ProblemText problem={problem} />}
        <div className="bar-actions">
          <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
            {t('need.form.save')}
          </Button>
        </div>
      </Form>
    </details>
  );
}
