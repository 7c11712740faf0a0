import { circleAround } from '@nitaq/core';
import type { PlanData, SliceContext } from '../app-state.ts';
import type { DraftDesk } from './draft-desk.ts';
import { editedPlan } from './draft-territories.ts';
import type { DrawingAidsSlice } from './drawing-aids.ts';
import type { DrawnSoFar, EditPreviewer, PreviewedTerritory } from './edit-preview.ts';
import type { Tool } from './editing.ts';
import { withoutTangles } from './without-tangles.ts';

/** What comes of a cut or a measurement is told when it is done. */
const WITHOUT: readonly Tool[] = ['reshape', 'cut', 'measure'];

/** While something is drawn: the territories, gaps, overlaps and totals that would come of it. */
export function previewCommands(
  { get, set }: SliceContext,
  { workshop, planData, change, show, dropPreview }: DraftDesk,
  previewer: EditPreviewer | null,
): Pick<DrawingAidsSlice, 'beneath' | 'previewStroke' | 'previewCircle' | 'dropPreview'> {
  const preview = (drawn: DrawnSoFar) => {
    const { area, editing, aids } = get();
    const data = planData();
    const desk = workshop();
    if (!previewer || area.status !== 'ready' || !data || !desk || desk.drag) return;
    if (!editing || editing.association === null || WITHOUT.includes(editing.tool)) return;
    if (!desk.preview) {
      desk.preview = { before: data, plan: editedPlan(area.value, data) };
      set({ beneath: data.territories });
      change({ before: data.coverage.villages });
    }
    const { tool, association, brushKm, locked, lockedStretches } = editing;
    const begun = desk.preview;
    const question = {
      plan: begun.plan,
      locks: { locked, lockedStretches },
      stroke: { tool, association, brushKm, shapes: aids.shapes, villagesBy: aids.villagesBy },
      drawn,
    };
    previewer.ask(question, (territories) => {
      // The hand may have let go meanwhile, or drawn something else.
      if (workshop()?.preview === begun) withoutTangles(() => showAll(begun.before, territories), undefined);
    });
  };

  /** Shows the plan with these territories; all others as they were before. */
  const showAll = (before: PlanData, territories: readonly PreviewedTerritory[]) => {
    const shown = new Map(planData()?.territories.features.map(({ id, geometry }) => [id, geometry]));
    const anew = new Map(territories.map(({ association, geometry }) => [association, geometry]));
    const changes = before.territories.features.flatMap(({ id, geometry }) => {
      const next = anew.get(id);
      if (next !== undefined) return [[id, next] as const];
      return shown.get(id) === geometry ? [] : [[id, geometry] as const];
    });
    show(before, new Map(changes));
  };

  return {
    beneath: null,
    previewStroke: preview,
    previewCircle: (centre, radiusKm) => preview(circleAround(centre, radiusKm)),
    dropPreview,
  };
}
