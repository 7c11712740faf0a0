import type { Position } from '@nitaq/core';
import { outerRings } from '../../state/bounds.ts';
import type { Tokens } from '../../style/tokens.ts';
import { graticule } from '../graticule.ts';
import { byZoom, collection, type Layers, type SceneSource } from './layer-group.ts';

/** How far beyond the area the mask and the graticule reach, in degrees: more than one can zoom out to. */
const MARGIN_DEGREES = 12;

export const landSource: SceneSource = {
  id: 'land',
  madeOf: ({ land }) => [land],
  data: ({ land }) => collection(land ? [{ type: 'Feature', geometry: land.geometry, properties: {} }] : []),
};

export const areaSource: SceneSource = {
  id: 'area',
  madeOf: ({ area }) => [area],
  data: ({ area }) => collection(area ? [{ type: 'Feature', geometry: area.boundary, properties: {} }] : []),
};

/** Everything but the area, so that the area can be lifted from its surroundings. */
export const surroundingsSource: SceneSource = {
  id: 'surroundings',
  madeOf: ({ area }) => [area],
  data: ({ area }) => {
    if (!area) return collection([]);
    const [west = 0, south = 0, east = 0, north = 0] = area.bbox;
    const box: Position[] = [
      [west - MARGIN_DEGREES, south - MARGIN_DEGREES],
      [east + MARGIN_DEGREES, south - MARGIN_DEGREES],
      [east + MARGIN_DEGREES, north + MARGIN_DEGREES],
      [west - MARGIN_DEGREES, north + MARGIN_DEGREES],
      [west - MARGIN_DEGREES, south - MARGIN_DEGREES],
    ];
    const coordinates = [box, ...outerRings(area.boundary)];
    return collection([{ type: 'Feature', geometry: { type: 'Polygon', coordinates }, properties: {} }]);
  },
};

export const graticuleSource: SceneSource = {
  id: 'graticule',
  madeOf: ({ area }) => [area],
  data: ({ area }) => collection(area ? graticule(area.bbox, MARGIN_DEGREES) : []),
};

/** Sea, the glow along its coast, land, and the paper of the area. */
export function groundLayers(tokens: Tokens): Layers {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': tokens.sea } },
    {
      id: 'coast-glow',
      type: 'line',
      source: 'land',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': tokens.seaGlow,
        'line-width': byZoom(6, 14, 9, 46, 12, 110),
        'line-blur': byZoom(6, 12, 9, 40, 12, 96),
        'line-opacity': 0.9,
      },
    },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': tokens.land } },
    { id: 'area', type: 'fill', source: 'area', paint: { 'fill-color': tokens.ground } },
    {
      id: 'coast',
      type: 'line',
      source: 'land',
      paint: { 'line-color': tokens.coast, 'line-width': byZoom(6, 0.6, 11, 1.2) },
    },
    {
      id: 'graticule',
      type: 'line',
      source: 'graticule',
      maxzoom: 11,
      paint: { 'line-color': tokens.graticule, 'line-width': 0.6, 'line-opacity': byZoom(9, 0.32, 11, 0) },
    },
  ];
}

/** The vignette around the area and its boundary, above territories and below labels. */
export function boundaryLayers(tokens: Tokens): Layers {
  return [
    {
      id: 'surroundings',
      type: 'fill',
      source: 'surroundings',
      paint: { 'fill-color': tokens.vignette, 'fill-opacity': 0.05, 'fill-antialias': false },
    },
    {
      id: 'vignette',
      type: 'line',
      source: 'area',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': tokens.vignette,
        'line-width': byZoom(6, 8, 9, 22, 12, 44),
        'line-blur': byZoom(6, 8, 9, 22, 12, 44),
        'line-opacity': 0.22,
      },
    },
    {
      id: 'boundary',
      type: 'line',
      source: 'area',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.boundary, 'line-width': byZoom(6, 0.9, 9, 1.4, 12, 2) },
    },
  ];
}
