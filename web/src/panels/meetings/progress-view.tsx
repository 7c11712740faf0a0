import { NEED_KINDS, type Progress, type ProgressPoint } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { countSentence } from '../need/need-words.ts';
import { useWords, type Words } from '../words.tsx';
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
        {isCounted(last) && (
          <tr>
            <th scope="row">{t('progress.orphans')}</th>
            {first && <td>{countSentence('orphans', first.need.covered.orphans, words)}</td>}
            <td>{countSentence('orphans', last.need.covered.orphans, words)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** Whether any need is known: nothing is not the same as nobody. */
function isCounted({ need }: ProgressPoint): boolean {
  return [need.covered, need.overlap, need.gap].some((counts) =>
    NEED_KINDS.some((kind) => counts[kind].most !== 0),
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
      {points.some(isCounted) && <NeedTable points={points} words={words} />}
    </>
  );
}

/** Bands are told as they are: no line is drawn through what is known only between two numbers. */
function NeedTable({ points, words }: { points: readonly ProgressPoint[]; words: Words }) {
  return (
    <table className="figures">
      <caption>{words.t('progress.orphans')}</caption>
      <tbody>
        {points.map(({ at, need }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two plans may come into force at once
          <tr key={index}>
            <th scope="row">{words.day(at)}</th>
            <td>{countSentence('orphans', need.covered.orphans, words)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same scale for all, from nothing to every village: so the charts can be compared. */
function mostVillages(points: readonly ProgressPoint[]): number {
  return Math.max(1, ...points.map(({ villages: { covered, overlap, gap } }) => covered + overlap + gap));
}
