import { TOKENS } from '../../style/tokens.ts';
import type { Scene } from '../scene.ts';
import { byZoom, collection, type Layers, type SceneSource } from './layer-group.ts';

/** The territories of the plan that the one shown is compared with. */
export const comparisonSource: SceneSource = {
  id: 'comparison',
  madeOf: ({ comparison }) => [comparison],
  data: ({ comparison }) =>
    collection(
      (comparison?.features ?? []).flatMap(({ geometry }) =>
        geometry === null ? [] : [{ type: 'Feature', geometry, properties: {} }],
      ),
    ),
};

/** Dashed, so that they are not taken for borders of the plan itself. */
export function comparisonLayers({ theme }: Scene): Layers {
  return [
    {
      id: 'comparison',
      type: 'line',
      source: 'comparison',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': TOKENS[theme].label,
        'line-width': byZoom(6, 1, 12, 2),
        'line-dasharray': [3, 3],
        'line-opacity': 0.75,
      },
    },
  ];
}
