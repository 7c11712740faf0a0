import type { CoverageReport } from '@nitaq/core';
import { planStanding } from '../../state/summary.ts';
import { isRaisedAgain } from '../../state/zones.ts';
import { seatNames } from '../drawing/drawing-words.ts';
import { Icon } from '../icons.tsx';
import { useArea, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { FaceBadge } from './badges.tsx';

/** Whether a plan is unfinished, and what it lacks; or that it is whole, with some pride. */
export function PlanStanding() {
  const words = useWords();
  const { t } = words;
  const area = useArea();
  const report = usePlan()?.coverage;
  if (!area || !report) return null;
  const standing = planStanding(area.associations, report);
  switch (standing.kind) {
    case 'open':
      return (
        <div className="unfinished">
          <Icon name="info" />
          <div>
            <p className="note-title">{t('plan.open')}</p>
            <OpenPlaces report={report} />
          </div>
        </div>
      );
    case 'whole':
      return (
        <div className="whole">
          <Icon name="check" />
          <div>
            <p className="note-title">{t('plan.whole')}</p>
            <p>{t('plan.whole.villages', { count: standing.villages })}</p>
          </div>
        </div>
      );
    case 'unfinished':
      return (
        <div className="unfinished">
          <Icon name="pen" />
          <div>
            <p className="note-title">{t('plan.unfinished')}</p>
            {standing.undrawn.length > 0 && (
              <p>
                {t('plan.unfinished.undrawn', {
                  associations: seatNames(standing.undrawn, area, words),
                  count: standing.undrawn.length,
                })}
              </p>
            )}
            {standing.villages > 0 && <p>{t('plan.unfinished.villages', { count: standing.villages })}</p>}
            <OpenPlaces report={report} />
          </div>
        </div>
      );
  }
}

/** How many gaps and overlaps are left, how much sharing ends soon, and how large they are together. */
function OpenPlaces({ report: { gaps, overlaps, shared, totals } }: { report: CoverageReport }) {
  const { t, area } = useWords();
  const ending = shared.features.filter(isRaisedAgain);
  const places = [
    { kind: 'gap', count: gaps.features.length, km2: totals.gapKm2 },
    { kind: 'overlap', count: overlaps.features.length, km2: totals.overlapKm2 },
    {
      kind: 'shared',
      count: ending.length,
      km2: ending.reduce((sum, { properties }) => sum + properties.areaKm2, 0),
    },
  ] as const;
  return (
    <ul className="open-places">
      {places.map(
        ({ kind, count, km2 }) =>
          count > 0 && (
            <li key={kind}>
              <FaceBadge kind={kind} />
              {t(`plan.open.${kind}`, { count, area: area(km2) })}
            </li>
          ),
      )}
    </ul>
  );
}
