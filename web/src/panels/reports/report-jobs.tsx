import type { ReportJob } from '@nitaq/core';
import { madeReportAddress } from '../../state/report-address.ts';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords, type Words } from '../words.tsx';
import { NotRead } from './not-read.tsx';
import { useAskingAgain } from './use-asking-again.ts';

/** The reports that oneself has made in the background, and how far each is. */
export function ReportJobs() {
  const { t } = useWords();
  const store = useAppStore();
  const jobs = useApp((state) => state.reportJobs) ?? [];
  const problem = useApp((state) => state.reportJobsProblem);
  useAskingAgain(jobs.some(({ state }) => state === 'waiting' || state === 'working'));
  if (jobs.length === 0 && problem === null) return null;
  return (
    <section className="kept-reports" aria-labelledby="report-jobs">
      <h3 id="report-jobs">{t('reports.jobs')}</h3>
      {jobs.length > 0 && (
        <>
          <p className="quiet">{t('reports.jobs.what')}</p>
          <ul className="card-list">
            {jobs.map((job) => (
              <JobLine key={job.id} job={job} />
            ))}
          </ul>
        </>
      )}
      {problem !== null && <NotRead problem={problem} onRetry={() => store.getState().loadReportJobs()} />}
    </section>
  );
}

function JobLine({ job }: { job: ReportJob }) {
  const words = useWords();
  const area = useArea()?.area.id ?? '';
  const title = titleOf(job, words);
  if (job.state === 'ready') {
    return (
      <li>
        <a
          className="kept-page"
          href={madeReportAddress(area, job.id)}
          {...(job.format === 'html' ? { target: '_blank', rel: 'noopener' } : { download: '' })}
        >
          {title}
        </a>
      </li>
    );
  }
  return (
    <li className="report-job">
      <span>{title}</span>
      {job.state === 'failed' ? (
        <span className="problem" role="alert">
          <bdi>{job.problem?.detail}</bdi>
        </span>
      ) : (
        <>
          <progress
            aria-label={title}
            {...(job.step?.name === 'maps' && { value: job.step.done, max: job.step.of })}
          />
          <span className="quiet" role="status">
            {stepText(job, words)}
          </span>
        </>
      )}
    </li>
  );
}

function titleOf({ format, language, at, madeAt }: ReportJob, { t, day, dayOf }: Words): string {
  return t('reports.jobs.one', {
    form: format === 'json' ? 'JSON' : t(`reports.format.${format}`),
    language: t(`reports.language.${language}`),
    date: at === undefined ? day(madeAt) : at.length > 10 ? day(at) : dayOf(at),
  });
}

function stepText({ step }: ReportJob, { t }: Words): string {
  if (step === null) return t('reports.jobs.waiting');
  if (step.name === 'maps') return t('reports.jobs.maps', { done: step.done, of: step.of });
  return t(`reports.jobs.${step.name}`);
}
