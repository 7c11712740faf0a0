import { targetVillages } from '@nitaq/core';
import type { Targeted } from '../../state/initiatives-on-map.ts';
import { TOKENS } from '../../style/tokens.ts';
import type { Scene } from '../scene.ts';
import { byZoom, collection, type Layers, MEDIUM_FONT, type SceneSource } from './layer-group.ts';

/** What joint initiatives are for: the areas that are drawn, and their villages; and an area that is being drawn. */
export const initiativesSource: SceneSource = {
  id: 'initiatives',
  madeOf: ({ initiatives, villages, targetOutline }) => [initiatives, villages, targetOutline],
  data: (scene) =>
    collection([
      ...scene.initiatives.flatMap((initiative) => featuresOf(initiative, scene)),
      ...outlineOf(scene),
    ]),
};

function featuresOf(initiative: Targeted, { villages }: Scene): GeoJSON.Feature[] {
  const { title, place } = initiative;
  const targets = targetVillages(initiative, villages);
  return [
    ...(place === null ? [] : [feature(place, { role: 'area', title })]),
    ...targets.flatMap(({ location }) =>
      location === null
        ? []
        : [feature({ type: 'Point', coordinates: location }, { role: 'village', title })],
    ),
  ];
}

function outlineOf({ targetOutline }: Scene): GeoJSON.Feature[] {
  const corners = targetOutline ?? [];
  const [first] = corners;
  if (first === undefined) return [];
  return [
    ...(corners.length > 1
      ? [feature({ type: 'LineString', coordinates: [...corners, first] }, { role: 'outline' })]
      : []),
    ...corners.map((coordinates) => feature({ type: 'Point', coordinates }, { role: 'corner' })),
  ];
}

function feature(geometry: GeoJSON.Geometry, properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature {
  return { type: 'Feature', geometry, properties };
}

/** A double line around an area and a double ring around a village, so that they are told from borders without colour. */
export function initiativeLayers({ theme }: Scene): Layers {
  const { accent, surface, halo } = TOKENS[theme];
  return [
    {
      id: 'initiative-grounds',
      type: 'fill',
      source: 'initiatives',
      filter: ['==', ['get', 'role'], 'area'],
      paint: { 'fill-color': accent, 'fill-opacity': 0.12 },
    },
    {
      id: 'initiative-edges',
      type: 'line',
      source: 'initiatives',
      filter: ['in', ['get', 'role'], ['literal', ['area', 'outline']]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': accent, 'line-width': 1.5, 'line-gap-width': 3 },
    },
    {
      id: 'initiative-villages-outer',
      type: 'circle',
      source: 'initiatives',
      filter: ['==', ['get', 'role'], 'village'],
      paint: {
        'circle-radius': byZoom(7, 8, 12, 14),
        'circle-opacity': 0,
        'circle-stroke-color': accent,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'initiative-villages',
      type: 'circle',
      source: 'initiatives',
      filter: ['==', ['get', 'role'], 'village'],
      paint: {
        'circle-radius': byZoom(7, 5, 12, 10),
        'circle-opacity': 0,
        'circle-stroke-color': accent,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'initiative-corners',
      type: 'circle',
      source: 'initiatives',
      filter: ['==', ['get', 'role'], 'corner'],
      paint: {
        'circle-radius': 6,
        'circle-color': surface,
        'circle-stroke-color': accent,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'initiative-names',
      type: 'symbol',
      source: 'initiatives',
      filter: ['==', ['get', 'role'], 'area'],
      layout: {
        'text-field': ['get', 'title'],
        'text-font': MEDIUM_FONT,
        'text-size': 13,
        'text-max-width': 10,
      },
      paint: { 'text-color': accent, 'text-halo-color': halo, 'text-halo-width': 1.6 },
    },
  ];
}
