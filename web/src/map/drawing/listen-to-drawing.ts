import type { Position } from '@nitaq/core';
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { AppStore } from '../../state/app-state.ts';
import { handlesNow } from '../../state/editor/border-handles.ts';
import type { Handle, Tool } from '../../state/editor/editing.ts';
import { SKETCH_TOOLS } from '../../state/editor/sketch.ts';
import { collection } from '../layers/layer-group.ts';
import { createBrushRing } from './brush-ring.ts';
import { handleAt, type Pointer, REACH_PX } from './handles.ts';
import { createLoupe } from './loupe.ts';
import { type PixelPoint, project } from './on-screen.ts';
import { snapAt } from './snap-at.ts';
import { createStrokeLine } from './stroke-line.ts';

type PressEvent = MapMouseEvent | MapTouchEvent;

/** A finger that is put down trembles: up to here it has not moved. */
const TREMBLE_PX = { mouse: 0, touch: 6 } as const;

/** How a vertex was taken: what goes along keeps its distance from the hand, so that it does not jump there. */
interface Grip {
  readonly pointer: Pointer;
  readonly pressed: { readonly x: number; readonly y: number };
  readonly offset: { readonly x: number; readonly y: number };
  hasMoved: boolean;
}

/** What the pointer says of the tool in hand; by a border that can be taken it says more. */
const CURSORS: Readonly<Record<Tool, string>> = {
  villages: 'cell',
  reshape: '',
  draw: 'crosshair',
  polygon: 'crosshair',
  circle: 'crosshair',
  rectangle: 'crosshair',
  extend: 'crosshair',
  erase: 'crosshair',
  cut: 'crosshair',
  merge: 'pointer',
  measure: 'crosshair',
};
/** The tools whose strokes begin and end on borders. */
const STICKY: readonly Tool[] = ['draw', 'rectangle', 'circle', 'cut', 'measure'];
/** A hand that presses moves by so much without meaning it. */
const CLICK_PX = 4;

/** What others on the map need to know of drawing. */
export interface Drawing {
  /** Whether the last press drew something, and is no click. */
  hasJustEnded(): boolean;
}

/** Drags on the map become commands of the store while a draft is drawn: of a handle, or a stroke of the tool in hand. */
export function listenToDrawing(map: MapLibre, store: AppStore): Drawing {
  const hovered = createHover(map);
  const loupe = createLoupe(map);
  const ring = createBrushRing(map, store);
  const strokeLine = createStrokeLine(map, store);
  let grip: Grip | null = null;
  let frame = 0;
  let latest: PressEvent | null = null;
  /** Null while no stroke is drawn. */
  let stroke: Position[] | null = null;
  /** Where the stroke would end now. */
  let end: Position | null = null;
  /** Another one that is chosen meanwhile calls the stroke off. */
  let strokeTool: Tool | null = null;
  let pressedAt: PixelPoint = { x: 0, y: 0 };
  let hasMoved = false;
  let hasJustEnded = false;

  const handleUnder = (event: PressEvent, pointer: Pointer): Handle | null => {
    const { editing } = store.getState();
    const handles = editing?.tool === 'reshape' ? handlesNow(store.getState()) : null;
    return handles && handleAt(map, handles, event.point, REACH_PX[pointer]);
  };

  /** Where the hand is, or what it sticks to there. */
  const stuckAt = (point: PixelPoint): Position => {
    const { editing, showSnap } = store.getState();
    const sticks = editing?.dragged || (editing && STICKY.includes(editing.tool));
    const snap = sticks ? snapAt(map, store, point) : null;
    showSnap(snap);
    if (snap) return snap.at;
    const { lng, lat } = map.unproject([point.x, point.y]).wrap();
    return [lng, lat];
  };

  const callOff = () => {
    stroke = null;
    store.getState().showSnap(null);
    strokeLine.hide();
    loupe.hide();
    store.getState().cancelDrag();
  };

  const press = (pointer: Pointer) => (event: PressEvent) => {
    hasJustEnded = false;
    // A second finger moves the map.
    if ('points' in event && event.points.length > 1) return callOff();
    if ('button' in event.originalEvent && event.originalEvent.button !== 0) return;
    const { editing } = store.getState();
    if (!editing) return;
    // A territory to merge is chosen by a click; a drag moves the map.
    if (editing.tool === 'merge') return;
    if (editing.tool !== 'reshape') {
      if (editing.association === null && editing.tool !== 'measure') return;
      // Between the points of a sketch the map can be moved.
      if (editing.tool === 'polygon' || store.getState().sketch) return;
      event.preventDefault();
      pressedAt = event.point;
      hasMoved = false;
      end = null;
      stroke = [stuckAt(event.point)];
      strokeTool = editing.tool;
      return;
    }
    const handle = handleUnder(event, pointer);
    if (!handle) return;
    event.preventDefault();
    // A stretch that is being chosen goes up to where one presses.
    if (store.getState().extendStretch(handle.at)) return;
    // With this key, or by a finger once it is being written, the stretch of a reason goes on up to here.
    const isWritten = pointer === 'touch' && store.getState().reasonForm !== null;
    if ((event.originalEvent.shiftKey || isWritten) && store.getState().extendReason(handle.at)) return;
    // With this key, or the button that stands for it, the neighbours stay behind.
    store.getState().startDrag(handle, event.originalEvent.altKey || editing.isAlone);
    hovered.show(null);
    const { x, y } = map.project([handle.at[0], handle.at[1]]);
    const offset = { x: x - event.point.x, y: y - event.point.y };
    grip = { pointer, pressed: event.point, offset, hasMoved: false };
    if (pointer === 'touch' && store.getState().editing?.dragged) loupe.show({ x, y });
  };

  const follow = () => {
    frame = 0;
    const event = latest;
    latest = null;
    const { editing } = store.getState();
    if (!event || !editing) return;
    if (stroke && editing.tool !== strokeTool) callOff();
    else if (stroke) {
      hasMoved ||= Math.hypot(event.point.x - pressedAt.x, event.point.y - pressedAt.y) > CLICK_PX;
      stroke.push(positionOf(event));
      end = stuckAt(event.point);
      if (!hasMoved) return;
      const line = [...stroke.slice(0, -1), end];
      const { villagesBy } = store.getState().aids;
      strokeLine.show({ tool: editing.tool, villagesBy }, line, () => store.getState().previewStroke(line));
    } else if (editing.dragged && grip) {
      const { pressed, offset, pointer } = grip;
      grip.hasMoved ||=
        Math.hypot(event.point.x - pressed.x, event.point.y - pressed.y) > TREMBLE_PX[pointer];
      if (!grip.hasMoved) return;
      const at = stuckAt({ x: event.point.x + offset.x, y: event.point.y + offset.y });
      store.getState().dragTo(at);
      if (pointer === 'touch') loupe.show(project(map, at));
    }
  };

  const move = (event: PressEvent) => {
    const { editing } = store.getState();
    // A finger hides what is under it.
    if (event.type === 'mousemove') ring.show(event.point);
    if (stroke || editing?.dragged) {
      latest = event;
      frame ||= requestAnimationFrame(follow);
    } else if (event.type === 'mousemove' && editing) {
      const handle = handleUnder(event, 'mouse');
      hovered.show(handle && { kind: handle.kind, at: handle.at });
      const { style } = map.getCanvas();
      if (handle) style.cursor = handle.kind === 'vertex' ? 'grab' : 'copy';
      else if (editing.tool !== 'reshape' && editing.association !== null) {
        style.cursor ||= CURSORS[editing.tool];
        if (STICKY.includes(editing.tool) && !SKETCH_TOOLS.includes(editing.tool)) stuckAt(event.point);
      }
    }
  };

  const release = () => {
    cancelAnimationFrame(frame);
    follow();
    if (stroke && store.getState().editing?.tool !== strokeTool) callOff();
    if (stroke) {
      const drawn = end ? [...stroke.slice(0, -1), end] : stroke;
      stroke = null;
      end = null;
      store.getState().showSnap(null);
      strokeLine.hide();
      // A press without a way is a click, which says more about what lies there.
      hasJustEnded = drawn.length > 1 && hasMoved;
      if (hasJustEnded) store.getState().releaseStroke(drawn);
    } else if (store.getState().editing?.dragged) {
      hovered.show(null);
      store.getState().showSnap(null);
      loupe.hide();
      store.getState().endDrag();
    }
  };

  map.on('mousedown', press('mouse'));
  map.on('touchstart', press('touch'));
  map.on('mousemove', move);
  map.on('touchmove', move);
  map.on('mouseup', release);
  map.on('touchend', release);
  map.on('touchcancel', callOff);
  // Let go outside the map, the vertex stays where it was seen last.
  window.addEventListener('mouseup', release);
  // A page that is closed or put away in the middle of it never hears of the release, or of what comes of it.
  const finish = () => {
    release();
    store.getState().finishStroke();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') finish();
  });
  // The sooner the better: once the page is hidden, the browser does not wait for long.
  window.addEventListener('beforeunload', finish);
  window.addEventListener('pagehide', finish);
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && stroke) callOff();
  });
  return { hasJustEnded: () => hasJustEnded };
}

function positionOf(event: PressEvent): Position {
  const { lng, lat } = event.lngLat.wrap();
  return [lng, lat];
}

interface HoverMark {
  readonly kind: Handle['kind'];
  readonly at: Position;
}

/** The mark of what the hand would take: drawn without the store, since nobody else needs it. */
function createHover(map: MapLibre) {
  let shown = '';
  return {
    show(mark: HoverMark | null): void {
      const key = mark ? `${mark.kind} ${mark.at.join(' ')}` : '';
      if (key === shown) return;
      shown = key;
      map.getSource<GeoJSONSource>('drawing-hover')?.setData(
        collection(
          mark
            ? [
                {
                  type: 'Feature',
                  geometry: { type: 'Point', coordinates: mark.at },
                  properties: { kind: mark.kind },
                },
              ]
            : [],
        ),
      );
    },
  };
}
