import { TOKENS, type Tokens } from '../../style/tokens.ts';
import { bandsImage, dotsImage, stripesImage } from '../image-names.ts';
import { colourPlaces, type Scene, type SceneFace } from '../scene.ts';
import { byZoom, collection, type Layers, type SceneSource } from './layer-group.ts';

const SLIVERS_FROM_ZOOM = 11;

export const gapsSource: SceneSource = {
  id: 'gaps',
  madeOf: ({ coverage, theme }) => [coverage, theme],
  data: ({ coverage, theme }) =>
    collection(
      (coverage?.gaps.features ?? []).map((gap) => ({
        ...shapeOf(gap),
        properties: { id: gap.id, pattern: dotsImage(theme) },
      })),
    ),
};

export const overlapsSource: SceneSource = {
  id: 'overlaps',
  madeOf: ({ coverage, associations, theme }) => [coverage, associations, theme],
  data: ({ coverage, associations, theme }) => {
    const places = colourPlaces(associations);
    return collection(
      (coverage?.overlaps.features ?? []).map((overlap) => ({
        ...shapeOf(overlap),
        properties: {
          id: overlap.id,
          pattern: stripesImage(
            theme,
            overlap.properties.associations.map((id) => places.get(id) ?? 0),
          ),
        },
      })),
    );
  },
};

export const sharedSource: SceneSource = {
  id: 'shared',
  madeOf: ({ coverage, associations, theme }) => [coverage, associations, theme],
  data: ({ coverage, associations, theme }) => {
    const places = colourPlaces(associations);
    return collection(
      (coverage?.shared.features ?? []).map((place) => ({
        ...shapeOf(place),
        properties: {
          id: place.id,
          pattern: bandsImage(
            theme,
            place.properties.associations.map((id) => places.get(id) ?? 0),
          ),
        },
      })),
    );
  },
};

export const sliversSource: SceneSource = {
  id: 'slivers',
  madeOf: ({ coverage }) => [coverage],
  data: ({ coverage }) =>
    collection(
      (coverage?.slivers.features ?? []).map((sliver) => ({
        type: 'Feature' as const,
        id: sliver.id,
        geometry: sliver.geometry,
        properties: { id: sliver.id, kind: sliver.properties.kind },
      })),
    ),
};

function shapeOf({ id, geometry }: SceneFace) {
  return { type: 'Feature' as const, id, geometry };
}

/** How the edges of each kind look. */
export function faceEdges(tokens: Tokens) {
  return {
    gap: { paint: { 'line-color': tokens.gap, 'line-width': 2, 'line-dasharray': [2.5, 1.8] } },
    shared: {
      layout: { 'line-join': 'round' as const, 'line-cap': 'round' as const },
      paint: { 'line-color': tokens.overlapEdge, 'line-width': 1.6, 'line-dasharray': [0.1, 2.4] },
    },
    overlap: {
      layout: { 'line-join': 'round' as const },
      paint: { 'line-color': tokens.overlapEdge, 'line-width': byZoom(6, 0.8, 10, 1.4) },
    },
  };
}

/** What is claimed by nobody, what by several and what is shared: patterns as well as colours, and slivers as hairlines. */
export function faceLayers({ theme }: Scene): { fills: Layers; edges: Layers } {
  const tokens = TOKENS[theme];
  const edges = faceEdges(tokens);
  return {
    fills: [
      { id: 'shared-ground', type: 'fill', source: 'shared', paint: { 'fill-color': tokens.ground } },
      { id: 'shared', type: 'fill', source: 'shared', paint: { 'fill-pattern': ['get', 'pattern'] } },
      { id: 'overlaps-ground', type: 'fill', source: 'overlaps', paint: { 'fill-color': tokens.ground } },
      { id: 'overlaps', type: 'fill', source: 'overlaps', paint: { 'fill-pattern': ['get', 'pattern'] } },
      { id: 'gaps', type: 'fill', source: 'gaps', paint: { 'fill-pattern': ['get', 'pattern'] } },
    ],
    edges: [
      { id: 'gap-edges', type: 'line', source: 'gaps', ...edges.gap },
      { id: 'shared-edges', type: 'line', source: 'shared', ...edges.shared },
      { id: 'overlap-edges', type: 'line', source: 'overlaps', ...edges.overlap },
      {
        id: 'slivers',
        type: 'line',
        source: 'slivers',
        minzoom: SLIVERS_FROM_ZOOM,
        paint: {
          'line-color': ['match', ['get', 'kind'], 'gap', tokens.gap, tokens.overlapEdge],
          'line-width': 1,
        },
      },
    ],
  };
}
