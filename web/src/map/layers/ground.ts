import type { Position } from '@nitaq/core';
import { boundsOf } from '../../state/bounds.ts';
import type { Tokens } from '../../style/tokens.ts';
import { graticule } from '../graticule.ts';
import { softOutline } from '../soft-outline.ts';
import { byZoom, collection, type Layers, type SceneSource } from './layer-group.ts';

/** How far beyond the area the graticule reaches, in degrees: more than one can zoom out to. */
const MARGIN_DEGREES = 12;
const WIDE_DEGREES = 0.25;

export const landSource: SceneSource = {
  id: 'land',
  madeOf: ({ land }) => [land],
  data: ({ land }) => collection(land ? [{ type: 'Feature', geometry: land.geometry, properties: {} }] : []),
};

export const areaSource: SceneSource = {
  id: 'area',
  madeOf: ({ area }) => [area],
  data: ({ area }) =>
    collection(
      (area?.boundary.coordinates ?? []).map((coordinates) => ({
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates },
        properties: {},
      })),
    ),
};

export const vignetteSource: SceneSource = {
  id: 'vignette',
  madeOf: ({ area }) => [area],
  data: ({ area }) =>
    collection(
      (area?.boundary.coordinates ?? []).flatMap(([outer = []]) =>
        isWide(outer)
          ? [
              {
                type: 'Feature',
                geometry: { type: 'LineString', coordinates: softOutline(outer) },
                properties: {},
              },
            ]
          : [],
      ),
    ),
};

/** Around small islands a vignette would be a smudge. */
function isWide(ring: readonly Position[]): boolean {
  const [west, south, east, north] = boundsOf(ring) ?? [0, 0, 0, 0];
  return Math.max(east - west, north - south) > WIDE_DEGREES;
}

export const graticuleSource: SceneSource = {
  id: 'graticule',
  madeOf: ({ area }) => [area],
  data: ({ area }) => collection(area ? graticule(area.bbox, MARGIN_DEGREES) : []),
};

/** Sea, the glow along its coast, land, and the paper of the area, lifted by a vignette around it. */
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
        'line-width': byZoom(6, 8, 9, 22, 12, 60),
        'line-blur': byZoom(6, 8, 9, 22, 12, 60),
        'line-opacity': 0.75,
      },
    },
    { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': tokens.land } },
    {
      id: 'vignette',
      type: 'line',
      source: 'vignette',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': tokens.vignette,
        'line-width': byZoom(6, 10, 9, 26, 12, 50),
        'line-blur': byZoom(6, 10, 9, 26, 12, 50),
        // From nearby, the soft outline no longer lies along the boundary.
        'line-opacity': byZoom(9.5, 0.16, 11, 0),
      },
    },
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

/** The boundary of the area, above territories and below labels. */
export function boundaryLayers(tokens: Tokens): Layers {
  return [
    {
      id: 'boundary',
      type: 'line',
      source: 'area',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.boundary, 'line-width': byZoom(6, 0.9, 9, 1.4, 12, 2) },
    },
  ];
}
