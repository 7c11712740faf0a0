import { useEffect } from 'react';
import type { AppStore } from '../state/app-state.ts';
import type { Tool } from '../state/editor/editing.ts';
import { nudged } from '../state/editor/nudge.ts';
import { useApp, useAppStore } from './use-app.ts';

/** The key of each tool, the same in every keyboard layout: by its place, not by its letter. */
export const TOOL_KEYS: Readonly<Record<Tool, string>> = {
  villages: 'V',
  reshape: 'R',
  draw: 'D',
  circle: 'C',
  rectangle: 'X',
  extend: 'B',
  erase: 'E',
  cut: 'K',
  merge: 'J',
  measure: 'M',
};

/** How far an arrow key moves a vertex, m; with Shift, the second. */
export const NUDGE_M = [100, 1000] as const;

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
  const isOnMap = event.target instanceof HTMLCanvasElement || event.target === document.body;
  if (event.code === 'Escape') {
    if (editing.dragged) state.cancelDrag();
    else if (editing.cut) state.giveCut(null);
    else if (editing.merging) state.giveMerging(null);
    else if (editing.vertex) state.chooseVertex(null);
    else return false;
    return true;
  }
  const tool = (Object.keys(TOOL_KEYS) as Tool[]).find((one) => event.code === `Key${TOOL_KEYS[one]}`);
  if (tool) {
    state.chooseTool(tool);
    return true;
  }
  if (event.code === 'KeyN') {
    state.goToProblem(event.shiftKey ? -1 : 1);
    return true;
  }
  if (!isOnMap || editing.tool !== 'reshape') return false;
  if (event.code === 'BracketRight' || event.code === 'BracketLeft') {
    state.stepVertex(event.code === 'BracketRight' ? 1 : -1);
    return true;
  }
  if (!editing.vertex) return false;
  if (event.code === 'Delete' || event.code === 'Backspace') {
    if (state.edit({ kind: 'delete-vertex', at: editing.vertex })) state.chooseVertex(null);
    return true;
  }
  const direction = DIRECTIONS[event.code];
  if (!direction) return false;
  const to = nudged(editing.vertex, direction, NUDGE_M[event.shiftKey ? 1 : 0]);
  if (state.edit({ kind: 'move-vertex', from: editing.vertex, to })) state.chooseVertex(to);
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
