import { TOKENS, territoryColours } from '../../style/tokens.ts';
import type { Scene } from '../scene.ts';
import { collection, type Layers, MEDIUM_FONT, type SceneSource } from './layer-group.ts';

/** Where the others point who draw on the same plan, in the colour of the territory they draw. */
export const othersSource: SceneSource = {
  id: 'others',
  madeOf: ({ others, associations, theme }) => [others, associations, theme],
  data: ({ others, associations, theme }) =>
    collection(
      others.flatMap(({ name, pointer, editing }) => {
        if (!pointer) return [];
        const drawn = associations.find(({ id }) => editing.includes(id));
        const colour = drawn ? territoryColours(drawn.colour, theme).border : TOKENS[theme].label;
        return [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: pointer },
            properties: { name, colour },
          },
        ];
      }),
    ),
};

export function othersLayers({ theme }: Scene): Layers {
  const { halo, label } = TOKENS[theme];
  return [
    {
      id: 'others',
      type: 'circle',
      source: 'others',
      paint: {
        'circle-radius': 6,
        'circle-color': ['get', 'colour'],
        'circle-stroke-color': halo,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'others-names',
      type: 'symbol',
      source: 'others',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': MEDIUM_FONT,
        'text-size': 13,
        'text-anchor': 'top',
        'text-offset': [0, 0.7],
        'text-allow-overlap': true,
      },
      // The dot has the colour: as text, not every one of them could be read.
      paint: { 'text-color': label, 'text-halo-color': halo, 'text-halo-width': 2 },
    },
  ];
}
