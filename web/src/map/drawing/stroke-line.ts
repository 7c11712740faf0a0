import { circleAround, distanceBetweenM, type Position, rectangleBetween } from '@nitaq/core';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { DrawingAids } from '../../state/editor/drawing-aids.ts';
import type { Tool } from '../../state/editor/editing.ts';
import { collection } from '../layers/layer-group.ts';

type Hand = { readonly tool: Tool } & Pick<DrawingAids, 'villagesBy'>;

/** Shows what the hand draws while it draws: the line, or the shape that it will be. */
export function showStroke(map: MapLibre, hand: Hand, positions: readonly Position[]): void {
  map.getSource<GeoJSONSource>('drawing-stroke')?.setData(collection(featuresOf(hand, positions)));
}

export function hideStroke(map: MapLibre): void {
  map.getSource<GeoJSONSource>('drawing-stroke')?.setData(collection([]));
}

function featuresOf({ tool, villagesBy }: Hand, positions: readonly Position[]): GeoJSON.Feature[] {
  const [first, last] = [positions[0], positions.at(-1)];
  if (!first || !last || positions.length < 2) return [];
  const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature[] => [
    { type: 'Feature', geometry, properties: { tool } },
  ];
  const line: GeoJSON.Geometry = { type: 'LineString', coordinates: [...positions] };
  if (tool === 'villages' && villagesBy === 'brush') return feature(line);
  switch (tool) {
    case 'rectangle':
      return feature(rectangleBetween(first, last));
    case 'circle':
      return feature(circleAround(first, distanceBetweenM(first, last) / 1000));
    case 'villages':
    case 'draw':
      return feature({ type: 'Polygon', coordinates: [[...positions, first]] });
    case 'polygon':
    case 'reshape':
    case 'extend':
    case 'erase':
    case 'cut':
    case 'merge':
    case 'measure':
      return feature(line);
  }
}
