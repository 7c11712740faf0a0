/** A colour as `#RRGGBB`. */
export type Hex = `#${string}`;

/** Contrast ratio of two colours, 1 to 21, after WCAG 2.2. */
export function contrast(a: Hex, b: Hex): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** `amount` of `over` (0 to 1) mixed into `under`, channel by channel. */
export function mix(under: Hex, over: Hex, amount: number): Hex {
  const [from, to] = [channels(under), channels(over)];
  const mixed = from.map((channel, index) => Math.round(channel + ((to[index] ?? 0) - channel) * amount));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The hue itself where it stands out from the ground by `ratio`, else darkened or lightened until it does. */
export function standOut(hue: Hex, ground: Hex, ratio: number): Hex {
  const towards: Hex = luminance(ground) > 0.4 ? '#000000' : '#FFFFFF';
  for (let amount = 0; amount <= 1; amount += 0.02) {
    const candidate = mix(hue, towards, amount);
    if (contrast(candidate, ground) >= ratio) return candidate;
  }
  return towards;
}

export function channels(hex: Hex): [red: number, green: number, blue: number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function luminance(hex: Hex): number {
  const [red, green, blue] = channels(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
