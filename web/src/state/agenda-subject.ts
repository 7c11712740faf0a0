import type { AgendaSubject, CoverageReport, VillageId } from '@nitaq/core';
import type { AppState, SliceContext } from './app-state.ts';
import { NOTHING, type Selection } from './selection.ts';

/** Takes the map to what an item of an agenda is about. */
export async function showSubject({ get, api }: SliceContext, about: AgendaSubject): Promise<void> {
  if (about.kind === 'proposal') {
    const { area } = get();
    if (area.status !== 'ready') return;
    const proposal = await api.proposal(area.value.area.id, about.proposal);
    if (!proposal.ok) return;
    const { plan, base } = proposal.value.revision;
    await get().openPlan(plan);
    await get().compareWith(base);
    get().clearSelection();
    get().showWholeArea();
    return;
  }
  if (about.kind === 'note' || about.kind === 'initiative' || about.kind === 'action')
    return get().clearSelection();
  await showPlanOf(get, about);
  const selection = selectionOf(get(), about);
  if (selection.kind === 'none') return get().clearSelection();
  await get().select(selection);
  const target = get().flight?.target;
  // In a projection no card stands on the map.
  if (get().isProjecting && target?.kind === 'bounds') get().fly({ ...target, besideCard: false });
}

/** Gaps and overlaps are those of a plan; what else is talked about is shown on the plan in force. */
async function showPlanOf(get: SliceContext['get'], about: AgendaSubject): Promise<void> {
  const { area, plan, editing } = get();
  if (area.status !== 'ready' || editing) return;
  const inForce = area.value.plans.find(({ state }) => state === 'in-force')?.id ?? null;
  const wanted = 'plan' in about ? about.plan : inForce;
  const shown = plan.status === 'ready' ? plan.value?.plan.id : undefined;
  if (wanted !== null && wanted !== shown) await get().openPlan(wanted);
}

/** What is chosen on the map while an item is talked about. */
function selectionOf({ plan }: Pick<AppState, 'plan'>, about: AgendaSubject): Selection {
  const coverage = plan.status === 'ready' ? plan.value?.coverage : undefined;
  switch (about.kind) {
    case 'village':
      return { kind: 'village', id: about.village };
    case 'gap':
    case 'overlap':
      return (coverage && faceWith(coverage, about)) ?? { kind: 'point', at: about.position };
    case 'place':
    case 'border':
    case 'zone':
      return { kind: 'point', at: about.position };
    case 'missing-village':
      return about.position === null ? NOTHING : { kind: 'point', at: about.position };
    case 'note':
    case 'proposal':
    case 'initiative':
    case 'action':
      return NOTHING;
  }
}

/** The gap or overlap with just these villages. */
function faceWith(
  { gaps, overlaps }: CoverageReport,
  { kind, villages }: Extract<AgendaSubject, { kind: 'gap' | 'overlap' }>,
): Selection | undefined {
  const faces: readonly {
    readonly id: string;
    readonly properties: { readonly villages: readonly VillageId[] };
  }[] = kind === 'gap' ? gaps.features : overlaps.features;
  const found =
    villages.length === 0 ? undefined : faces.find((face) => isSame(face.properties.villages, villages));
  return found && { kind, id: found.id };
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
