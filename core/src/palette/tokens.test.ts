import { expect, test } from 'vitest';
import { channels, contrast, type Hex, mix } from './contrast.ts';
import { FILL_OPACITY, TOKENS, territoryColours } from './tokens.ts';

const THEMES = ['light', 'dark'] as const;

test.each(THEMES)('text stands out 4.5:1 from what it is written on (%s)', (theme) => {
  const { ink, inkSoft, accent, onAccent, noteInk, ...ground } = TOKENS[theme];
  for (const text of [ink, inkSoft]) {
    for (const under of [ground.paper, ground.surface, ground.raised, ground.accentSoft]) {
      expect(contrast(text, under)).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(contrast(accent, ground.surface)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(accent, ground.accentSoft)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(noteInk, ground.noteGround)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(ground.label, ground.ground)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(ground.labelSoft, ground.halo)).toBeGreaterThanOrEqual(4.5);
});

test.each(THEMES)('what one must see on the map stands out 3:1 from its ground (%s)', (theme) => {
  const { ground, gap, overlapEdge, boundary, accent, controlEdge, surface } = TOKENS[theme];
  const borders = Array.from({ length: 9 }, (_, place) => territoryColours(place, theme).border);
  for (const seen of [gap, overlapEdge, boundary, accent, ...borders]) {
    expect(contrast(seen, ground)).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(controlEdge, surface)).toBeGreaterThanOrEqual(3);
});

test.each(THEMES)('the name of a territory stands out 4.5:1 from its fill and its halo (%s)', (theme) => {
  const { ground } = TOKENS[theme];
  for (let place = 0; place < 8; place += 1) {
    const { fill, name } = territoryColours(place, theme);
    expect(contrast(name, mix(ground, fill, FILL_OPACITY))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(name, ground)).toBeGreaterThanOrEqual(4.5);
  }
});

test('from the ninth territory on, the hue is the same and the dash another', () => {
  const [first, ninth] = [territoryColours(0, 'light'), territoryColours(8, 'light')];
  expect(ninth.fill).toBe(first.fill);
  expect(ninth.dash).not.toEqual(first.dash);
});

// Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
const VISIONS: Record<string, readonly number[]> = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

test.each(Object.keys(VISIONS))('the first eight hues are told apart with %s', (vision) => {
  const seen = Array.from({ length: 8 }, (_, place) => asSeen(territoryColours(place, 'light').fill, vision));
  const distances = seen.flatMap((a, i) => seen.slice(i + 1).map((b) => distance(a, b)));
  // In Oklab a difference of 0.02 is just noticeable.
  expect(Math.min(...distances)).toBeGreaterThan(0.04);
});

function asSeen(hex: Hex, vision: string): number[] {
  const linear = channels(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = multiply(VISIONS[vision] ?? [], linear).map((value) =>
    Math.min(1, Math.max(0, value)),
  );
  const cones = multiply(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619,
      0.2817188376, 0.6299787005,
    ],
    [red, green, blue],
  ).map(Math.cbrt);
  return multiply(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371,
      0.7827717662, -0.808675766,
    ],
    cones,
  );
}

function multiply(matrix: readonly number[], vector: readonly number[]): number[] {
  return [0, 3, 6].map((row) =>
    vector.reduce((sum, value, column) => sum + value * (matrix[row + column] ?? 0), 0),
  );
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));
}
