import type { ReasonId } from '@nitaq/core';
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { AppStore } from '../state/app-state.ts';
import type { Selection } from '../state/selection.ts';
import { drawByClick } from './drawing/draw-by-click.ts';
import { listenToDrawing } from './drawing/listen-to-drawing.ts';
import { listenToSketching } from './drawing/sketch-gestures.ts';
import { villageOf } from './layers/village-tiles.ts';

/** Fingers are wider than a dot. */
const REACH_PX = 8;
const CHOOSABLE = ['villages', 'seats', 'town-names', 'village-names', 'seat-names'];

/** Clicks, the pointer and the keyboard on the map become commands of the store. */
export function listenToGestures(map: MapLibre, store: AppStore): void {
  map.on('click', (event) => {
    const { lng, lat } = event.lngLat.wrap();
    // Where a stroke ends near its beginning, the map reports a click too.
    if (drawing.hasJustEnded() || sketching.click(event)) return;
    if (store.getState().targetOutline) return store.getState().addTargetCorner([lng, lat]);
    const reason = reasonAt(map, event);
    store.getState().chooseReason(reason);
    if (reason && !store.getState().placing) return;
    if (store.getState().editing && drawByClick(map, store, event, placeAt(map, event))) return;
    if (store.getState().placing?.by === 'map') store.getState().fly({ kind: 'point', at: [lng, lat] });
    else void store.getState().selectOnMap(selectionAt(map, event));
  });
  map.on('mousemove', (event) => {
    const { lng, lat } = event.lngLat.wrap();
    store.getState().setPointer([lng, lat]);
    // A hand that drags is not looking for something to choose.
    if (event.originalEvent.buttons !== 0) return;
    const reason = reasonAt(map, event);
    store.getState().hoverReason(reason);
    map.getCanvas().style.cursor = reason || placeAt(map, event) ? 'pointer' : '';
  });
  map.on('mouseout', () => {
    store.getState().setPointer(null);
    store.getState().hoverReason(null);
  });
  const report = () => {
    const { lng, lat } = map.getCenter();
    store.getState().setView({ centre: [lng, lat], zoom: map.getZoom() });
  };
  map.on('move', report);
  map.on('load', report);
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || store.getState().editing) return;
    const { lng, lat } = map.getCenter();
    if (store.getState().targetOutline) store.getState().addTargetCorner([lng, lat]);
    else if (store.getState().placing) void store.getState().place([lng, lat]);
    else void store.getState().selectOnMap({ kind: 'point', at: [lng, lat] });
  });
  // Last, since what can be drawn has its own cursors.
  const drawing = listenToDrawing(map, store);
  const sketching = listenToSketching(map, store);
}

function selectionAt(map: MapLibre, event: MapMouseEvent): Selection {
  const place = placeAt(map, event);
  const { lng, lat } = event.lngLat.wrap();
  if (!place) return { kind: 'point', at: [lng, lat] };
  return place.source === 'villages'
    ? { kind: 'village', id: villageOf(place) }
    : { kind: 'association', id: String(place.properties.id) };
}

/** The reason whose sign lies there, or null. */
function reasonAt(map: MapLibre, { point }: MapMouseEvent): ReasonId | null {
  if (!map.getLayer('reasons')) return null;
  const [sign] = map.queryRenderedFeatures(point, { layers: ['reasons'] });
  return sign ? (String(sign.properties.id) as ReasonId) : null;
}

function placeAt(map: MapLibre, { point }: MapMouseEvent) {
  const layers = CHOOSABLE.filter((layer) => map.getLayer(layer));
  const around: [[number, number], [number, number]] = [
    [point.x - REACH_PX, point.y - REACH_PX],
    [point.x + REACH_PX, point.y + REACH_PX],
  ];
  return map.queryRenderedFeatures(around, { layers })[0];
}
