import { useEffect } from 'react';
import type { AppState, AppStore } from '../../state/app-state.ts';
import { SHAPE_TOOLS, type Tool } from '../../state/editor/editing.ts';
import { useApp, useAppStore } from '../use-app.ts';

/** The key of each tool, the same in every keyboard layout: by its place, not by its letter. */
export const TOOL_KEYS: Readonly<Record<Tool, string>> = {
  villages: 'V',
  reshape: 'R',
  draw: 'D',
  polygon: 'P',
  circle: 'C',
  rectangle: 'X',
  extend: 'B',
  erase: 'E',
  cut: 'K',
  merge: 'J',
  measure: 'M',
};

/** With Shift, an arrow key moves a vertex so many times as far. */
export const NUDGES_WITH_SHIFT = 10;

const TYPED_INTO = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';

const DIRECTIONS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The keyboard while a draft is drawn. Keys that are typed into a field are left alone. */
export function useDrawingKeys(): void {
  const store = useAppStore();
  const isDrawing = useApp((state) => state.editing !== null);
  useEffect(() => {
    if (!isDrawing) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if (act(store, event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    // Before the map, which would move itself by the arrow keys.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [isDrawing, store]);
}

function act(store: AppStore, event: KeyboardEvent): boolean {
  const state = store.getState();
  const { editing } = state;
  if (!editing) return false;
  if (event.ctrlKey || event.metaKey) return actOnHistory(store, event);
  if (event.altKey) return false;
  const isOnMap =
    event.target instanceof HTMLCanvasElement ||
    event.target === document.body ||
    isInVertexBar(event.target);
  if (isOnMap && actOnSketch(state, event)) return true;
  if (event.code === 'Escape') {
    if (editing.dragged) state.cancelDrag();
    else if (editing.cut) state.giveCut(null);
    else if (editing.stretch) state.cancelStretch();
    else if (editing.merging) state.giveMerging(null);
    else if (editing.vertex) state.chooseVertex(null);
    else if (editing.notice?.kind === 'measured') state.dismissNotice();
    else return false;
    return true;
  }
  const tool = (Object.keys(TOOL_KEYS) as Tool[]).find((one) => event.code === `Key${TOOL_KEYS[one]}`);
  if (tool) {
    state.chooseTool(tool);
    return true;
  }
  if (event.code === 'KeyS') {
    state.chooseAids({ snaps: !state.aids.snaps });
    return true;
  }
  if (event.code === 'KeyT') {
    if (!state.sketch && editing.tool !== 'polygon') state.chooseTool('polygon');
    state.chooseAids({ traces: !state.aids.traces });
    return true;
  }
  if (event.code === 'KeyH' && SHAPE_TOOLS.includes(editing.tool)) {
    state.chooseAids({ shapes: state.aids.shapes === 'add' ? 'remove' : 'add' });
    return true;
  }
  if (event.code === 'KeyL' && editing.tool === 'villages') {
    state.chooseAids({ villagesBy: state.aids.villagesBy === 'lasso' ? 'brush' : 'lasso' });
    return true;
  }
  if (event.code === 'KeyN') {
    state.goToProblem(event.shiftKey ? -1 : 1);
    return true;
  }
  if (!isOnMap || editing.tool !== 'reshape') return false;
  if (event.code === 'BracketRight' || event.code === 'BracketLeft') {
    const by = event.code === 'BracketRight' ? 1 : -1;
    if (event.shiftKey) state.stepBorder(by);
    else state.stepVertex(by);
    return true;
  }
  if (event.target instanceof HTMLCanvasElement && editing.association !== null) {
    if (event.code === 'Enter' && !editing.vertex) return state.stepVertex(1);
    // From point to point, and at either end out of the map, so that nobody is caught in it.
    if (event.code === 'Tab' && editing.vertex) return state.stepVertex(event.shiftKey ? -1 : 1, 'stop');
  }
  if (!editing.vertex) return false;
  if (event.code === 'Delete' || event.code === 'Backspace') {
    state.deleteVertex();
    return true;
  }
  const direction = DIRECTIONS[event.code];
  if (!direction) return false;
  const times = event.shiftKey ? NUDGES_WITH_SHIFT : 1;
  state.nudgeVertex([direction[0] * times, direction[1] * times]);
  return true;
}

function isInVertexBar(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.vertex-bar') !== null;
}

/** The keys of what is drawn point by point. */
function actOnSketch(state: AppState, { code }: KeyboardEvent): boolean {
  if (!state.sketch) return false;
  if (code === 'Enter' || code === 'NumpadEnter') state.finishSketch();
  else if (code === 'Backspace' || code === 'Delete') state.takeBackPoint();
  else if (code === 'KeyO') state.turnTrace();
  else if (code === 'Escape') state.cancelSketch();
  else return false;
  return true;
}

function actOnHistory(store: AppStore, event: KeyboardEvent): boolean {
  const { undo, redo } = store.getState();
  if (event.code === 'KeyZ') (event.shiftKey ? redo : undo)();
  else if (event.code === 'KeyY') redo();
  else return false;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPED_INTO) !== null;
}
