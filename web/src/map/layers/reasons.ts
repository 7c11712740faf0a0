import type { Position } from '@nitaq/core';
import { TOKENS } from '../../style/tokens.ts';
import { reasonImage } from '../image-names.ts';
import type { Scene } from '../scene.ts';
import { byZoom, collection, type Layers, MEDIUM_FONT, type SceneSource } from './layer-group.ts';

/** More of a text than this would hide the map; the list has all of it. */
const LONGEST_ON_MAP = 140;

/** Why borders run where they do: a sign on each stretch, its text while it is chosen or under the pointer. */
export const reasonsSource: SceneSource = {
  id: 'reasons',
  madeOf: ({ reasons, chosenReason, hoveredReason, writtenStretch, theme }) => [
    reasons,
    chosenReason,
    hoveredReason,
    writtenStretch,
    theme,
  ],
  data: ({ reasons, chosenReason, hoveredReason, writtenStretch, theme }) =>
    collection([
      ...reasons.flatMap(({ reason, line, at }): GeoJSON.Feature[] => {
        const { id, text } = reason;
        const isTold = id === chosenReason || id === hoveredReason;
        const properties = { id, isTold, text: isTold ? shortened(text) : '', image: reasonImage(theme) };
        return [...stretch(line, properties), { type: 'Feature', geometry: pointAt(at), properties }];
      }),
      ...stretch(writtenStretch ?? [], { isTold: true }),
    ]),
};

function stretch(line: readonly Position[], properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature[] {
  if (line.length < 2) return [];
  return [{ type: 'Feature', geometry: { type: 'LineString', coordinates: [...line] }, properties }];
}

function pointAt(coordinates: Position): GeoJSON.Point {
  return { type: 'Point', coordinates };
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_ON_MAP ? `${letters.slice(0, LONGEST_ON_MAP).join('')}…` : text;
}

/** The stretches lie below the points that can be moved. */
export function reasonStretchLayers({ theme }: Scene): Layers {
  const { accent, label } = TOKENS[theme];
  return [
    {
      id: 'reason-stretches',
      type: 'line',
      source: 'reasons',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ['case', ['get', 'isTold'], accent, label],
        'line-width': ['case', ['get', 'isTold'], 5, 2.5],
        'line-opacity': ['case', ['get', 'isTold'], 0.75, 0.5],
      },
    },
  ];
}

/** Each sign stands on its border, so that a point under it can still be taken. */
export function reasonSignLayers({ theme }: Scene): Layers {
  const { label, halo } = TOKENS[theme];
  return [
    {
      id: 'reasons',
      type: 'symbol',
      source: 'reasons',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'icon-image': ['get', 'image'],
        'icon-anchor': 'bottom',
        'icon-offset': [0, -2],
        'icon-size': byZoom(6, 0.7, 10, 1),
        'icon-allow-overlap': true,
        'icon-padding': 0,
      },
    },
    {
      id: 'reason-texts',
      type: 'symbol',
      source: 'reasons',
      filter: ['all', ['==', ['geometry-type'], 'Point'], ['get', 'isTold']],
      layout: {
        'text-field': ['get', 'text'],
        'text-font': MEDIUM_FONT,
        'text-size': 14,
        'text-max-width': 16,
        'text-anchor': 'top',
        'text-offset': [0, 0.8],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': label, 'text-halo-color': halo, 'text-halo-width': 2 },
    },
  ];
}
