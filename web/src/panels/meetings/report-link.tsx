import type { ReportId } from '@nitaq/core';
import { keptReportAddress } from '../../state/report-address.ts';
import { useReportReading } from '../reports/use-report-choice.ts';
import { useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** To the report that was made the day before a meeting: what changed since the one before. */
export function ReportLink({ report }: { report: ReportId }) {
  const { t } = useWords();
  const area = useArea()?.area.id ?? '';
  const reading = useReportReading();
  const address = (format: 'html' | 'pdf') => keptReportAddress(area, report, { ...reading, format });
  return (
    <p className="card-link">
      <a href={address('html')} target="_blank" rel="noopener">
        {t('meetings.report')}
      </a>
      <a href={address('pdf')} target="_blank" rel="noopener">
        PDF
      </a>
    </p>
  );
}
