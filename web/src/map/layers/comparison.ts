import { linesBeyond } from '../../state/lines-beyond.ts';
import { TOKENS } from '../../style/tokens.ts';
import type { Scene } from '../scene.ts';
import { byZoom, collection, type Layers, type SceneSource } from './layer-group.ts';

/** The borders that the plan to compare with has and the one shown has not. */
export const comparisonSource: SceneSource = {
  id: 'comparison',
  // While the hand moves they stay: working them out anew would cost more than the drawing.
  madeOf: ({ comparison, territories, drawing }) =>
    drawing?.before ? [comparison, drawing.before] : [comparison, territories],
  data: ({ comparison, territories }) => {
    const lines = linesBeyond(comparison?.features ?? [], territories?.features ?? []);
    const geometry: GeoJSON.MultiLineString = { type: 'MultiLineString', coordinates: lines };
    return collection(lines.length > 0 ? [{ type: 'Feature', geometry, properties: {} }] : []);
  },
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
