import { isOutline, type Sketch, sketchedLine } from '../../state/editor/sketch.ts';
import { TOKENS } from '../../style/tokens.ts';
import type { Scene } from '../scene.ts';
import { collection, type Layers, type SceneSource } from './layer-group.ts';

/** What is drawn point by point: the points, the line so far, and dashed the way to the pointer and back to the first point. */
export const sketchSource: SceneSource = {
  id: 'drawing-sketch',
  madeOf: ({ area, sketch }) => [area, sketch],
  data: ({ sketch }) => collection(sketch ? featuresOf(sketch) : []),
};

function featuresOf(sketch: Sketch): GeoJSON.Feature[] {
  const [clicked, all] = [sketchedLine(sketch, 'click'), sketchedLine(sketch, 'pointer')];
  const open = [...all.slice(clicked.length - 1), ...(isOutline(sketch) ? [sketch.start] : [])];
  const points = [sketch.start, ...sketch.legs.map(({ to }) => to)];
  return [
    ...(isOutline(sketch) && all.length > 2
      ? [feature({ type: 'Polygon', coordinates: [[...all, sketch.start]] }, 'ground')]
      : []),
    ...(clicked.length > 1 ? [feature({ type: 'LineString', coordinates: clicked }, 'drawn')] : []),
    ...(open.length > 1 ? [feature({ type: 'LineString', coordinates: open }, 'ahead')] : []),
    ...points.map((at, i) => feature({ type: 'Point', coordinates: at }, i === 0 ? 'first' : 'point')),
  ];
}

function feature(geometry: GeoJSON.Geometry, role: string): GeoJSON.Feature {
  return { type: 'Feature', geometry, properties: { role } };
}

export function sketchLayers({ theme }: Scene): Layers {
  const { accent, surface } = TOKENS[theme];
  return [
    {
      id: 'drawing-sketch-ground',
      type: 'fill',
      source: 'drawing-sketch',
      filter: ['==', ['get', 'role'], 'ground'],
      paint: { 'fill-color': accent, 'fill-opacity': 0.1 },
    },
    {
      id: 'drawing-sketch-line',
      type: 'line',
      source: 'drawing-sketch',
      filter: ['==', ['get', 'role'], 'drawn'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': accent, 'line-width': 3 },
    },
    {
      id: 'drawing-sketch-ahead',
      type: 'line',
      source: 'drawing-sketch',
      filter: ['==', ['get', 'role'], 'ahead'],
      paint: { 'line-color': accent, 'line-width': 2.5, 'line-dasharray': [2, 1.6] },
    },
    {
      id: 'drawing-sketch-points',
      type: 'circle',
      source: 'drawing-sketch',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['match', ['get', 'role'], 'first', 7, 5],
        'circle-color': surface,
        'circle-stroke-color': accent,
        'circle-stroke-width': 3,
      },
    },
  ];
}
