import { type Hex, mix } from '@nitaq/core';
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl';
import type { GroundLine, GroundPart, StrokeGround } from '../../state/editor/stroke-ground.ts';
import { FILL_OPACITY, TOKENS } from '../../style/tokens.ts';
import { bandsImage, dotsImage, stripesImage } from '../image-names.ts';
import type { Scene } from '../scene.ts';
import { faceEdges } from './faces.ts';
import type { Layers } from './layer-group.ts';
import { borderWidth, coloursOf } from './territories.ts';

/** A line that covers another one is drawn wider by so much, px: else its edges would shine through. */
const COVERS_PX = 1.5;

type Palette = Pick<Scene, 'associations' | 'theme'>;

/** What would come of a stroke, as features for the source in which the map has the hand's own line. */
export function groundFeatures({ parts, lines }: StrokeGround, palette: Palette): GeoJSON.Feature[] {
  const placeOf = (association: string) =>
    palette.associations.find(({ id }) => id === association)?.colour ?? 0;
  return [
    ...parts.map((part): GeoJSON.Feature => {
      const { geometry } = part;
      return {
        type: 'Feature',
        geometry,
        properties: { ground: 'part', ...look(part, palette.theme, placeOf) },
      };
    }),
    ...lines.map((line): GeoJSON.Feature => {
      const coordinates = line.coordinates.map((positions) => [...positions]);
      const properties = { ground: line.kind, colour: lineColour(line, palette.theme, placeOf) };
      return { type: 'Feature', geometry: { type: 'MultiLineString', coordinates }, properties };
    }),
  ];
}

type PlaceOf = (association: string) => number;

function look({ status, associations }: GroundPart, theme: Scene['theme'], placeOf: PlaceOf) {
  const places = associations.map(placeOf);
  switch (status) {
    case 'gap':
      return { pattern: dotsImage(theme) };
    case 'covered':
      return { fill: coloursOf(places[0] ?? 0, { theme }).area.fill };
    case 'overlap':
      return { pattern: stripesImage(theme, places) };
    case 'shared':
      return { pattern: bandsImage(theme, places) };
  }
}

function lineColour(line: GroundLine, theme: Scene['theme'], placeOf: PlaceOf): Hex {
  const { ground, gap, overlapEdge } = TOKENS[theme];
  switch (line.kind) {
    case 'border':
      return coloursOf(placeOf(line.association), { theme }).area.border;
    case 'gap':
      return gap;
    case 'overlap':
    case 'shared':
      return overlapEdge;
    case 'gone': {
      const [first] = line.associations;
      return first === undefined
        ? ground
        : mix(ground, coloursOf(placeOf(first), { theme }).area.fill, FILL_OPACITY);
    }
  }
}

/** All that is a feature of `groundFeatures`, and not of the hand's own line. */
export const IS_GROUND: ExpressionSpecification = ['has', 'ground'];

/** Above territories and faces as they were, which paper hides first where the ground is another's. */
export function groundLayers({ theme }: Scene): Layers {
  const tokens = TOKENS[theme];
  const edges = faceEdges(tokens);
  const source = 'drawing-stroke';
  const is = (kind: GroundLine['kind'] | 'part'): ExpressionSpecification => ['==', ['get', 'ground'], kind];
  const has = (property: 'fill' | 'pattern'): FilterSpecification => ['all', is('part'), ['has', property]];
  return [
    {
      id: 'stroke-ground',
      type: 'fill',
      source,
      filter: is('part'),
      paint: { 'fill-color': tokens.ground, 'fill-antialias': false },
    },
    {
      id: 'stroke-ground-fills',
      type: 'fill',
      source,
      filter: has('fill'),
      paint: { 'fill-color': ['get', 'fill'], 'fill-opacity': FILL_OPACITY, 'fill-antialias': false },
    },
    {
      id: 'stroke-ground-patterns',
      type: 'fill',
      source,
      filter: has('pattern'),
      paint: { 'fill-pattern': ['get', 'pattern'] },
    },
    {
      id: 'stroke-ground-gone',
      type: 'line',
      source,
      filter: is('gone'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': ['get', 'colour'], 'line-width': borderWidth(COVERS_PX) },
    },
    {
      id: 'stroke-ground-borders',
      type: 'line',
      source,
      filter: is('border'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': ['get', 'colour'], 'line-width': borderWidth() },
    },
    { id: 'stroke-ground-gaps', type: 'line', source, filter: is('gap'), ...edges.gap },
    { id: 'stroke-ground-shared', type: 'line', source, filter: is('shared'), ...edges.shared },
    { id: 'stroke-ground-overlaps', type: 'line', source, filter: is('overlap'), ...edges.overlap },
  ];
}
