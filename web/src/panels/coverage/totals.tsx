import type { CoverageReport } from '@nitaq/core';
import { memo, type ReactNode } from 'react';
import { countVillages, type VillageCounts } from '../../state/summary.ts';
import { Icon } from '../icons.tsx';
import { ReportButton } from '../reports/report-button.tsx';
import { useApp } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { FaceBadge } from './badges.tsx';
import { PlanStanding } from './plan-standing.tsx';

/** The truth in a few lines: villages first, then km². */
export function Totals({ report }: { report: CoverageReport }) {
  const { t, number, area } = useWords();
  const counts = countVillages(report);
  // While one draws, the panel of drawing says how far the plan has come.
  const isDrawing = useApp((state) => state.editing !== null);
  const { totals } = report;
  const located = counts.covered + counts.shared + counts.overlap + counts.gap + counts.outside;
  return (
    <section className="totals" aria-label={t('totals.title')}>
      {!isDrawing && <PlanStanding />}
      <p className="lead">
        <span className="lead-number">
          {t('totals.lead', { covered: number(counts.covered), villages: located })}
        </span>
        <span className="lead-text">{t('totals.lead.text')}</span>
      </p>
      {located > 0 && <VillageBar counts={counts} />}
      <dl className="totals-rows">
        <Row sign={<span className="dot" data-status="covered" />} name={t('totals.covered')}>
          <Figures villages={counts.covered} km2={totals.coveredOnceKm2} />
        </Row>
        {(counts.shared > 0 || totals.sharedKm2 > 0) && (
          <Row sign={<FaceBadge kind="shared" />} name={t('totals.shared')}>
            <Figures villages={counts.shared} km2={totals.sharedKm2} />
          </Row>
        )}
        <Row sign={<FaceBadge kind="overlap" />} name={t('totals.overlap')}>
          <Figures villages={counts.overlap} km2={totals.overlapKm2} />
        </Row>
        <Row sign={<FaceBadge kind="gap" />} name={t('totals.gap')}>
          <Figures villages={counts.gap} km2={totals.gapKm2} />
        </Row>
        {(counts.outside > 0 || totals.outsideKm2 > 0) && (
          <Row sign={<span className="dot" data-status="outside" />} name={t('totals.outside')}>
            <Figures villages={counts.outside} km2={totals.outsideKm2} />
          </Row>
        )}
        <Row sign={<Icon name="pin" />} name={t('totals.unlocated')}>
          <Figures villages={counts.unlocated} />
        </Row>
      </dl>
      <p className="quiet">{t('totals.area', { area: area(totals.areaKm2) })}</p>
      {!isDrawing && <ReportButton />}
    </section>
  );
}

function Row({ sign, name, children }: { sign: ReactNode; name: string; children: ReactNode }) {
  return (
    <div className="totals-row">
      <dt>
        {sign}
        {name}
      </dt>
      {children}
    </div>
  );
}

/** By its numbers: while a hand draws, few of them are others. */
const Figures = memo(function Figures({ villages, km2 }: { villages: number; km2?: number }) {
  const { t, area } = useWords();
  return (
    <dd>
      <span className="figure">{t('count.villages', { count: villages })}</span>
      {km2 !== undefined && <span className="figure-second">{area(km2)}</span>}
    </dd>
  );
});

/** Located villages by what covers them, as lengths. */
function VillageBar({ counts }: { counts: VillageCounts }) {
  const { t, number } = useWords();
  const label = t('totals.bar', {
    covered: number(counts.covered + counts.shared),
    overlap: number(counts.overlap),
    gap: number(counts.gap),
  });
  return (
    <div className="village-bar" role="img" aria-label={label}>
      {(['covered', 'shared', 'overlap', 'gap', 'outside'] as const).map(
        (status) =>
          counts[status] > 0 && (
            <span key={status} data-status={status} style={{ flexGrow: counts[status] }} />
          ),
      )}
    </div>
  );
}
