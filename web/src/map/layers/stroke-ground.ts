import { type Hex, mix } from '@nitaq/core';
import type { ExpressionSpecification } from 'maplibre-gl';
import type { GroundLine, GroundPart, StrokeGround } from '../../state/editor/stroke-ground.ts';
import { FILL_OPACITY, TOKENS } from '../../style/tokens.ts';
import { bandsImage, dotsImage, stripesImage } from '../image-names.ts';
import { colourPlaces, type Scene } from '../scene.ts';
import { faceEdges } from './faces.ts';
import type { Layers } from './layer-group.ts';
import { borderWidth, coloursOf } from './territories.ts';

/** A line that covers another one is drawn wider by so much, px: else its edges would shine through. */
const COVERS_PX = 1.5;

type Palette = Pick<Scene, 'associations' | 'theme'>;

/** What would come of a stroke, as features for the source in which the map has the hand's own line. */
export function groundFeatures({ parts, lines }: StrokeGround, palette: Palette): GeoJSON.Feature[] {
  const places = colourPlaces(palette.associations);
  const placeOf = (association: string) => places.get(association) ?? 0;
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
  const { ground } = TOKENS[theme];
  switch (status) {
    case 'gap':
      return { fill: ground, pattern: dotsImage(theme) };
    case 'covered':
      return { fill: filledGround(places[0] ?? 0, theme) };
    case 'overlap':
      return { fill: ground, pattern: stripesImage(theme, places) };
    case 'shared':
      return { fill: ground, pattern: bandsImage(theme, places) };
  }
}

/** As a territory looks whose fill lies on bare ground. */
function filledGround(place: number, theme: Scene['theme']): Hex {
  return mix(TOKENS[theme].ground, coloursOf(place, { theme }).area.fill, FILL_OPACITY);
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
      return first === undefined ? ground : filledGround(placeOf(first), theme);
    }
  }
}

/** All that is a feature of `groundFeatures`, and not of the hand's own line. */
export const IS_GROUND: ExpressionSpecification = ['has', 'ground'];

/**
 * Above territories and faces as they were, which opaque fills hide. As few layers as can be: the map pays for each of
 * them in each tile that is made and each frame that is drawn.
 */
export function groundLayers({ theme }: Scene): Layers {
  const edges = faceEdges(TOKENS[theme]);
  const source = 'drawing-stroke';
  const is = (kind: GroundLine['kind'] | 'part'): ExpressionSpecification => ['==', ['get', 'ground'], kind];
  return [
    {
      id: 'stroke-ground',
      type: 'fill',
      source,
      filter: is('part'),
      paint: { 'fill-color': ['get', 'fill'], 'fill-antialias': false },
    },
    {
      id: 'stroke-ground-patterns',
      type: 'fill',
      source,
      filter: ['all', is('part'), ['has', 'pattern']],
      paint: { 'fill-pattern': ['get', 'pattern'] },
    },
    {
      id: 'stroke-ground-borders',
      type: 'line',
      source,
      filter: ['any', is('gone'), is('border')],
      layout: { 'line-join': 'round', 'line-sort-key': ['case', is('gone'), 0, 1] },
      paint: {
        'line-color': ['get', 'colour'],
        'line-width': borderWidth(['case', is('gone'), COVERS_PX, 0]),
      },
    },
    { id: 'stroke-ground-gaps', type: 'line', source, filter: is('gap'), ...edges.gap },
    { id: 'stroke-ground-shared', type: 'line', source, filter: is('shared'), ...edges.shared },
    { id: 'stroke-ground-overlaps', type: 'line', source, filter: is('overlap'), ...edges.overlap },
  ];
}
