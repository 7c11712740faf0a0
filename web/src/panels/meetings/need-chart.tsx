import type { KnownCount, NeedKind, ProgressPoint } from '@nitaq/core';
import { directionOf } from '../../state/preferences.ts';
import { countSentence } from '../need/need-words.ts';
import { useWords } from '../words.tsx';
import { CHART, chartScale } from './chart-scale.ts';

interface NeedChartProps {
  readonly kind: NeedKind;
  readonly points: readonly ProgressPoint[];
}

/**
 * How many people of a kind lived in villages that were covered, from one meeting to the other, with its table. What is known
 * only between two numbers is drawn as wide as that: no line is drawn through what nobody may know.
 */
export function NeedChart({ kind, points }: NeedChartProps) {
  const words = useWords();
  const { t, day, language } = words;
  const known = points.map(({ at, need }) => ({ at, count: need.covered[kind] }));
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return null;
  const title = t(`progress.reached.${kind}`);
  const say = (count: KnownCount) => countSentence(kind, count, words);
  const most = Math.max(1, ...known.map(({ count }) => count.most ?? count.least * 2));
  const isRtl = directionOf(language) === 'rtl';
  const { x, y } = chartScale(
    known.map(({ at }) => at),
    { most, isRtl },
  );
  return (
    <figure className="progress-chart" data-kind={kind}>
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${CHART.width} ${CHART.height}`}
        role="img"
        aria-label={t('progress.chart', { title, from: say(first.count), to: say(last.count) })}
      >
        <path className="chart-axis" d={`M 0 ${CHART.height - CHART.pad} H ${CHART.width}`} />
        {known.slice(0, -1).map(({ at, count }, index) => {
          const [start, end] = [x(at), x(known[index + 1]?.at ?? at)];
          const top = y(count.most ?? most);
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: two plans may come into force at once
              key={index}
              className="chart-band"
              x={Math.min(start, end)}
              width={Math.abs(end - start)}
              y={top}
              height={y(count.least) - top}
            />
          );
        })}
        {known.map(({ at, count }, index) => (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: two plans may come into force at once
            key={index}
            className="chart-range"
            d={`M ${x(at)} ${y(count.least)} V ${y(count.most ?? most)}`}
          />
        ))}
      </svg>
      <table className="figures">
        <tbody>
          {known.map(({ at, count }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two plans may come into force at once
            <tr key={index}>
              <th scope="row">{day(at)}</th>
              <td>{say(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
