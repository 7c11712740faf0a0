import type { Position } from '@nitaq/core';
import type { SliceContext } from '../app-state.ts';
import { stretchBetween, stretchToCorner, whoseStretch } from '../border-stretch.ts';
import type { DraftDesk } from './draft-desk.ts';
import { drawnTerritories } from './draft-territories.ts';
import type { EditorSlice } from './editing.ts';

type LockCommands = Pick<
  EditorSlice,
  | 'setLocked'
  | 'startStretch'
  | 'extendStretch'
  | 'extendStretchToCorner'
  | 'cancelStretch'
  | 'lockStretch'
  | 'unlockStretch'
>;

/** What is locked is changed by no tool; a stretch of border is chosen from vertex to vertex before. */
export function lockCommands({ get }: SliceContext, { planData, change, setLocks }: DraftDesk): LockCommands {
  const territories = () => drawnTerritories(planData()?.territories ?? { features: [] });
  const stretchOf = (line: readonly Position[]) => ({
    line,
    associations: whoseStretch(territories(), line, get().editing?.association ?? null),
  });
  return {
    setLocked: (association, isLocked) => {
      const others = get().editing?.locked.filter((one) => one !== association) ?? [];
      setLocks({ locked: isLocked ? [...others, association] : others });
    },
    startStretch: () => {
      const { vertex = null, association = null } = get().editing ?? {};
      if (vertex === null || association === null) return;
      get().cancelReason();
      change({ stretch: stretchOf([vertex]), notice: null });
    },
    extendStretch: (to) => {
      const { stretch = null, association = null } = get().editing ?? {};
      const [from] = stretch?.line ?? [];
      if (!from || association === null) return false;
      const own = territories().filter((one) => one.association === association);
      const line = stretchBetween(own, from, to);
      if (line) change({ stretch: stretchOf(line) });
      return true;
    },
    extendStretchToCorner: (by) => {
      const { area, editing } = get();
      if (area.status !== 'ready' || !editing?.stretch || editing.association === null) return;
      const { boundary } = area.value.area;
      const border = { territories: territories(), boundary, association: editing.association };
      change({ stretch: stretchOf(stretchToCorner(border, editing.stretch.line, by)) });
    },
    cancelStretch: () => change({ stretch: null }),
    lockStretch: () => {
      const { stretch = null, lockedStretches = [] } = get().editing ?? {};
      if (!stretch || stretch.line.length < 2) return;
      change({ stretch: null, vertex: null, notice: { kind: 'stretch-locked' } });
      setLocks({ lockedStretches: [...lockedStretches, stretch] });
    },
    unlockStretch: (stretch) => {
      const { lockedStretches = [] } = get().editing ?? {};
      setLocks({ lockedStretches: lockedStretches.filter((one) => one !== stretch) });
    },
  };
}
