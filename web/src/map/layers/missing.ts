import { MISSING_MARK } from '../../state/missing.ts';
import { TOKENS } from '../../style/tokens.ts';
import type { Scene } from '../scene.ts';
import { collection, type Layers, MEDIUM_FONT, type SceneSource } from './layer-group.ts';

/** Villages that people reported and that wait to be settled, for those who settle them. */
export const missingSource: SceneSource = {
  id: 'missing-villages',
  madeOf: ({ missing }) => [missing],
  data: ({ missing }) =>
    collection(
      missing.flatMap(({ name, location }) =>
        location === null
          ? []
          : [
              {
                type: 'Feature',
                geometry: { type: 'Point', coordinates: location },
                properties: { name },
              },
            ],
      ),
    ),
};

/** A question mark, so that it is told from villages without its colour. */
export function missingLayers({ theme, language }: Scene): Layers {
  const { label, halo } = TOKENS[theme];
  return [
    {
      id: 'missing-villages',
      type: 'circle',
      source: 'missing-villages',
      paint: {
        'circle-radius': 9,
        'circle-color': halo,
        'circle-stroke-color': label,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'missing-marks',
      type: 'symbol',
      source: 'missing-villages',
      layout: {
        'text-field': MISSING_MARK[language],
        'text-font': MEDIUM_FONT,
        'text-size': 13,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': label },
    },
    {
      id: 'missing-names',
      type: 'symbol',
      source: 'missing-villages',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': MEDIUM_FONT,
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 0.9],
      },
      paint: { 'text-color': label, 'text-halo-color': halo, 'text-halo-width': 1.4 },
    },
  ];
}
