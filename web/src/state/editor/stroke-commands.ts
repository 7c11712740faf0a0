import type { SliceContext } from '../app-state.ts';
import type { DraftDesk } from './draft-desk.ts';
import { editedPlan } from './draft-territories.ts';
import type { EditorSlice } from './editing.ts';
import { measured } from './measured.ts';
import type { StrokeMeaning } from './stroke.ts';
import { withoutTangles } from './without-tangles.ts';

/** What is drawn by one stroke of a tool becomes an edit when the hand lets go; a cut asks first who shall have the part. */
export function strokeCommands(
  { get }: SliceContext,
  { workshop, planData, change, attempt }: DraftDesk,
): Pick<EditorSlice, 'endStroke' | 'giveCut'> {
  return {
    endStroke: (positions) => {
      const { area, editing } = get();
      const data = planData();
      const core = workshop()?.core;
      if (editing?.tool === 'measure') return change({ notice: measured(positions) });
      if (area.status !== 'ready' || !data || !core || !editing || editing.association === null) return;
      const { tool, association, brushKm } = editing;
      const meaning = withoutTangles(
        (): StrokeMeaning =>
          core.meaningOf({ tool, association, brushKm, positions }, editedPlan(area.value, data)),
        {
          kind: 'refused',
          reason: 'too-tangled',
        },
      );
      switch (meaning.kind) {
        case 'edit':
          attempt(data, meaning.request);
          return;
        case 'cut':
          return change({ cut: meaning.cut, notice: null });
        case 'refused':
          return change({ notice: meaning });
      }
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
