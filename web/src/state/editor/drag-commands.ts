import { snapPosition } from '@nitaq/core';
import type { SliceContext } from '../app-state.ts';
import type { DraftDesk } from './draft-desk.ts';
import { editedPlan, withVertexAt, withVertexIn } from './draft-territories.ts';
import type { EditorSlice } from './editing.ts';
import { isOnLockedStretch } from './locks.ts';
import { withoutTangles } from './without-tangles.ts';

type DragCommands = Pick<EditorSlice, 'startDrag' | 'dragTo' | 'endDrag' | 'cancelDrag'>;

/** A border goes along with the hand, with all that comes of it; the edit itself is made when the hand lets go. */
export function dragCommands(
  { get }: SliceContext,
  { workshop, planData, change, show, attempt, letGo, dropPreview }: DraftDesk,
): DragCommands {
  return {
    startDrag: (handle, isAlone = false) => {
      dropPreview();
      const { area } = get();
      const data = planData();
      const desk = workshop();
      if (area.status !== 'ready' || !data || !desk || desk.drag) return;
      const only = isAlone ? (get().editing?.association ?? null) : null;
      const from = snapPosition(handle.at);
      const going = editedPlan(area.value, data).territories.filter(
        ({ association }) => only === null || association === only,
      );
      const territories = handle.kind === 'vertex' ? going : withVertexIn(going, handle.between, from);
      const moved = withVertexAt(territories, from, from);
      if (get().editing?.locked.some((one) => moved.has(one))) {
        change({ notice: { kind: 'refused', reason: 'locked' } });
        return;
      }
      const { editing } = get();
      if (editing && isOnLockedStretch(editing, from)) {
        change({ notice: { kind: 'refused', reason: 'locked-stretch' } });
        return;
      }
      desk.drag = { handle, from, territories, only, before: data, to: from };
      change({
        dragged: from,
        going: [...moved.keys()],
        before: data.coverage.villages,
        vertex: null,
        notice: null,
      });
    },
    dragTo: (position) => {
      const drag = workshop()?.drag;
      const data = planData();
      if (!drag || !data) return;
      const to = snapPosition(position);
      const drawings = withVertexAt(drag.territories, drag.from, to);
      withoutTangles(() => {
        show(data, drawings);
        drag.to = to;
      }, undefined);
    },
    endDrag: () => {
      const drag = letGo();
      if (!drag) return;
      const { handle, from, to, before } = drag;
      const only = drag.only === null ? {} : { only: drag.only };
      if (to[0] === from[0] && to[1] === from[1]) {
        if (handle.kind === 'vertex') change({ vertex: handle.at });
        return;
      }
      const isMade =
        handle.kind === 'vertex'
          ? attempt(before, { kind: 'move-vertex', from, to, ...only })
          : attempt(before, { kind: 'bend-edge', between: handle.between, at: from, to, ...only });
      if (isMade) change({ vertex: to });
    },
    cancelDrag: () => {
      letGo();
    },
  };
}
