import type { Map as MapLibre } from 'maplibre-gl';
import type { AppStore } from '../../state/app-state.ts';
import type { PixelPoint } from './on-screen.ts';

const METRES_PER_KM = 1000;
/** Smaller than this it would not be seen around the pointer. */
const LEAST_PX = 8;

/** How much of the map the brush in hand covers, around the pointer. */
export interface BrushRing {
  show(point: PixelPoint): void;
  hide(): void;
}

/** An element over the map: what the map drew itself would cost it a frame for each step of the pointer. */
export function createBrushRing(map: MapLibre, store: AppStore): BrushRing {
  const element = document.createElement('div');
  element.className = 'brush-ring';
  element.setAttribute('aria-hidden', 'true');
  element.hidden = true;
  map.getContainer().append(element);
  const hide = () => {
    element.hidden = true;
  };
  map.on('mouseout', hide);
  map.on('movestart', hide);
  return {
    show: (point) => {
      const widthKm = brushOf(store);
      if (widthKm === null) return hide();
      const px = Math.max(LEAST_PX, (widthKm * METRES_PER_KM) / metresPerPixel(map, point));
      element.hidden = false;
      element.style.width = element.style.height = `${px}px`;
      element.style.translate = `${point.x - px / 2}px ${point.y - px / 2}px`;
    },
    hide,
  };
}

/** How wide the brush in hand is; null: none is. */
function brushOf(store: AppStore): number | null {
  const { editing, aids } = store.getState();
  if (!editing || editing.association === null) return null;
  const isBrush =
    editing.tool === 'extend' ||
    editing.tool === 'erase' ||
    (editing.tool === 'villages' && aids.villagesBy === 'brush');
  return isBrush ? editing.brushKm : null;
}

/** To the east, where the pointer is. */
function metresPerPixel(map: MapLibre, { x, y }: PixelPoint): number {
  const here = map.unproject([x, y]);
  return here.distanceTo(map.unproject([x + 1, y]));
}
