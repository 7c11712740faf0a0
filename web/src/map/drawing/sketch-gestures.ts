import type { Position } from '@nitaq/core';
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { AppState, AppStore } from '../../state/app-state.ts';
import { canClose, SKETCH_TOOLS } from '../../state/editor/sketch.ts';
import { REACH_PX } from './handles.ts';
import { type PixelPoint, project } from './on-screen.ts';
import { snapAt } from './snap-at.ts';

/** What others on the map need to know of drawing by points. */
export interface Sketching {
  /** Puts a point where the click was; false where the tool in hand draws none. */
  click(event: MapMouseEvent): boolean;
}

/** Clicks become points of a sketch while a tool that draws by points is in hand; the way to the pointer is shown. */
export function listenToSketching(map: MapLibre, store: AppStore): Sketching {
  const canvas = map.getCanvas();
  let isAiming = false;
  let latest: PixelPoint | null = null;

  /** The place of the screen, or what the hand sticks to there: the first point to close an outline, or a border. */
  const placeAt = (point: PixelPoint): Position => {
    const { sketch, showSnap } = store.getState();
    if (sketch && canClose(sketch)) {
      const first = project(map, sketch.start);
      const reachPx = REACH_PX[matchMedia('(pointer: coarse)').matches ? 'touch' : 'mouse'];
      if (Math.hypot(first.x - point.x, first.y - point.y) <= reachPx) {
        showSnap(null);
        return sketch.start;
      }
    }
    const snap = snapAt(map, store, point);
    showSnap(snap);
    if (snap) return snap.at;
    const { lng, lat } = map.unproject([point.x, point.y]).wrap();
    return [lng, lat];
  };

  const aim = () => {
    isAiming = false;
    if (!latest || !isSketchTool(store.getState())) return;
    const at = placeAt(latest);
    store.getState().aimAt(at);
  };

  map.on('mousemove', (event) => {
    if (!isSketchTool(store.getState())) return;
    canvas.style.cursor = 'crosshair';
    latest = event.point;
    if (!isAiming) requestAnimationFrame(aim);
    isAiming = true;
  });
  map.on('mouseout', () => {
    latest = null;
    store.getState().aimAt(null);
    if (isSketchTool(store.getState())) store.getState().showSnap(null);
  });
  map.on('dblclick', (event) => {
    if (!isSketchTool(store.getState())) return;
    event.preventDefault();
    store.getState().finishSketch();
  });
  canvas.addEventListener('keydown', (event) => {
    if (event.key !== ' ' || !isSketchTool(store.getState())) return;
    event.preventDefault();
    const { clientWidth, clientHeight } = canvas;
    store.getState().addPoint(placeAt({ x: clientWidth / 2, y: clientHeight / 2 }));
  });

  return {
    click: (event) => {
      if (!isSketchTool(store.getState())) return false;
      // The second click of two only ends the sketch.
      if (event.originalEvent.detail < 2) store.getState().addPoint(placeAt(event.point));
      return true;
    },
  };
}

function isSketchTool({ editing }: AppState): boolean {
  if (!editing || !SKETCH_TOOLS.includes(editing.tool)) return false;
  return editing.tool === 'measure' || editing.association !== null;
}
