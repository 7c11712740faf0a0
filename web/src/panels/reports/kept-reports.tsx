import { keptReportAddress } from '../../state/report-address.ts';
import { useApp, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { useReportReading } from './use-report-choice.ts';

/** The reports that were made by themselves when plans came into force. */
export function KeptReports() {
  const { t, name, day } = useWords();
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
        {kept.map(({ id, plan, at }) => (
          <li key={id}>
            {(['html', 'pdf'] as const).map((format) => (
              <a
                key={format}
                className={format === 'pdf' ? 'kept-paper' : 'kept-page'}
                href={keptReportAddress(area, id, { ...reading, format })}
                target="_blank"
                rel="noopener"
              >
                {format === 'pdf' ? 'PDF' : t('reports.kept.one', { plan: name(plan.title), date: day(at) })}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
