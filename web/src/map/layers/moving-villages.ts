import { villageMoves } from '../../state/village-moves.ts';
import { TOKENS, territoryColours } from '../../style/tokens.ts';
import type { Scene } from '../scene.ts';
import { collection, type Layers, type SceneSource, SEMIBOLD_FONT } from './layer-group.ts';

/** While a border is dragged: the villages that would change hands, with the seat of their new association. */
export const movingVillagesSource: SceneSource = {
  id: 'moving-villages',
  madeOf: ({ drawing, covered, villages, associations, theme, language }) => [
    drawing?.before,
    drawing?.before ? covered : null,
    villages,
    associations,
    theme,
    language,
  ],
  data: ({ drawing, covered, villages, associations, theme, language }) =>
    collection(
      villageMoves(drawing?.before ?? [], drawing?.before ? covered : []).flatMap(({ village, now }) => {
        const location = villages.find(({ id }) => id === village)?.location;
        if (!location) return [];
        const owner = associations.find(({ id }) => now.length === 1 && id === now[0]);
        return [
          {
            type: 'Feature',
            id: village,
            geometry: { type: 'Point', coordinates: location },
            properties: {
              colour: owner ? territoryColours(owner.colour, theme).border : TOKENS[theme].gap,
              name: owner ? owner.seat.name[language] : now.length === 0 ? '◯' : '◐',
            },
          },
        ];
      }),
    ),
};

export function movingVillagesLayers({ theme }: Scene): Layers {
  return [
    {
      id: 'moving-villages',
      type: 'circle',
      source: 'moving-villages',
      paint: {
        'circle-radius': 11,
        'circle-opacity': 0,
        'circle-stroke-color': ['get', 'colour'],
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'moving-villages-names',
      type: 'symbol',
      source: 'moving-villages',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': SEMIBOLD_FONT,
        'text-size': 14,
        'text-anchor': 'bottom',
        'text-offset': [0, -1],
        'text-allow-overlap': true,
      },
      paint: {
        'text-color': ['get', 'colour'],
        'text-halo-color': TOKENS[theme].halo,
        'text-halo-width': 2,
      },
    },
  ];
}
