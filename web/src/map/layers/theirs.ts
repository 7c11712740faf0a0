import { linesBeyond } from '../../state/lines-beyond.ts';
import { TOKENS } from '../../style/tokens.ts';
import type { Scene } from '../scene.ts';
import { byZoom, collection, type Layers, type SceneSource, SEMIBOLD_FONT } from './layer-group.ts';

/** Where a conflict is still to be settled: the borders as others drew them, beside one's own. */
export const theirsSource: SceneSource = {
  id: 'theirs',
  madeOf: ({ drawing, territories }) => {
    const conflict = conflictOf(drawing);
    return conflict && !drawing?.before ? [conflict, territories] : [conflict];
  },
  data: ({ drawing, territories }) => {
    const conflict = conflictOf(drawing);
    if (!conflict) return collection([]);
    const lines = linesBeyond(conflict.theirs, territories?.features ?? []);
    const properties = { by: conflict.by.join(' · ') };
    return collection(
      lines.map((coordinates) => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates },
        properties,
      })),
    );
  },
};

function conflictOf(drawing: Scene['drawing']) {
  return drawing?.saving.status === 'conflict' ? drawing.saving : null;
}

/** Dotted, so that they are taken neither for one's own nor for those of the plan to compare with. */
export function theirsLayers({ theme }: Scene): Layers {
  const { accent, halo, label } = TOKENS[theme];
  return [
    {
      id: 'theirs-ground',
      type: 'line',
      source: 'theirs',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': halo, 'line-width': byZoom(6, 6, 12, 9) },
    },
    {
      id: 'theirs',
      type: 'line',
      source: 'theirs',
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': accent, 'line-width': byZoom(6, 3.5, 12, 5), 'line-dasharray': [0.1, 1.8] },
    },
    {
      id: 'theirs-names',
      type: 'symbol',
      source: 'theirs',
      layout: {
        'symbol-placement': 'line-center',
        'text-field': ['get', 'by'],
        'text-font': SEMIBOLD_FONT,
        'text-size': 13,
        'text-offset': [0, -1.1],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': label, 'text-halo-color': halo, 'text-halo-width': 2 },
    },
  ];
}
