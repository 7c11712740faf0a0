import { circleAround, type EditedPlan } from '@nitaq/core';
import type { SliceContext } from '../app-state.ts';
import type { DraftDesk, DrawingCore } from './draft-desk.ts';
import { editedPlan } from './draft-territories.ts';
import type { DrawingAidsSlice } from './drawing-aids.ts';
import type { EditorSlice } from './editing.ts';
import { measured } from './measured.ts';
import type { ShapeStroke, StrokeMeaning } from './stroke.ts';
import { withoutTangles } from './without-tangles.ts';

interface Drawn {
  readonly stroke: ShapeStroke;
  readonly plan: EditedPlan;
}

/** What is drawn by one stroke of a tool becomes an edit when the hand lets go; a cut asks first who shall have the part. */
export function strokeCommands(
  { get }: SliceContext,
  { workshop, planData, change, attempt, dropPreview }: DraftDesk,
): Pick<EditorSlice, 'endStroke' | 'giveCut'> & Pick<DrawingAidsSlice, 'drawCircle'> {
  /** Does what the tool in hand means by something drawn. */
  const does = (meaningIn: (core: DrawingCore, drawn: Drawn) => StrokeMeaning) => {
    const { area, editing, aids } = get();
    const data = planData();
    const core = workshop()?.core;
    if (area.status !== 'ready' || !data || !core || !editing || editing.association === null) return;
    const { tool, association, brushKm } = editing;
    const drawn = {
      stroke: { tool, association, brushKm, shapes: aids.shapes, villagesBy: aids.villagesBy },
      plan: editedPlan(area.value, data),
    };
    const meaning = withoutTangles(() => meaningIn(core, drawn), { kind: 'refused', reason: 'too-tangled' });
    switch (meaning.kind) {
      case 'edit':
        attempt(data, meaning.request);
        return;
      case 'cut':
        return change({ cut: meaning.cut, notice: null });
      case 'refused':
        return change({ notice: meaning });
    }
  };

  return {
    endStroke: (positions) => {
      dropPreview();
      if (get().editing?.tool === 'measure') change({ notice: measured(positions) });
      else does(({ meaningOf }, { stroke, plan }) => meaningOf({ ...stroke, positions }, plan));
    },
    drawCircle: (centre, radiusKm) => {
      dropPreview();
      const shape = circleAround(centre, radiusKm);
      does(({ meaningOfShape }, { stroke, plan }) => meaningOfShape(shape, stroke, plan));
    },
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
