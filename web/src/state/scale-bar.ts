const EARTH_CIRCUMFERENCE_M = 40_075_016.686;
const TILE_PX = 512;

export interface ScaleBar {
  readonly metres: number;
  readonly pixels: number;
}

/**
 * The longest round distance (1, 2 or 5 times a power of ten) that fits into `maxPixels`
 * on a Web Mercator map at this latitude (degrees) and zoom (512 px tiles).
 */
export function scaleBar(latitude: number, zoom: number, maxPixels: number): ScaleBar {
  const metresPerPixel =
    (EARTH_CIRCUMFERENCE_M * Math.cos((latitude * Math.PI) / 180)) / (TILE_PX * 2 ** zoom);
  const longest = metresPerPixel * maxPixels;
  const power = 10 ** Math.floor(Math.log10(longest));
  const step = [5, 2, 1].find((candidate) => candidate * power <= longest) ?? 1;
  return { metres: step * power, pixels: (step * power) / metresPerPixel };
}
