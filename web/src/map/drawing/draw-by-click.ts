import type { AssociationId } from '@nitaq/core';
import type { MapGeoJSONFeature, Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { AppStore } from '../../state/app-state.ts';
import { handlesNow } from '../../state/editor/border-handles.ts';
import type { FaceSelection } from '../../state/selection.ts';
import { villageOf } from '../layers/village-tiles.ts';
import { handleAt, REACH_PX } from './handles.ts';

/**
 * What a click does while a draft is drawn: it gives a village to the chosen territory, points at one to merge, or chooses
 * one, and with it the gap, the overlap or the shared place there. False where it chooses a place, as it does otherwise.
 */
export function drawByClick(
  map: MapLibre,
  store: AppStore,
  event: MapMouseEvent,
  place: MapGeoJSONFeature | undefined,
): boolean {
  const { editing, chooseTerritory, edit, startMerging, refuse, selectOnMap } = store.getState();
  if (!editing) return false;
  if (place && editing.tool !== 'merge') {
    const isGift = editing.tool === 'villages' && editing.association !== null && place.source === 'villages';
    if (!isGift || editing.association === null) return false;
    const villages = [villageOf(place)];
    edit({ kind: 'assign-villages', villages, to: editing.association });
    return true;
  }
  // What is clicked is what the next circle is drawn around.
  if (editing.tool === 'circle' && editing.association !== null) return false;
  // A press on a handle is over by now, and chose its vertex.
  const handles = editing.tool === 'reshape' ? handlesNow(store.getState()) : null;
  if (handles && handleAt(map, handles, event.point, REACH_PX.mouse)) return true;
  const here = territoriesAt(map, event);
  if (editing.tool === 'merge' && editing.association !== null) {
    const from = here.find((association) => association !== editing.association);
    const { lng, lat } = event.lngLat.wrap();
    if (from !== undefined) startMerging({ from, at: [lng, lat] });
    else if (here.length > 0) refuse('merged-already');
    return true;
  }
  // Where several lie on each other, each click takes the next one.
  const at = editing.association === null ? -1 : here.indexOf(editing.association);
  const next = here[(at + 1) % Math.max(1, here.length)];
  if (next !== undefined) chooseTerritory(next);
  const face = faceUnder(map, event);
  if (face) void selectOnMap(face);
  return next !== undefined || face !== null;
}

const KINDS = { gaps: 'gap', overlaps: 'overlap', shared: 'shared' } as const;

/** The gap, the overlap or the shared place that lies there: its card says what can be done about it. */
function faceUnder(map: MapLibre, { point }: MapMouseEvent): FaceSelection | null {
  const [face] = map.queryRenderedFeatures(point, { layers: Object.keys(KINDS) });
  const kind = Object.entries(KINDS).find(([layer]) => layer === face?.source)?.[1];
  return face && kind ? { kind, id: String(face.properties.id) } : null;
}

function territoriesAt(map: MapLibre, { point }: MapMouseEvent): AssociationId[] {
  const found = map.queryRenderedFeatures(point, { layers: ['territories'] });
  return [...new Set(found.map(({ properties }) => String(properties.association) as AssociationId))].sort();
}
