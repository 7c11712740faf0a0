import type { Report } from '@nitaq/core';
import { expect } from 'vitest';
import { numbersIn, textOf } from './poppler.ts';

/** Every figure of a report is on its paper, as often as the report has it. */
export function expectOnPaper(pdf: Buffer, report: Report): void {
  const said = countsOf(numbersIn(textOf(pdf)));
  const missing = [...countsOf(figuresOf(report))].filter(
    ([figure, times]) => (said.get(figure) ?? 0) < times,
  );
  expect(missing).toEqual([]);
}

/** How often each number is in a list. */
function countsOf(numbers: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** What the report on paper has to say in figures. */
function figuresOf({ summary, gaps, overlaps, associations, villages }: Report): string[] {
  const { percent } = summary;
  const km2 = [
    ...[summary.areaKm2, summary.coveredOnceKm2, summary.sharedKm2, summary.overlapKm2, summary.gapKm2],
    ...[...gaps, ...overlaps].map(({ areaKm2 }) => areaKm2),
    ...associations.flatMap((one) => [one.areaKm2, one.coveredOnceKm2, one.overlapKm2, one.outsideKm2]),
  ];
  const oneDecimal = [
    ...[percent.coveredOnce, percent.shared, percent.overlap, percent.gap],
    ...associations.map(({ percentOfArea }) => percentOfArea),
    ...associations.map(({ perimeterKm }) => perimeterKm),
    ...villages.flatMap(({ seatKm }) => seatKm ?? []),
  ];
  const whole = [
    ...Object.values(summary.villages),
    ...[...gaps, ...overlaps].map((one) => one.villages.length),
    ...associations.map((one) => one.villages.total),
  ];
  return [
    ...km2.map((value) => value.toFixed(2)),
    ...oneDecimal.map((value) => value.toFixed(1)),
    ...whole.map(String),
  ];
}
