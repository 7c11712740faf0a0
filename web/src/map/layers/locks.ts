import type { Position } from '@nitaq/core';
import { TOKENS } from '../../style/tokens.ts';
import { barredImage, lockImage } from '../image-names.ts';
import type { Scene } from '../scene.ts';
import { byZoom, collection, type Layers, type SceneSource } from './layer-group.ts';

/** Stretches of border that no tool moves, each with a padlock, and the one that is being chosen. */
export const locksSource: SceneSource = {
  id: 'locks',
  madeOf: ({ drawing, theme }) => [drawing?.lockedStretches ?? null, drawing?.stretch ?? null, theme],
  data: ({ drawing, theme }) =>
    collection([
      ...(drawing?.lockedStretches ?? []).flatMap(({ line }) => [
        ...stretch(line, { isLocked: true, image: barredImage(theme) }),
        ...padlock(line, lockImage(theme)),
      ]),
      ...stretch(drawing?.stretch?.line ?? [], { isLocked: false }),
    ]),
};

function stretch(line: readonly Position[], properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature[] {
  if (line.length < 2) return [];
  return [{ type: 'Feature', geometry: { type: 'LineString', coordinates: [...line] }, properties }];
}

/** On the vertex in the middle. */
function padlock(line: readonly Position[], image: string): GeoJSON.Feature[] {
  const coordinates = line[Math.floor(line.length / 2)];
  if (!coordinates) return [];
  return [{ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { image } }];
}

/** The stretches lie below the points that can be moved: bars across the border, so that colour is not all that tells. */
export function lockedStretchLayers({ theme }: Scene): Layers {
  return [
    {
      id: 'chosen-stretch',
      type: 'line',
      source: 'locks',
      filter: ['all', ['==', ['geometry-type'], 'LineString'], ['!', ['get', 'isLocked']]],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': TOKENS[theme].accent, 'line-width': 7, 'line-opacity': 0.55 },
    },
    {
      id: 'locked-stretches',
      type: 'line',
      source: 'locks',
      filter: ['all', ['==', ['geometry-type'], 'LineString'], ['get', 'isLocked']],
      paint: { 'line-pattern': ['get', 'image'], 'line-width': 12 },
    },
  ];
}

export function lockSignLayers(): Layers {
  return [
    {
      id: 'lock-signs',
      type: 'symbol',
      source: 'locks',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'icon-image': ['get', 'image'],
        'icon-size': byZoom(6, 0.75, 10, 1),
        'icon-allow-overlap': true,
        'icon-padding': 0,
      },
    },
  ];
}
