import { directionOf } from '../../state/preferences.ts';
import { useWords } from '../words.tsx';
import { CHART, chartScale } from './chart-scale.ts';

interface ProgressChartProps {
  readonly title: string;
  readonly points: readonly { readonly at: string; readonly value: number }[];
  /** The top of the scale, which begins at nothing. */
  readonly most: number;
  readonly say: (value: number) => string;
}

/** How a number went from one meeting to the other, as steps on a scale from nothing, with its table. */
export function ProgressChart({ title, points, most, say }: ProgressChartProps) {
  const { t, day, language } = useWords();
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const isRtl = directionOf(language) === 'rtl';
  const { x, y } = chartScale(
    points.map(({ at }) => at),
    { most, isRtl },
  );
  // What was so stays so until another plan comes into force: steps, not slopes.
  const steps = points
    .slice(1)
    .map(({ at, value }) => `H ${x(at)} V ${y(value)}`)
    .join(' ');
  return (
    <figure className="progress-chart">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${CHART.width} ${CHART.height}`}
        role="img"
        aria-label={t('progress.chart', { title, from: say(first.value), to: say(last.value) })}
      >
        <path className="chart-axis" d={`M 0 ${CHART.height - CHART.pad} H ${CHART.width}`} />
        <path className="chart-line" d={`M ${x(first.at)} ${y(first.value)} ${steps}`} />
        {points.map(({ at, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two plans may come into force at once
          <circle key={index} className="chart-point" cx={x(at)} cy={y(value)} r={4} />
        ))}
      </svg>
      <table className="figures">
        <tbody>
          {points.map(({ at, value }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two plans may come into force at once
            <tr key={index}>
              <th scope="row">{day(at)}</th>
              <td>{say(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
