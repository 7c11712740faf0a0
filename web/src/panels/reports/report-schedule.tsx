import type { OwnReportSchedule, ReportSchedule as Schedule } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Problem } from '../../state/app-state.ts';
import { ProblemText } from '../problem-text.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { NotRead } from './not-read.tsx';
import { ScheduleEntries } from './schedule-entries.tsx';
import { ruleOf, type ScheduleTerms, termsOf } from './schedule-terms.ts';

/** Having the report come to oneself by e-mail; for those who may. */
export function ReportSchedule() {
  const { t } = useWords();
  const store = useAppStore();
  const own = useApp((state) => state.reportSchedule);
  if (own === null || own.status === 'loading') return null;
  return (
    <section className="kept-reports" aria-labelledby="report-schedule">
      <h3 id="report-schedule">{t('reports.mail')}</h3>
      {own.status === 'failed' ? (
        <NotRead problem={own.problem} onRetry={() => store.getState().loadReportSchedule()} />
      ) : (
        <>
          <p className="quiet">{t(own.value.sendsMail ? 'reports.mail.what' : 'reports.mail.none')}</p>
          {own.value.sendsMail && <ScheduleForm key={own.value.schedule?.nextAt ?? ''} own={own.value} />}
        </>
      )}
    </section>
  );
}

function ScheduleForm({ own: { schedule } }: { own: OwnReportSchedule }) {
  const { t } = useWords();
  const store = useAppStore();
  const language = useApp((state) => state.preferences.language);
  const [terms, setTerms] = useState<ScheduleTerms>(termsOf(schedule, language));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, doing] = useBusy();
  const isDay = terms.kind === 'weekly' || (terms.day >= 1 && terms.day <= 31);
  const send = (input: Parameters<ReturnType<typeof store.getState>['scheduleReports']>[0]) =>
    void doing(async () => setProblem(await store.getState().scheduleReports(input)));
  return (
    <form
      className="people-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isDay) send({ rule: ruleOf(terms), language: terms.language });
      }}
    >
      {schedule !== null && <NextReport schedule={schedule} />}
      <ScheduleEntries terms={terms} onChange={setTerms} />
      {problem !== null && <ProblemText problem={problem} />}
      <div className="bar-actions">
        <Button type="submit" className="button" data-busy={isBusy}>
          {t(schedule === null ? 'reports.mail.begin' : 'reports.mail.change')}
        </Button>
        {schedule !== null && (
          <Button className="button" data-look="quiet" data-busy={isBusy} onPress={() => send(null)}>
            {t('reports.mail.stop')}
          </Button>
        )}
      </div>
    </form>
  );
}

function NextReport({ schedule: { nextAt } }: { schedule: Schedule }) {
  const { t, day } = useWords();
  return <p role="status">{t('reports.mail.next', { date: day(nextAt) })}</p>;
}
