import type { Position } from '@nitaq/core';
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { AppStore } from '../../state/app-state.ts';
import { handlesNow } from '../../state/editor/border-handles.ts';
import type { Handle, Tool } from '../../state/editor/editing.ts';
import { collection } from '../layers/layer-group.ts';
import { handleAt, magnetAt, type Pointer, REACH_PX } from './handles.ts';
import { createLoupe } from './loupe.ts';
import { hideStroke, showStroke } from './stroke-line.ts';

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

/** What others on the map need to know of drawing. */
export interface Drawing {
  /** Whether the last press drew something, and is no click. */
  hasJustEnded(): boolean;
}

/** Drags on the map become commands of the store while a draft is drawn: of a handle, or a stroke of the tool in hand. */
export function listenToDrawing(map: MapLibre, store: AppStore): Drawing {
  const hovered = createHover(map);
  const loupe = createLoupe(map);
  let grip: Grip | null = null;
  let frame = 0;
  let latest: PressEvent | null = null;
  /** Null while no stroke is drawn. */
  let stroke: Position[] | null = null;
  /** Another one that is chosen meanwhile calls the stroke off. */
  let strokeTool: Tool | null = null;
  let hasJustEnded = false;

  const handleUnder = (event: PressEvent, pointer: Pointer): Handle | null => {
    const { editing } = store.getState();
    const handles = editing?.tool === 'reshape' ? handlesNow(store.getState()) : null;
    return handles && handleAt(map, handles, event.point, REACH_PX[pointer]);
  };

  const callOff = () => {
    stroke = null;
    hideStroke(map);
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
    if (editing.tool !== 'reshape') {
      if (editing.association === null && editing.tool !== 'measure') return;
      event.preventDefault();
      stroke = [positionOf(event)];
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
      stroke.push(positionOf(event));
      showStroke(map, editing.tool, stroke);
    } else if (editing.dragged && grip) {
      const { pressed, offset, pointer } = grip;
      grip.hasMoved ||=
        Math.hypot(event.point.x - pressed.x, event.point.y - pressed.y) > TREMBLE_PX[pointer];
      if (!grip.hasMoved) return;
      const point = { x: event.point.x + offset.x, y: event.point.y + offset.y };
      const magnet = magnetAt(map, ringsToStickTo(store), point, REACH_PX.mouse);
      hovered.show(magnet && { kind: 'magnet', at: magnet });
      const { lng, lat } = map.unproject([point.x, point.y]).wrap();
      store.getState().dragTo(magnet ?? [lng, lat]);
      if (pointer === 'touch') loupe.show(magnet ? map.project([magnet[0], magnet[1]]) : point);
    }
  };

  const move = (event: PressEvent) => {
    const { editing } = store.getState();
    if (stroke || editing?.dragged) {
      latest = event;
      frame ||= requestAnimationFrame(follow);
    } else if (event.type === 'mousemove' && editing) {
      const handle = handleUnder(event, 'mouse');
      hovered.show(handle && { kind: handle.kind, at: handle.at });
      const { style } = map.getCanvas();
      if (handle) style.cursor = handle.kind === 'vertex' ? 'grab' : 'copy';
      else if (editing.tool !== 'reshape' && editing.association !== null) style.cursor ||= 'crosshair';
    }
  };

  const release = () => {
    cancelAnimationFrame(frame);
    follow();
    if (stroke && store.getState().editing?.tool !== strokeTool) callOff();
    if (stroke) {
      const drawn = stroke;
      stroke = null;
      hideStroke(map);
      // A press without a way is a click, which says more about what lies there.
      hasJustEnded = drawn.length > 1;
      if (hasJustEnded) store.getState().endStroke(drawn);
    } else if (store.getState().editing?.dragged) {
      hovered.show(null);
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
  // A page that is closed or put away in the middle of it never hears of the release.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') release();
  });
  window.addEventListener('pagehide', release);
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
  readonly kind: Handle['kind'] | 'magnet';
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

/** Vertices of the area and of the territories that do not go along with the hand. */
function* ringsToStickTo(store: AppStore): Generator<readonly Position[]> {
  const { area, plan, editing } = store.getState();
  if (area.status !== 'ready' || plan.status !== 'ready' || !plan.value || !editing?.dragged) return;
  yield* area.value.area.boundary.coordinates.flat();
  for (const { id, geometry } of plan.value.territories.features) {
    if (!editing.going.includes(id)) yield* (geometry?.coordinates ?? []).flat();
  }
}
