import { type Hex, mix, standOut } from './contrast.ts';

/** Every colour of the product, once for each theme. */
export interface Tokens {
  /** Page, and what lies on it. */
  readonly paper: Hex;
  readonly surface: Hex;
  readonly raised: Hex;
  readonly hairline: Hex;
  readonly controlEdge: Hex;
  readonly ink: Hex;
  readonly inkSoft: Hex;
  readonly accent: Hex;
  readonly accentSoft: Hex;
  readonly onAccent: Hex;
  readonly noteGround: Hex;
  readonly noteInk: Hex;
  /** For gaps and for danger only. */
  readonly gap: Hex;
  readonly gapSoft: Hex;
  readonly shadow: string;
  /** The map's grounds and lines. */
  readonly sea: Hex;
  readonly seaGlow: Hex;
  readonly land: Hex;
  readonly ground: Hex;
  readonly coast: Hex;
  readonly boundary: Hex;
  readonly graticule: Hex;
  readonly vignette: Hex;
  readonly label: Hex;
  readonly labelSoft: Hex;
  readonly halo: Hex;
  readonly overlapEdge: Hex;
}

const LIGHT: Tokens = {
  paper: '#FAF8F4',
  surface: '#FFFEFC',
  raised: '#F4F1EA',
  hairline: '#E7E2D8',
  controlEdge: '#8B8F8A',
  ink: '#1D2B33',
  inkSoft: '#55636B',
  accent: '#0F766E',
  accentSoft: '#E2F0EE',
  onAccent: '#FFFFFF',
  noteGround: '#F6EFDC',
  noteInk: '#5C4A16',
  gap: '#B4232C',
  gapSoft: '#FBECEA',
  shadow: '0 1px 2px rgb(29 43 51 / 6%), 0 8px 28px rgb(29 43 51 / 11%)',
  sea: '#CFDCE3',
  seaGlow: '#E9F1F3',
  land: '#EEE9DF',
  ground: '#FAF8F4',
  coast: '#A9B8BF',
  boundary: '#4B5B64',
  graticule: '#7C8D96',
  vignette: '#4A3F2A',
  label: '#1D2B33',
  labelSoft: '#4F5D65',
  halo: '#FFFDF9',
  overlapEdge: '#33302B',
};

const DARK: Tokens = {
  paper: '#12191E',
  surface: '#182127',
  raised: '#212C33',
  hairline: '#2C3941',
  controlEdge: '#71818A',
  ink: '#E8E6E1',
  inkSoft: '#A3AFB5',
  accent: '#2DD4BF',
  accentSoft: '#163A3A',
  onAccent: '#06201D',
  noteGround: '#302A18',
  noteInk: '#E9D9A6',
  gap: '#F4838A',
  gapSoft: '#3A2226',
  shadow: '0 1px 2px rgb(0 0 0 / 40%), 0 10px 32px rgb(0 0 0 / 45%)',
  sea: '#0B1216',
  seaGlow: '#16242B',
  land: '#161E23',
  ground: '#1F2A31',
  coast: '#3A4B55',
  boundary: '#AEBAC0',
  graticule: '#5B6C76',
  vignette: '#000000',
  label: '#F1EFEA',
  labelSoft: '#B5C0C5',
  halo: '#141C21',
  overlapEdge: '#E8E6E1',
};

export const TOKENS: Readonly<Record<'light' | 'dark', Tokens>> = { light: LIGHT, dark: DARK };

/** Hues of territories, told apart with every kind of colour vision: Okabe and Ito's five, then three of ours. */
const HUES: readonly Hex[] = [
  '#0072B2',
  '#E69F00',
  '#009E73',
  '#CC79A7',
  '#56B4E9',
  '#8C6D31',
  '#6A3D9A',
  '#7A8B00',
];

/** Border dashes, in line widths: solid for the first eight, then one more for each further eight. */
const DASHES: readonly (readonly number[])[] = [[1], [5, 2], [1.5, 1.5], [6, 2, 1.5, 2]];

const BORDER_CONTRAST = 3;
const NAME_CONTRAST = 5.5;
const NAME_INK = 0.45;
/** Of territories on the map, so that what lies under them is seen. */
export const FILL_OPACITY = 0.22;

export interface TerritoryColours {
  readonly fill: Hex;
  /** Stands 3:1 against the ground. */
  readonly border: Hex;
  readonly dash: readonly number[];
  /** Of the name on the fill: stands 5.5:1 against it, and against the ground. */
  readonly name: Hex;
}

/** How the territory at this place of the palette is drawn. */
export function territoryColours(place: number, theme: 'light' | 'dark'): TerritoryColours {
  const fill = HUES[place % HUES.length] ?? '#0072B2';
  const dash = DASHES[Math.floor(place / HUES.length) % DASHES.length] ?? [1];
  const { ground, label } = TOKENS[theme];
  const border = standOut(fill, ground, BORDER_CONTRAST);
  const name = standOut(mix(border, label, NAME_INK), mix(ground, fill, FILL_OPACITY), NAME_CONTRAST);
  return { fill, border, dash, name };
}
