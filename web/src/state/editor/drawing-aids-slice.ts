import { type Position, snapPosition } from '@nitaq/core';
import type { SliceContext } from '../app-state.ts';
import type { Preferences } from '../preferences.ts';
import type { DrawingAidsSlice } from './drawing-aids.ts';
import {
  canClose,
  isOutline,
  type Leg,
  lastPoint,
  SKETCH_TOOLS,
  type Sketch,
  sketchedLine,
} from './sketch.ts';
import { legBetween } from './sketch-leg.ts';
import { isSameSnap } from './snapping.ts';

/** What helps the hand: borders that it sticks to, and shapes that are drawn point by point. */
export function drawingAidsSlice(
  { get, set }: SliceContext,
  { snaps, snapReachPx }: Pick<Preferences, 'snaps' | 'snapReachPx'>,
): Omit<DrawingAidsSlice, 'drawCircle' | 'strokeGround' | 'previewStroke' | 'previewCircle' | 'dropPreview'> {
  const change = (part: Partial<Sketch>) => {
    const { sketch } = get();
    if (!sketch) return;
    const changed = { ...sketch, ...part };
    set({ sketch: changed });
    const line = sketchedLine(changed, 'pointer');
    if (isOutline(changed) && line.length > 2) get().previewStroke(line);
    else get().dropPreview();
  };

  const end = () => {
    get().dropPreview();
    set({ sketch: null, snap: null });
  };

  /** A leg again, around the border the other way; null where it follows none. */
  const turned = (leg: Leg | null, from: Position): Leg | null => {
    if (!leg?.along) return null;
    const isShorter = String(legBetween(get(), from, leg.to, 'shorter').along) === String(leg.along);
    return legBetween(get(), from, leg.to, isShorter ? 'longer' : 'shorter');
  };

  return {
    aids: { snaps, reachPx: snapReachPx, traces: false, shapes: 'add', villagesBy: 'lasso' },
    snap: null,
    sketch: null,
    chooseAids: (part) => {
      const { aids: before, preferences } = get();
      const aids = { ...before, ...part };
      set({ aids, ...(aids.snaps ? {} : { snap: null }) });
      if (aids.snaps !== before.snaps || aids.reachPx !== before.reachPx)
        set({ preferences: { ...preferences, snaps: aids.snaps, snapReachPx: aids.reachPx } });
    },
    showSnap: (snap) => {
      if (!isSameSnap(get().snap, snap)) set({ snap });
    },
    addPoint: (position) => {
      const { editing, sketch, finishSketch } = get();
      if (!editing || !SKETCH_TOOLS.includes(editing.tool)) return;
      const at = snapPosition(position);
      if (!sketch) {
        get().dismissNotice();
        set({ sketch: { tool: editing.tool, start: at, legs: [], ahead: null, way: 'shorter' } });
        return;
      }
      const from = lastPoint(sketch);
      if (isSame(at, from)) return;
      const isClosed = canClose(sketch) && isSame(at, sketch.start);
      const leg = legBetween(get(), from, at, sketch.way);
      change({ legs: [...sketch.legs, leg], ahead: null, way: 'shorter' });
      if (isClosed) finishSketch();
    },
    aimAt: (position) => {
      const { sketch, snap } = get();
      if (!sketch || (position === null && sketch.ahead === null)) return;
      const at = position && snapPosition(position);
      // Away from borders there is none to follow.
      const borderAt = snap ? snapPosition(snap.at) : sketch.start;
      const isOnBorder = at !== null && isSame(borderAt, at);
      const straight = at && { to: at, along: null };
      change({ ahead: isOnBorder ? legBetween(get(), lastPoint(sketch), at, sketch.way) : straight });
    },
    takeBackPoint: () => {
      const { sketch } = get();
      if (!sketch) return;
      if (sketch.legs.length === 0) end();
      else change({ legs: sketch.legs.slice(0, -1), ahead: null });
    },
    turnTrace: () => {
      const { sketch } = get();
      if (!sketch) return;
      const ahead = turned(sketch.ahead, lastPoint(sketch));
      if (ahead) return change({ ahead, way: sketch.way === 'shorter' ? 'longer' : 'shorter' });
      const legs = sketch.legs.slice(0, -1);
      const last = turned(sketch.legs.at(-1) ?? null, lastPoint({ ...sketch, legs }));
      if (last) change({ legs: [...legs, last] });
    },
    finishSketch: () => {
      const { sketch, endStroke, dismissNotice } = get();
      if (!sketch) return;
      dismissNotice();
      get().dropPreview();
      const line = sketchedLine(sketch, 'click');
      endStroke(isOutline(sketch) && isSame(lastPoint(sketch), sketch.start) ? line.slice(0, -1) : line);
      // What cannot be drawn so stays, to be mended point by point.
      if (get().editing?.notice?.kind === 'refused') change({ ahead: null });
      else end();
    },
    cancelSketch: () => {
      if (get().sketch) end();
    },
  };
}

function isSame(one: Position, other: Position): boolean {
  return one[0] === other[0] && one[1] === other[1];
}
