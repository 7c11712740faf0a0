import type { Position } from '@nitaq/core';
import type { GeoJSONSource, Map as MapLibre, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { AppStore } from '../../state/app-state.ts';
import { handlesNow } from '../../state/editor/border-handles.ts';
import type { Handle, Tool } from '../../state/editor/editing.ts';
import { collection } from '../layers/layer-group.ts';
import { handleAt, magnetAt, type Pointer, REACH_PX } from './handles.ts';
import { hideStroke, showStroke } from './stroke-line.ts';

type PressEvent = MapMouseEvent | MapTouchEvent;

/** What others on the map need to know of drawing. */
export interface Drawing {
  /** Whether the last press drew something, and is no click. */
  hasJustEnded(): boolean;
}

/** Drags on the map become commands of the store while a draft is drawn: of a handle, or a stroke of the tool in hand. */
export function listenToDrawing(map: MapLibre, store: AppStore): Drawing {
  const hovered = createHover(map);
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
      event.preventDefault();
      stroke = [positionOf(event)];
      strokeTool = editing.tool;
      return;
    }
    const handle = handleUnder(event, pointer);
    if (!handle) return;
    event.preventDefault();
    // With this key the stretch of a reason goes on up to here.
    if (event.originalEvent.shiftKey && store.getState().extendReason(handle.at)) return;
    // With this key the neighbours stay behind.
    store.getState().startDrag(handle, event.originalEvent.altKey);
    hovered.show(null);
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
    } else if (editing.dragged) {
      const magnet = magnetAt(map, ringsToStickTo(store), event.point, REACH_PX.mouse);
      hovered.show(magnet && { kind: 'magnet', at: magnet });
      store.getState().dragTo(magnet ?? positionOf(event));
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
