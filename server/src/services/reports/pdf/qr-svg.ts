import { encode } from 'uqr';

/** A text as a QR code; with a border, for cameras find it by that. */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}">` +
    `<rect width="${size}" height="${size}" fill="#FFFFFF"/><path d="${dark.join('')}" fill="#000000"/></svg>`
  );
}
