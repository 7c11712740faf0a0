/** A vertex dragged by hand: how long each small step takes. */
import { damagedCounties, fourDamaged } from './data.ts';
import { type DragTimes, dragVertices, percentile } from './drags.ts';
import { msText, type Row, timesText } from './row.ts';

const P95_MS = 4;
const P99_MS = 8;
const MOST_GROWTH = 3;

export function liveUpdate(): Row[] {
  const [plan, counties] = [fourDamaged(2_000), damagedCounties()];
  // The first drags warm up.
  dragVertices(plan, 1);
  const [small, large] = [dragVertices(plan, 2), dragVertices(counties, 3)];
  const [p95, p99] = [percentile(small.updates, 95), percentile(small.updates, 99)];
  const growth = Math.max(
    ...[50, 95].map((p) => percentile(large.updates, p) / percentile(small.updates, p)),
  );
  return [
    {
      work: 'live update, one vertex dragged',
      data: '4 × 2,000 damaged',
      ours: timesOf(small),
      peer: '',
      measured: `p95 ${msText(p95)}, p99 ${msText(p99)}`,
      target: `p95 < ${P95_MS} ms, p99 < ${P99_MS} ms`,
      isReached: p95 < P95_MS && p99 < P99_MS,
      note: noteOf(small),
    },
    {
      work: 'live update',
      data: 'counties, 2 % damaged',
      ours: timesOf(large),
      peer: '',
      measured: `${timesText(growth)} the four (the worse of p50 and p95)`,
      target: `≤ ${MOST_GROWTH} ×`,
      isReached: growth <= MOST_GROWTH,
      note: noteOf(large),
    },
  ];
}

function timesOf({ updates }: DragTimes): string {
  return [50, 95, 99].map((percent) => `p${percent} ${msText(percentile(updates, percent))}`).join(', ');
}

function noteOf({ updates, worstM2 }: DragTimes): string {
  return `${updates.length.toLocaleString('en')} updates; afterwards no cell differs from a fresh map by more than ${worstM2.toExponential(0)} m²`;
}
