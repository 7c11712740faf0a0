import type { AppState } from './app-state.ts';
import { isSameSelection, type Selection } from './selection.ts';

/**
 * The problem after, or before, the one that is chosen: first gaps and overlaps with villages, those with most villages
 * first, then the others by area, and last the slivers. Null where the plan is whole.
 */
export function nextProblem(
  { plan, selection }: Pick<AppState, 'plan' | 'selection'>,
  by: 1 | -1,
): Selection | null {
  if (plan.status !== 'ready' || !plan.value) return null;
  const { gaps, overlaps, slivers } = plan.value.coverage;
  const faces = [
    ...gaps.features.map((face) => ({ kind: 'gap' as const, face })),
    ...overlaps.features.map((face) => ({ kind: 'overlap' as const, face })),
  ].sort(
    ({ face: a }, { face: b }) =>
      b.properties.villages.length - a.properties.villages.length ||
      b.properties.areaKm2 - a.properties.areaKm2,
  );
  const problems: Selection[] = [
    ...faces.map(({ kind, face }) => ({ kind, id: face.id })),
    ...slivers.features.map(({ id }) => ({ kind: 'sliver' as const, id })),
  ];
  if (problems.length === 0) return null;
  const at = problems.findIndex((problem) => isSameSelection(problem, selection));
  const next = at < 0 ? (by === 1 ? 0 : problems.length - 1) : at + by;
  return problems[(next + problems.length) % problems.length] ?? null;
}
