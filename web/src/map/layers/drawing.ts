import type { Position } from '@nitaq/core';
import { borderHandles } from '../../state/editor/border-handles.ts';
import { TOKENS } from '../../style/tokens.ts';
import type { Scene } from '../scene.ts';
import { byZoom, collection, type Layers, type SceneSource } from './layer-group.ts';
import { IS_GROUND } from './stroke-ground.ts';
import { vertexZooms } from './vertex-zoom.ts';

/** From this zoom on the vertices of the chosen territory are drawn; farther away they would hide its border. */
const VERTICES_FROM_ZOOM = 6;

/** The vertices of the border that can be moved, with the tool for that in hand, and the one that keys move. */
export const verticesSource: SceneSource = {
  id: 'drawing-vertices',
  madeOf: ({ area, territories, drawing }) => [area, territories, drawing],
  data: ({ area, territories, drawing }) => {
    const geometry = territories?.features.find(({ id }) => id === drawing?.association)?.geometry;
    const isReshaped = drawing?.tool === 'reshape';
    const vertices = isReshaped && area && geometry ? borderHandles(geometry, area.boundary).vertices : [];
    const chosen = drawing?.vertex ?? drawing?.dragged ?? null;
    const zooms = vertexZooms(vertices);
    return collection(
      // Along the border in the same order, so that of a drag only the vertex that moves is another.
      vertices.map((at, id) => ({
        type: 'Feature',
        id,
        geometry: { type: 'Point', coordinates: at },
        properties: {
          chosen: chosen !== null && at[0] === chosen[0] && at[1] === chosen[1],
          zoom: zooms[id] ?? 0,
        },
      })),
    );
  },
};

/** What the hand would take; filled by the gestures themselves. */
export const hoverSource: SceneSource = {
  id: 'drawing-hover',
  madeOf: ({ area }) => [area],
  data: () => collection([]),
};

/**
 * The line of a cut that is still asked about, or of what was measured. While the hand draws, the gestures themselves
 * fill it, with what would come of the stroke.
 */
export const strokeSource: SceneSource = {
  id: 'drawing-stroke',
  madeOf: ({ area, drawing }) => [area, lineThatStays(drawing)],
  data: ({ drawing }) => collection(stayingStroke(drawing)),
  // Its tiles may be some levels wider than the screen's. What lies beyond an edge, by more than its lines are wide, would
  // be made, sent and drawn once more for each neighbour.
  cut: { buffer: 8, tolerance: 0.1 },
};

export function stayingStroke(drawing: StayingDrawing): GeoJSON.Feature[] {
  const line = lineThatStays(drawing);
  const geometry: GeoJSON.LineString = { type: 'LineString', coordinates: [...(line ?? [])] };
  return line ? [{ type: 'Feature', geometry, properties: {} }] : [];
}

type StayingDrawing = Pick<NonNullable<Scene['drawing']>, 'cut' | 'notice'> | null;

function lineThatStays(drawing: StayingDrawing): readonly Position[] | null {
  if (drawing?.cut) return drawing.cut.along;
  return drawing?.notice?.kind === 'measured' ? drawing.notice.line : null;
}

/** The hand's own line: right above the ground of its stroke, since the map pays for each change from source to source. */
export function strokeLayers({ theme }: Scene): Layers {
  const tokens = TOKENS[theme];
  return [
    {
      id: 'drawing-stroke-ground',
      type: 'fill',
      source: 'drawing-stroke',
      filter: ['all', ['!', IS_GROUND], ['==', ['geometry-type'], 'Polygon']],
      paint: { 'fill-color': tokens.accent, 'fill-opacity': 0.18 },
    },
    {
      id: 'drawing-stroke',
      type: 'line',
      source: 'drawing-stroke',
      filter: ['!', IS_GROUND],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': tokens.accent, 'line-width': 3 },
    },
  ];
}

export function drawingLayers({ theme }: Scene): Layers {
  const tokens = TOKENS[theme];
  return [
    {
      id: 'drawing-vertices',
      type: 'circle',
      source: 'drawing-vertices',
      minzoom: VERTICES_FROM_ZOOM,
      filter: ['any', ['get', 'chosen'], ['>=', ['zoom'], ['get', 'zoom']]],
      paint: {
        'circle-radius': ['case', ['get', 'chosen'], 8, 4.5],
        'circle-color': ['case', ['get', 'chosen'], tokens.accent, tokens.surface],
        'circle-stroke-color': tokens.accent,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'drawing-hover',
      type: 'circle',
      source: 'drawing-hover',
      paint: {
        'circle-radius': byZoom(6, 8, 12, 10),
        'circle-color': tokens.accent,
        'circle-opacity': 0.35,
        'circle-stroke-color': tokens.accent,
        'circle-stroke-width': 2,
      },
    },
  ];
}
