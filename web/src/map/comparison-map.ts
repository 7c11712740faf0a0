import type { AppStore } from '../state/app-state.ts';
import { createBaseMap, createScenePainter } from './base-map.ts';
import type { MapHandle } from './map-view.ts';
import { comparisonSceneOf } from './scene.ts';

/** Draws the plan that the one shown is compared with: it moves with the map of that one, and that one with it. */
export async function mountComparisonMap(container: HTMLElement, store: AppStore): Promise<MapHandle> {
  const map = await createBaseMap(container, () => comparisonSceneOf(store.getState()));
  const paint = createScenePainter(map);
  // Either map follows the other, and must not lead it back.
  let isFollowing = true;
  let isLeading = false;
  const follow = () => {
    const state = store.getState();
    paint(comparisonSceneOf(state));
    if (!state.view || isLeading) return;
    const { centre, zoom } = state.view;
    const { lng, lat } = map.getCenter();
    isFollowing = true;
    if (lng !== centre[0] || lat !== centre[1] || map.getZoom() !== zoom)
      map.jumpTo({ center: centre, zoom });
    isFollowing = false;
  };
  map.on('move', () => {
    if (isFollowing) return;
    const { lng, lat } = map.getCenter();
    isLeading = true;
    store.getState().fly({ kind: 'view', view: { centre: [lng, lat], zoom: map.getZoom() } });
    isLeading = false;
  });
  let unfollow = () => {};
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
