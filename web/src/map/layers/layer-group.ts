import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import type { Scene } from '../scene.ts';

/** What one file of this folder contributes: data that follows the scene, and how it looks. */
export interface SceneSource {
  readonly id: string;
  /** The parts of the scene the data is made of: it is made anew only when one of them is another object. */
  readonly madeOf: (scene: Scene) => readonly unknown[];
  readonly data: (scene: Scene) => GeoJSON.FeatureCollection;
  /** How the map cuts it into tiles, px of a tile; where it is left out, as MapLibre does by itself. */
  readonly cut?: Pick<GeoJSONSourceSpecification, 'buffer' | 'tolerance'>;
  /** Where the map reads for itself what is too much to be handed over; null: nothing is. */
  readonly tiles?: (scene: Scene) => TiledSource | null;
}

/** Vector tiles in the place of data. */
export interface TiledSource {
  readonly address: string;
  readonly maxzoom: number;
  /** The images of a layer, which tell what the tiles do not know. */
  readonly images: { readonly layer: string; readonly image: ExpressionSpecification };
}

export type Layers = readonly LayerSpecification[];

export function collection(features: readonly GeoJSON.Feature[]): GeoJSON.FeatureCollection {
  return { type: 'FeatureCollection', features: [...features] };
}

/** A zoom curve: pairs of zoom and value, straight between them. */
export function byZoom(...stops: readonly (number | ExpressionSpecification)[]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops];
}

/** Families of `style/fonts.css`; MapLibre reads the weight from the name. */
export const MEDIUM_FONT = ['Nitaq Map Medium'];
export const SEMIBOLD_FONT = ['Nitaq Map Semibold'];
