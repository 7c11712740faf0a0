import { magnetImage } from '../image-names.ts';
import type { Scene } from '../scene.ts';
import { collection, type Layers, type SceneSource } from './layer-group.ts';

/** The magnet where the hand sticks to a border: its shape says whether to a point of it or to a line. */
export const snapSource: SceneSource = {
  id: 'drawing-snap',
  madeOf: ({ area, snap, theme }) => [area, snap, theme],
  data: ({ snap, theme }) =>
    collection(
      snap
        ? [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: snap.at },
              properties: { magnet: magnetImage(theme, snap.part) },
            },
          ]
        : [],
    ),
};

export function snapLayers(_scene: Scene): Layers {
  return [
    {
      id: 'drawing-snap',
      type: 'symbol',
      source: 'drawing-snap',
      layout: {
        'icon-image': ['get', 'magnet'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
  ];
}
