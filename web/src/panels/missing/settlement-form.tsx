import type { MissingVillage, Settlement } from '@nitaq/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { Problem } from '../../state/app-state.ts';
import { ProblemText } from '../problem-text.tsx';
import { useAppStore } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';

interface SettlementFormProps {
  readonly missing: MissingVillage;
  readonly label: string;
  readonly save: string;
  /** What is to become of it; null: that is not said yet. */
  readonly settlement: () => Settlement | null;
  readonly children: ReactNode;
}

/** One of the answers to a report: its fields, and sending it. */
export function SettlementForm({ missing, label, save, settlement, children }: SettlementFormProps) {
  const store = useAppStore();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const answer = settlement();
    if (answer !== null)
      void doing(async () => setProblem(await store.getState().settleMissing(missing, answer)));
  };
  return (
    <Form className="need-form" aria-label={label} onSubmit={submit}>
      {children}
      {problem !== null && <ProblemText problem={problem} />}
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {save}
        </Button>
      </div>
    </Form>
  );
}
