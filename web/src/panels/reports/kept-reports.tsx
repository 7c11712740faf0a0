import type { KeptReport } from '@nitaq/core';
import { keptReportAddress } from '../../state/report-address.ts';
import { useApp, useArea } from '../use-app.ts';
import { useWords, type Words } from '../words.tsx';
import { useReportReading } from './use-report-choice.ts';

/** The reports that were made by themselves when plans came into force, and before meetings. */
export function KeptReports() {
  const words = useWords();
  const { t } = words;
  const reading = useReportReading();
  const area = useArea()?.area.id ?? '';
  const reports = useApp((state) => state.reports);
  if (reports === null || reports.status === 'loading') return null;
  const kept = reports.status === 'ready' ? reports.value : [];
  const nothing = reports.status === 'failed' ? 'reports.kept.failed' : 'reports.kept.none';
  return (
    <section className="kept-reports" aria-labelledby="kept-reports">
      <h3 id="kept-reports">{t('reports.kept')}</h3>
      <p className="quiet">{t(kept.length === 0 ? nothing : 'reports.kept.what')}</p>
      <ul className="card-list">
        {kept.map((report) => (
          <li key={report.id}>
            {(['html', 'pdf'] as const).map((format) => (
              <a
                key={format}
                className={format === 'pdf' ? 'kept-paper' : 'kept-page'}
                href={keptReportAddress(area, report.id, { ...reading, format })}
                target="_blank"
                rel="noopener"
              >
                {format === 'pdf' ? 'PDF' : titleOf(report, words)}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function titleOf(report: KeptReport, { t, name, day }: Words): string {
  switch (report.kind) {
    case 'enactment':
      return t('reports.kept.one', { plan: name(report.plan.title), date: day(report.at) });
    case 'meeting': {
      const { title, startsAt } = report.meeting;
      return t('reports.kept.meeting', { meeting: name(title), date: day(startsAt) });
    }
  }
}
