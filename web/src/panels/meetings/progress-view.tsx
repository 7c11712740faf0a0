import { NEED_KINDS, type NeedKind, type Progress, type ProgressPoint } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { countSentence } from '../need/need-words.ts';
import { useWords } from '../words.tsx';
import { NeedChart } from './need-chart.tsx';
import { ProgressChart } from './progress-chart.tsx';

/** What changed since the meeting before: in figures, and on request as charts, each with its table. */
export function ProgressView({ progress }: { progress: Progress }) {
  const words = useWords();
  const { t, number } = words;
  const [isOpen, setOpen] = useState(false);
  const { points, actions, decisions, since } = progress;
  const first = points[0];
  const last = points.at(-1);
  return (
    <section className="progress-view">
      <h3 className="small-title">{t('progress.title')}</h3>
      {since === null && <p className="quiet">{t('progress.first')}</p>}
      {last ? (
        <Figures first={since && first ? first : null} last={last} />
      ) : (
        <p className="quiet">{t('progress.none')}</p>
      )}
      <p className="balance">
        {t('progress.balance', {
          before: number(actions.openThen),
          opened: number(actions.opened),
          closed: number(actions.closed),
          now: number(actions.openNow),
        })}
      </p>
      <p className="quiet">
        {t('progress.decisions', {
          taken: number(decisions.taken),
          done: number(decisions.carriedOut),
          open: number(decisions.open),
        })}
      </p>
      {since !== null && points.length > 0 && (
        <Button className="button" data-look="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t('progress.more')}
        </Button>
      )}
      {isOpen && <Charts points={points} />}
    </section>
  );
}

interface FiguresProps {
  /** Null: there is nothing to compare with. */
  readonly first: ProgressPoint | null;
  readonly last: ProgressPoint;
}

/** Before and after, side by side. */
function Figures({ first, last }: FiguresProps) {
  const words = useWords();
  const { t } = words;
  return (
    <table className="figures">
      <thead>
        <tr>
          <td />
          {first && <th scope="col">{t('progress.then')}</th>}
          <th scope="col">{t('progress.now')}</th>
        </tr>
      </thead>
      <tbody>
        {VILLAGES.map((status) => (
          <tr key={status}>
            <th scope="row">{t(`progress.${status}`)}</th>
            {first && <td>{words.number(first.villages[status])}</td>}
            <td>{words.number(last.villages[status])}</td>
          </tr>
        ))}
        {countedKinds([last]).map((kind) => (
          <tr key={kind}>
            <th scope="row">{t(`progress.reached.${kind}`)}</th>
            {first && <td>{countSentence(kind, first.need.covered[kind], words)}</td>}
            <td>{countSentence(kind, last.need.covered[kind], words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The kinds of people of whom anybody is counted anywhere: nothing is not the same as nobody. */
function countedKinds(points: readonly ProgressPoint[]): NeedKind[] {
  return NEED_KINDS.filter((kind) =>
    points.some(({ need }) =>
      [need.covered, need.overlap, need.gap].some((counts) => counts[kind].most !== 0),
    ),
  );
}

const VILLAGES = ['covered', 'overlap', 'gap'] as const;

function Charts({ points }: { points: readonly ProgressPoint[] }) {
  const words = useWords();
  const { t, number, area } = words;
  const all = points[0]?.totals.areaKm2 ?? 0;
  return (
    <>
      {VILLAGES.map((status) => (
        <ProgressChart
          key={status}
          title={t(`progress.${status}`)}
          points={points.map(({ at, villages }) => ({ at, value: villages[status] }))}
          most={mostVillages(points)}
          say={(value) => number(value)}
        />
      ))}
      <ProgressChart
        title={t('progress.km2', { area: area(all) })}
        points={points.map(({ at, totals }) => ({ at, value: totals.coveredOnceKm2 + totals.sharedKm2 }))}
        most={all}
        say={(value) => area(value)}
      />
      {countedKinds(points).map((kind) => (
        <NeedChart key={kind} kind={kind} points={points} />
      ))}
    </>
  );
}

/** The same scale for all, from nothing to every village: so the charts can be compared. */
function mostVillages(points: readonly ProgressPoint[]): number {
  return Math.max(1, ...points.map(({ villages: { covered, overlap, gap } }) => covered + overlap + gap));
}
