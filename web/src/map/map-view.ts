import type { AppState, AppStore } from '../state/app-state.ts';
import { createBaseMap, createScenePainter } from './base-map.ts';
import { createMovingVillages } from './drawing/moving-villages.ts';
import { flyTo } from './flights.ts';
import { listenToGestures } from './gestures.ts';
import { sceneOf } from './scene.ts';

export interface MapHandle {
  /** What a screen reader says of the map. */
  setLabel(label: string): void;
  focus(): void;
  remove(): void;
}

function isAboutChosen({ flight, selection }: AppState): boolean {
  const kind = flight?.target.kind;
  return selection.kind !== 'none' && (kind === 'bounds' || kind === 'point');
}

/** Draws the store's state into `container`, from now on. Rejects where the browser cannot draw maps. */
export async function mountMap(container: HTMLElement, store: AppStore): Promise<MapHandle> {
  const map = await createBaseMap(container, () => sceneOf(store.getState()));
  listenToGestures(map, store);
  const paint = createScenePainter(map);
  const showMoving = createMovingVillages(map);
  let flown = 0;
  let hiddenPx = 0;
  /** Nobody moved the map by hand since the last flight. */
  let isWhereItFlew = false;
  map.on('movestart', ({ originalEvent }) => {
    if (originalEvent) isWhereItFlew = false;
  });
  const follow = () => {
    const state = store.getState();
    const scene = sceneOf(state);
    paint(scene);
    showMoving(scene);
    const hidesMore = state.obscured.bottom > hiddenPx;
    hiddenPx = state.obscured.bottom;
    if (!state.flight) return;
    const isNew = state.flight.sequence !== flown;
    // A sheet that opens for what was flown to would hide it.
    if (!isNew && !(hidesMore && isWhereItFlew && isAboutChosen(state))) return;
    isWhereItFlew = true;
    flyTo(map, state.flight.target, { obscured: state.obscured, atOnce: flown === 0 });
    flown = state.flight.sequence;
  };
  let unfollow = () => {};
  // Before its style is there the map has no sources to draw into.
  map.once('style.load', () => {
    follow();
    unfollow = store.subscribe(follow);
  });
  return {
    setLabel: (label) => map.getCanvas().setAttribute('aria-label', label),
    focus: () => map.getCanvas().focus(),
    remove: () => {
      unfollow();
      map.remove();
    },
  };
}
