import { circleAround } from '@nitaq/core';
import type { PlanData, SliceContext } from '../app-state.ts';
import type { DraftDesk } from './draft-desk.ts';
import { editedPlan } from './draft-territories.ts';
import type { DrawingAidsSlice } from './drawing-aids.ts';
import { type DrawnSoFar, drawingsOf, type EditPreviewer, type NextFrame } from './edit-preview.ts';
import type { Tool } from './editing.ts';
import { sharingOf } from './plan-assessor.ts';
import type { StrokeGround } from './stroke-ground.ts';
import { questionOfStroke } from './stroke-question.ts';

/** What comes of a cut or a measurement is told when it is done. */
const WITHOUT: readonly Tool[] = ['reshape', 'cut', 'measure'];

/**
 * A hand that goes on has the map drawn anyway: once for its next step and for what came of the one before. A hand
 * that rests for so many frames sees that by itself.
 */
const MOST_FRAMES = 4;

/** While something is drawn: the territories, gaps, overlaps and totals that would come of it. */
export function previewCommands(
  { get, set }: SliceContext,
  { workshop, planData, change, drawnAnew, showAhead, dropPreview, finishing }: DraftDesk,
  { previewer, nextFrame }: { readonly previewer: EditPreviewer | null; readonly nextFrame: NextFrame },
): Pick<DrawingAidsSlice, 'strokeGround' | 'previewStroke' | 'previewCircle' | 'dropPreview'> {
  const afterFrames = (frames: number, work: () => void): void =>
    frames === 0 ? work() : nextFrame(() => afterFrames(frames - 1, work));
  /** What came of a stroke, ready to be shown. */
  let heard: { readonly begun: unknown; readonly ahead: PlanData; readonly ground: StrokeGround } | null =
    null;
  // The hand may have let go meanwhile, or drawn something else.
  const isOver = (begun: unknown) => workshop()?.preview !== begun || finishing.isAwaited();
  const showHeard = () => {
    if (heard && !isOver(heard.begun)) showAhead(heard);
    heard = null;
  };

  const preview = (drawn: DrawnSoFar) => {
    const state = get();
    const { area, editing } = state;
    const data = planData();
    const desk = workshop();
    if (!previewer || area.status !== 'ready' || !data || !desk || desk.drag || finishing.isAwaited()) return;
    if (!editing || editing.association === null || WITHOUT.includes(editing.tool)) return;
    if (!desk.preview) {
      desk.preview = {
        before: data,
        plan: editedPlan(area.value, data),
        sharing: sharingOf(area.value, data),
      };
      set({ beneath: data });
      change({ before: data.coverage.villages });
    }
    const begun = desk.preview;
    const question = questionOfStroke(state, { plan: begun.plan, sharing: begun.sharing }, drawn);
    if (!question) return;
    showHeard();
    previewer.ask(question, (result, preview) => {
      if (isOver(begun) || !preview) return;
      const { assessment, ground } = preview;
      const now = { begun, ahead: drawnAnew(begun.before, drawingsOf(result), assessment), ground };
      heard = now;
      afterFrames(MOST_FRAMES, () => {
        if (heard === now) showHeard();
      });
    });
  };

  return {
    strokeGround: null,
    previewStroke: preview,
    previewCircle: (centre, radiusKm) => preview(circleAround(centre, radiusKm)),
    dropPreview,
  };
}
