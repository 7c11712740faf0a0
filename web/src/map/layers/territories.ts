import type { Hex, Territory } from '@nitaq/core';
import type { ExpressionSpecification, VariableAnchorOffsetCollectionSpecification } from 'maplibre-gl';
import { FILL_OPACITY, TOKENS, territoryColours } from '../../style/tokens.ts';
import { labelPoint } from '../label-point.ts';
import { colourPlaces, type Scene } from '../scene.ts';
import { byZoom, collection, type Layers, type SceneSource, SEMIBOLD_FONT } from './layer-group.ts';

const DASHED_FROM = 8;
const DASH_KINDS = 4;
/** From farther away, a territory bears the name of its seat: there is no room for more. English names are longer. */
const FULL_NAMES_FROM_ZOOM = { ar: 7.8, en: 8.6 };

export const territoriesSource: SceneSource = {
  id: 'territories',
  madeOf: ({ territories, associations, theme }) => [territories, associations, theme],
  data: (scene) => collection(drawn(scene).map((territory) => areaOf(territory, scene))),
};

const areas = new WeakMap<object, GeoJSON.Feature>();

/** The same feature while nothing of it is another: of hundreds, a hand that draws changes few. */
function areaOf({ geometry, association, place }: DrawnTerritory, scene: Scene): GeoJSON.Feature {
  const { area } = coloursOf(place, scene);
  const known = areas.get(geometry);
  const isSame = known?.properties?.place === place && known.properties.border === area.border;
  if (isSame && known?.id === association) return known;
  // Colours are told by each feature: a list of all of them in the style would go along with every tile.
  const properties = { association, place, ...area };
  const feature: GeoJSON.Feature = { type: 'Feature', id: association, geometry, properties };
  areas.set(geometry, feature);
  return feature;
}

/** One point per association, on the largest part of its territory that nobody else claims. */
export const territoryNamesSource: SceneSource = {
  id: 'territory-names',
  // A name that followed the hand would cost more than the drawing itself.
  madeOf: ({ territories, associations, coverage, drawing, theme }) =>
    drawing?.before ? [associations, drawing.before, theme] : [territories, associations, coverage, theme],
  data: (scene) => {
    const names = new Map(
      scene.associations.map(({ id, name, seat }) => [
        id,
        { ...name, 'seat-ar': seat.name.ar, 'seat-en': seat.name.en },
      ]),
    );
    return collection(
      drawn(scene).map(({ geometry, association, place }) => ({
        type: 'Feature',
        id: association,
        geometry: { type: 'Point', coordinates: labelPoint(geometry, sharedParts(scene, association)) },
        properties: {
          ...names.get(association),
          colour: coloursOf(place, scene).name,
        },
      })),
    );
  },
};

type DrawnTerritory = Territory & { readonly place: number };

function drawn({ territories, associations }: Scene): DrawnTerritory[] {
  const places = colourPlaces(associations);
  return (territories?.features ?? []).flatMap((feature) => {
    const place = places.get(feature.id);
    if (!feature.geometry || place === undefined) return [];
    return [{ geometry: feature.geometry, association: feature.id, place }];
  });
}

const colours = new Map<string, { area: { fill: Hex; border: Hex }; name: Hex }>();

/** Worked out once: finding colours that stand out takes long, for hundreds of territories in every frame. */
export function coloursOf(place: number, { theme }: Pick<Scene, 'theme'>) {
  const key = `${theme} ${place}`;
  const known = colours.get(key);
  if (known) return known;
  const { fill, border, name } = territoryColours(place, theme);
  const found = { area: { fill, border }, name };
  colours.set(key, found);
  return found;
}

function sharedParts({ coverage }: Scene, association: Territory['association']) {
  const claimed = [...(coverage?.overlaps.features ?? []), ...(coverage?.shared.features ?? [])];
  return claimed
    .filter((overlap) => overlap.properties.associations.includes(association))
    .map((overlap) => overlap.geometry);
}

/** How wide borders are, or what is so much wider, px. */
export function borderWidth(morePx: ExpressionSpecification | 0 = 0): ExpressionSpecification {
  return byZoom(6, ['+', 1.2, morePx], 9, ['+', 2, morePx], 12, ['+', 3, morePx]);
}

/** Fills, and their borders: darkened or lightened until they stand out, dashed from the ninth territory on. */
export function territoryLayers(scene: Scene): { fills: Layers; borders: Layers } {
  return {
    fills: [
      {
        id: 'territories',
        type: 'fill',
        source: 'territories',
        paint: {
          'fill-color': ['get', 'fill'],
          'fill-opacity': FILL_OPACITY,
        },
      },
    ],
    borders: Array.from({ length: DASH_KINDS }, (_, kind) => ({
      id: `territory-borders-${kind}`,
      type: 'line' as const,
      source: 'territories',
      filter: [
        '==',
        ['%', ['floor', ['/', ['get', 'place'], DASHED_FROM]], DASH_KINDS],
        kind,
      ] as ExpressionSpecification,
      layout: { 'line-join': 'round' as const },
      paint: {
        'line-color': ['get', 'border'],
        'line-width': borderWidth(),
        ...(kind > 0
          ? { 'line-dasharray': [...territoryColours(kind * DASHED_FROM, scene.theme).dash] }
          : {}),
      },
    })),
  };
}

/** Where a name may stand: on its point, or a little beside it, in ems; the first that is free is taken. */
const NAME_PLACES: VariableAnchorOffsetCollectionSpecification = [
  [0, 0],
  [0, -1.4],
  [0, 1.4],
  [-2, 0],
  [2, 0],
  [-2, -1.8],
  [2, -1.8],
  [-2, 1.8],
  [2, 1.8],
  [0, -2.8],
  [0, 2.8],
].flatMap((offset): (string | [number, number])[] => ['center', [offset[0] ?? 0, offset[1] ?? 0]]);

export function territoryNameLayers(scene: Scene): Layers {
  return [
    {
      id: 'territory-names',
      type: 'symbol',
      source: 'territory-names',
      layout: {
        'text-field': [
          'step',
          ['zoom'],
          ['get', `seat-${scene.language}`],
          FULL_NAMES_FROM_ZOOM[scene.language],
          ['get', scene.language],
        ],
        'text-font': SEMIBOLD_FONT,
        'text-size': byZoom(6, 11, 7.5, 13, 7.8, 11.5, 9, 15, 12, 20),
        'text-max-width': 9,
        'text-line-height': 1.35,
        'text-padding': 2,
        // An association's name is on its territory, always: beside dots and towns where there is room, else on them.
        'text-variable-anchor-offset': NAME_PLACES,
        'text-justify': 'center',
        'text-allow-overlap': true,
      },
      paint: {
        'text-color': ['get', 'colour'],
        'text-halo-color': TOKENS[scene.theme].ground,
        'text-halo-width': 2,
        'text-halo-blur': 0.4,
      },
    },
  ];
}
