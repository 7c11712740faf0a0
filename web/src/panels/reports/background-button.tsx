import type { PlanId } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Problem } from '../../state/app-state.ts';
import type { ReportChoice } from '../../state/report-address.ts';
import { ProblemText } from '../problem-text.tsx';
import { useAppStore, useMay } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** Has the chosen report be made while one does something else; for those with a role. */
export function BackgroundButton({ choice, isMain }: { choice: ReportChoice; isMain: boolean }) {
  const { t } = useWords();
  const store = useAppStore();
  const mayHave = useMay('report-jobs.own');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, doing] = useBusy();
  if (!mayHave) return <span className="quiet">{t('reports.wait')}</span>;
  const { plan, day, since, language, digits, format } = choice;
  const make = () =>
    void doing(async () =>
      setProblem(
        await store.getState().makeReport({
          ...{ language, digits, format },
          ...(plan !== null && { plan: plan as PlanId }),
          ...(day !== null && { at: day }),
          ...(since !== null && { since }),
        }),
      ),
    );
  return (
    <>
      <Button
        className="button"
        {...(isMain && { 'data-look': 'primary' })}
        data-busy={isBusy}
        onPress={make}
      >
        {t('reports.background')}
      </Button>
      {problem !== null && <ProblemText problem={problem} />}
    </>
  );
}
