import type { Map as MapLibre } from 'maplibre-gl';

const DIAMETER_PX = 128;
const MAGNIFIES = 2;
/** So far above the finger that the hand does not hide it. */
const ABOVE_PX = 44;
const MARK_PX = 9;

/** The map around a place, larger, where the finger does not hide it. */
export interface Loupe {
  /** From now on around this place of the screen, until it is hidden. */
  show(point: { readonly x: number; readonly y: number }): void;
  hide(): void;
}

/**
 * Copies what the map has just drawn, at the end of each of its frames: so the map need not keep its drawing for longer,
 * which would cost every frame, and not only those in which the loupe is there.
 */
export function createLoupe(map: MapLibre): Loupe {
  const element = document.createElement('canvas');
  element.className = 'loupe';
  element.setAttribute('aria-hidden', 'true');
  element.hidden = true;
  const canvas = element.getContext('2d');
  let at: { readonly x: number; readonly y: number } | null = null;

  const paint = () => {
    if (!at || !canvas) return;
    const source = map.getCanvas();
    const ratio = source.width / source.clientWidth;
    const size = Math.round(DIAMETER_PX * ratio);
    if (element.width !== size) element.width = element.height = size;
    const reach = size / MAGNIFIES;
    canvas.imageSmoothingEnabled = true;
    canvas.clearRect(0, 0, size, size);
    canvas.drawImage(
      source,
      at.x * ratio - reach / 2,
      at.y * ratio - reach / 2,
      reach,
      reach,
      0,
      0,
      size,
      size,
    );
    // Open in the middle, so that it hides nothing of what is aimed at.
    const [middle, far, near] = [size / 2, MARK_PX * 2 * ratio, MARK_PX * ratio];
    canvas.strokeStyle = getComputedStyle(element).color;
    canvas.lineWidth = 2 * ratio;
    canvas.beginPath();
    for (const [x, y] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      canvas.moveTo(middle + x * near, middle + y * near);
      canvas.lineTo(middle + x * far, middle + y * far);
    }
    canvas.stroke();
  };

  map.getContainer().append(element);
  map.on('render', paint);
  return {
    show: (point) => {
      at = point;
      element.hidden = false;
      const { clientWidth } = map.getContainer();
      const radius = DIAMETER_PX / 2;
      const top = point.y - ABOVE_PX - DIAMETER_PX;
      const isBeside = top < 0;
      // At the upper edge it steps aside, to where there is more room.
      const aside = (radius + ABOVE_PX) * (point.x > clientWidth / 2 ? -1 : 1);
      const middle = point.x + (isBeside ? aside : 0);
      const left = Math.min(clientWidth - DIAMETER_PX, Math.max(0, middle - radius));
      element.style.translate = `${left}px ${Math.max(0, top)}px`;
      map.triggerRepaint();
    },
    hide: () => {
      at = null;
      element.hidden = true;
    },
  };
}
