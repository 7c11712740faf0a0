import { type AgendaSubject, borderEdges, nearestOnBorder, type VillageId } from '@nitaq/core';
import type { AppState, PlanData } from './app-state.ts';
import { drawnTerritories } from './editor/draft-territories.ts';
import { faceOf } from './selection.ts';
import { middleOf } from './summary.ts';

/** As many villages may be named with a gap or an overlap that somebody adds. */
const MOST_VILLAGES = 200;

export type ChosenThings = Pick<
  AppState,
  'area' | 'plan' | 'selection' | 'question' | 'reasons' | 'chosenReason'
>;

/** What an item of an agenda can be about of what is chosen on the map, what most likely is meant first. */
export function chosenSubjects(state: ChosenThings): AgendaSubject[] {
  const { selection } = state;
  const plan = state.plan.status === 'ready' ? state.plan.value : null;
  switch (selection.kind) {
    case 'village':
      return [{ kind: 'village', village: selection.id as VillageId }, ...bordersNear(state, plan)];
    case 'point':
      return [{ kind: 'place', position: selection.at }, ...bordersNear(state, plan)];
    case 'gap':
    case 'overlap':
      return plan ? faceSubjects(plan, { kind: selection.kind, id: selection.id }) : [];
    case 'shared':
    case 'sliver': {
      const face = plan && faceOf(plan.coverage, selection);
      return face ? [{ kind: 'place', position: middleOf(face.geometry) }] : [];
    }
    case 'none':
    case 'association':
    case 'part':
      return bordersNear(state, plan);
  }
}

/** A gap or an overlap of the plan in force; of another plan, the ground where it is. */
function faceSubjects(
  { plan, coverage }: PlanData,
  selection: { readonly kind: 'gap' | 'overlap'; readonly id: string },
): AgendaSubject[] {
  const face = faceOf(coverage, selection);
  if (!face) return [];
  const position = middleOf(face.geometry);
  const { villages, associations } = face.properties;
  if (plan.state !== 'in-force' || villages.length > MOST_VILLAGES) return [{ kind: 'place', position }];
  return selection.kind === 'gap'
    ? [{ kind: 'gap', plan: plan.id, position, villages }]
    : [{ kind: 'overlap', plan: plan.id, position, associations, villages }];
}

/** The border that was chosen by its reason, and the one that what is chosen lies close to. */
function bordersNear(
  { area, selection, question, reasons, chosenReason }: ChosenThings,
  plan: PlanData | null,
): AgendaSubject[] {
  const items = reasons.status === 'ready' ? (reasons.value?.items ?? []) : [];
  const reason = items.find(({ id }) => id === chosenReason);
  const middle = reason?.line[Math.floor(reason.line.length / 2)];
  if (reason && middle) return [{ kind: 'border', position: middle, associations: reason.associations }];
  const answer = question?.status === 'ready' ? question.value : null;
  const [own] = answer?.associations ?? [];
  if (!answer?.border || !own) return [];
  const villages = area.status === 'ready' ? area.value.villages : [];
  const village = selection.kind === 'village' && villages.find(({ id }) => id === selection.id);
  const at = selection.kind === 'point' ? selection.at : village ? village.location : null;
  if (!at) return [];
  const associations = [own.id, answer.border.association];
  const edges = borderEdges(plan ? drawnTerritories(plan.territories) : [], associations);
  return [{ kind: 'border', position: nearestOnBorder(edges, at) ?? at, associations }];
}
