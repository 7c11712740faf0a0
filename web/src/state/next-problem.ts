import type { KnownCount, VillageId } from '@nitaq/core';
import type { AppState } from './app-state.ts';
import { partId, partsNow } from './detached-parts.ts';
import { byNeed, countedVillages, orphansIn } from './known-need.ts';
import { isSameSelection, type Selection } from './selection.ts';
import { isRaisedAgain } from './zones.ts';

type Known = Pick<AppState, 'area' | 'plan' | 'need'>;

/** A kind of problem, in the order in which their numbers are told. */
const PROBLEM_KINDS = ['gap', 'overlap', 'shared', 'part', 'village', 'sliver'] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

type ProblemSelection = Extract<Selection, { readonly kind: ProblemKind }>;

/** Where a problem stands among all, from 1 on, and how many there are of each kind that there is. */
export interface ProblemPlace {
  readonly place: number;
  readonly count: number;
  readonly kinds: readonly { readonly kind: ProblemKind; readonly count: number }[];
}

/**
 * What is wrong with the plan on the screen: gaps, overlaps, sharing that ends soon, parts of territories that lie apart, and uncovered villages
 * that lie in none of these gaps. The largest known need first, then most villages, then the largest; the slivers last.
 */
export function planProblems(state: Known): ProblemSelection[] {
  if (state.plan.status !== 'ready' || !state.plan.value) return [];
  const { gaps, overlaps, shared, slivers, villages } = state.plan.value.coverage;
  const inGaps = new Set(gaps.features.flatMap(({ properties }) => properties.villages));
  const counted = countedVillages(state);
  const weigh = (inside: readonly VillageId[]) => ({
    orphans: orphansIn(inside, counted).orphans,
    villages: inside.length,
  });
  const problems: (Weight & { readonly selection: ProblemSelection })[] = [
    ...[...gaps.features, ...overlaps.features].map(({ id, properties }) => ({
      selection: { kind: properties.associations.length === 0 ? ('gap' as const) : ('overlap' as const), id },
      ...weigh(properties.villages),
      areaKm2: properties.areaKm2,
    })),
    ...shared.features.filter(isRaisedAgain).map(({ id, properties }) => ({
      selection: { kind: 'shared' as const, id },
      ...weigh(properties.villages),
      areaKm2: properties.areaKm2,
    })),
    ...partsNow(state).map((part) => ({
      selection: { kind: 'part' as const, id: partId(part) },
      ...weigh(part.villages),
      areaKm2: part.areaKm2,
    })),
    ...villages.flatMap(({ id, status }) =>
      status === 'gap' && !inGaps.has(id)
        ? [{ selection: { kind: 'village' as const, id }, ...weigh([id]), areaKm2: 0 }]
        : [],
    ),
  ];
  return [
    ...problems.sort(heavierFirst).map(({ selection }) => selection),
    ...slivers.features.map(({ id }): ProblemSelection => ({ kind: 'sliver', id })),
  ];
}

interface Weight {
  readonly orphans: KnownCount;
  readonly villages: number;
  readonly areaKm2: number;
}

function heavierFirst(a: Weight, b: Weight): number {
  return byNeed(a.orphans, b.orphans) || b.villages - a.villages || b.areaKm2 - a.areaKm2;
}

/** The problem after, or before, the one that is chosen; null where the plan is whole. */
export function nextProblem(state: Known & Pick<AppState, 'selection'>, by: 1 | -1): Selection | null {
  const problems = planProblems(state);
  if (problems.length === 0) return null;
  const at = problems.findIndex((problem) => isSameSelection(problem, state.selection));
  const next = at < 0 ? (by === 1 ? 0 : problems.length - 1) : at + by;
  return problems[(next + problems.length) % problems.length] ?? null;
}

/** Which of how many problems is chosen; null where none is. */
export function problemPlace(state: Known, selection: Selection): ProblemPlace | null {
  const problems = planProblems(state);
  const at = problems.findIndex((problem) => isSameSelection(problem, selection));
  if (at < 0) return null;
  const kinds = PROBLEM_KINDS.map((kind) => ({
    kind,
    count: problems.filter((problem) => problem.kind === kind).length,
  })).filter(({ count }) => count > 0);
  return { place: at + 1, count: problems.length, kinds };
}
