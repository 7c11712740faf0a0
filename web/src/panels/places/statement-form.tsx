import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { Problem } from '../../state/app-state.ts';
import { ProblemText } from '../problem-text.tsx';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

interface StatementFormProps<T> {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  /** Said where what was typed cannot be read. */
  readonly wrong: string;
  readonly inputMode: 'numeric' | 'tel';
  /** As it stands, to correct; empty: not stated. */
  readonly typed: string;
  /** What was typed; null where it cannot be read. */
  readonly parse: (text: string) => T | null;
  /** Sends it, null for not stated; null where it was taken, else why not. */
  readonly save: (stated: T | null) => Promise<Problem | null>;
}

/** One thing that an association states of itself: a line to type, or to leave empty. */
export function StatementForm<T>({ title, wrong, typed, parse, save, ...field }: StatementFormProps<T>) {
  const { t } = useWords();
  const [text, setText] = useState(typed);
  const [problem, setProblem] = useState<'wrong' | Problem | null>(null);
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const stated = text.trim() === '' ? null : parse(text);
    if (stated === null && text.trim() !== '') return setProblem('wrong');
    void doing(async () => setProblem(await save(stated)));
  };
  return (
    <details className="correction">
      <summary>{title}</summary>
      <Form className="need-form" aria-label={title} onSubmit={submit}>
        <TextEntry {...field} autoComplete="off" isRequired={false} value={text} onChange={setText} />
        {problem === 'wrong' && (
          <p className="problem" role="alert">
            {wrong}
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
