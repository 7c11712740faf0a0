import type { Position } from '@nitaq/core';
import type { FilterSpecification } from 'maplibre-gl';
import { TOKENS } from '../../style/tokens.ts';
import type { Scene } from '../scene.ts';
import { byZoom, collection, type Layers, type SceneSource } from './layer-group.ts';

/** The shape of what is selected, drawn once more on top. */
export const selectionSource: SceneSource = {
  id: 'selection',
  madeOf: ({ selection, coverage, territories, villages, part }) => [
    selection,
    coverage,
    territories,
    villages,
    part,
  ],
  data: (scene) => {
    const geometry = selectedGeometry(scene);
    return collection(geometry ? [{ type: 'Feature', id: 0, geometry, properties: {} }] : []);
  },
};

const FACES = { gap: 'gaps', overlap: 'overlaps', shared: 'shared', sliver: 'slivers' } as const;

function selectedGeometry(scene: Scene): GeoJSON.Geometry | null {
  const { selection, coverage, territories, villages } = scene;
  switch (selection.kind) {
    case 'none':
      return null;
    case 'point':
      return pointAt(selection.at);
    case 'village': {
      const location = villages.find((village) => village.id === selection.id)?.location;
      return location ? pointAt(location) : null;
    }
    case 'association':
      return territories?.features.find((feature) => feature.id === selection.id)?.geometry ?? null;
    case 'part':
      return scene.part;
    case 'gap':
    case 'overlap':
    case 'shared':
    case 'sliver': {
      const faces = coverage?.[FACES[selection.kind]].features;
      return faces?.find(({ id }) => id === selection.id)?.geometry ?? null;
    }
  }
}

function pointAt(coordinates: Position): GeoJSON.Point {
  return { type: 'Point', coordinates };
}

/** A line along the edge of what is selected, or a ring around a point; below the labels. */
export function selectionLayers({ theme }: Scene): Layers {
  const tokens = TOKENS[theme];
  const isShape: FilterSpecification = ['!=', ['geometry-type'], 'Point'];
  const isPoint: FilterSpecification = ['==', ['geometry-type'], 'Point'];
  return [
    {
      id: 'selection-casing',
      type: 'line',
      source: 'selection',
      filter: isShape,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.halo, 'line-width': byZoom(6, 6, 12, 10), 'line-opacity': 0.9 },
    },
    {
      id: 'selection',
      type: 'line',
      source: 'selection',
      filter: isShape,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.accent, 'line-width': byZoom(6, 2.5, 12, 4.5) },
    },
    {
      id: 'selection-point',
      type: 'circle',
      source: 'selection',
      filter: isPoint,
      paint: {
        'circle-radius': 12,
        'circle-color': tokens.accent,
        'circle-opacity': 0.22,
        'circle-stroke-color': tokens.accent,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'selection-point-centre',
      type: 'circle',
      source: 'selection',
      filter: isPoint,
      paint: { 'circle-radius': 2.5, 'circle-color': tokens.accent },
    },
  ];
}
