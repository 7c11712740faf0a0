import { circleAround } from '@nitaq/core';
import type { SliceContext } from '../app-state.ts';
import type { DraftDesk } from './draft-desk.ts';
import { editedPlan } from './draft-territories.ts';
import type { DrawingAidsSlice } from './drawing-aids.ts';
import type { DrawnSoFar, EditPreviewer, StrokeResult } from './edit-preview.ts';
import type { EditorSlice } from './editing.ts';
import { measured } from './measured.ts';
import { sharingOf } from './plan-assessor.ts';
import { questionOfStroke } from './stroke-question.ts';

/** What is drawn by one stroke of a tool becomes an edit when the hand lets go; a cut asks first who shall have the part. */
export function strokeCommands(
  { get }: SliceContext,
  desk: DraftDesk,
  previewer: EditPreviewer | null,
): Pick<EditorSlice, 'endStroke' | 'releaseStroke' | 'finishStroke' | 'giveCut'> &
  Pick<DrawingAidsSlice, 'drawCircle'> {
  const { workshop, planData, change, attempt, dropPreview, finishing } = desk;

  const questionNow = (drawn: DrawnSoFar) => {
    const state = get();
    const data = workshop()?.preview?.before ?? planData();
    if (state.area.status !== 'ready' || !data) return null;
    const on = { plan: editedPlan(state.area.value, data), sharing: sharingOf(state.area.value, data) };
    return questionOfStroke(state, on, drawn);
  };

  /** Makes the edit of what was drawn, or says what it is instead. */
  const take = (result: StrokeResult) => {
    switch (result.kind) {
      case 'edit':
        return desk.conclude(result.outcome);
      case 'cut':
        dropPreview();
        return change({ cut: result.cut, notice: null });
      case 'refused':
        dropPreview();
        return change({ notice: result });
    }
  };

  /** Does at once what the tool in hand means by something drawn. */
  const does = (drawn: DrawnSoFar) => {
    dropPreview();
    const question = questionNow(drawn);
    const core = workshop()?.core;
    if (question && core) take(core.resultOf(question));
  };

  const endStroke: EditorSlice['endStroke'] = (positions) => {
    if (get().editing?.tool === 'measure') change({ notice: measured(positions) });
    else does(positions);
  };

  return {
    endStroke,
    releaseStroke: (positions) => {
      finishing.doNow();
      const question = get().editing?.tool === 'measure' ? null : questionNow(positions);
      if (!previewer || !question) return endStroke(positions);
      // What was seen last stays on the screen, and the hand is free, until it is worked out.
      const atOnce = () => does(positions);
      finishing.await(atOnce);
      previewer.conclude(question, (result) => {
        if (!finishing.isAwaited(atOnce)) return;
        if (!result) return finishing.doNow();
        finishing.take();
        take(result);
      });
    },
    finishStroke: finishing.doNow,
    drawCircle: (centre, radiusKm) => does(circleAround(centre, radiusKm)),
    giveCut: (to) => {
      const { editing } = get();
      const data = planData();
      change({ cut: null });
      if (!editing?.cut || editing.association === null || to === null || !data) return;
      const { along, at } = editing.cut;
      attempt(data, { kind: 'split-territory', association: editing.association, along, give: [{ at, to }] });
    },
  };
}
