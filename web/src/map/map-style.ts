import type { SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { TOKENS } from '../style/tokens.ts';
import { comparisonLayers, comparisonSource } from './layers/comparison.ts';
import { drawingLayers, hoverSource, strokeLayers, strokeSource, verticesSource } from './layers/drawing.ts';
import { faceLayers, gapsSource, overlapsSource, sharedSource, sliversSource } from './layers/faces.ts';
import {
  areaSource,
  boundaryLayers,
  graticuleSource,
  groundLayers,
  landSource,
  vignetteSource,
} from './layers/ground.ts';
import { initiativeLayers, initiativesSource } from './layers/initiatives.ts';
import type { SceneSource } from './layers/layer-group.ts';
import { lockedStretchLayers, lockSignLayers, locksSource } from './layers/locks.ts';
import { missingLayers, missingSource } from './layers/missing.ts';
import { othersLayers, othersSource } from './layers/others.ts';
import { placeLayers, seatsSource, villagesSource } from './layers/places.ts';
import { reasonSignLayers, reasonStretchLayers, reasonsSource } from './layers/reasons.ts';
import { selectionLayers, selectionSource } from './layers/selection.ts';
import { sketchLayers, sketchSource } from './layers/sketch.ts';
import { snapLayers, snapSource } from './layers/snap.ts';
import { groundLayers as strokeGroundLayers } from './layers/stroke-ground.ts';
import {
  territoriesSource,
  territoryLayers,
  territoryNameLayers,
  territoryNamesSource,
} from './layers/territories.ts';
import { theirsLayers, theirsSource } from './layers/theirs.ts';
import type { Scene } from './scene.ts';

export const SCENE_SOURCES: readonly SceneSource[] = [
  landSource,
  areaSource,
  vignetteSource,
  graticuleSource,
  territoriesSource,
  comparisonSource,
  theirsSource,
  gapsSource,
  overlapsSource,
  sharedSource,
  sliversSource,
  initiativesSource,
  selectionSource,
  villagesSource,
  seatsSource,
  missingSource,
  territoryNamesSource,
  reasonsSource,
  locksSource,
  verticesSource,
  hoverSource,
  strokeSource,
  sketchSource,
  snapSource,
  othersSource,
];

/** UX: changes fade in 150 ms. */
const FADE_MS = 150;

/** The whole style, without glyphs: labels are drawn with the page's own fonts, so nothing is fetched. */
export function mapStyle(scene: Scene): StyleSpecification {
  const tokens = TOKENS[scene.theme];
  const territories = territoryLayers(scene);
  const faces = faceLayers(scene);
  const places = placeLayers(scene);
  return {
    version: 8,
    transition: { duration: FADE_MS, delay: 0 },
    sources: Object.fromEntries(
      SCENE_SOURCES.map((source): [string, SourceSpecification] => [source.id, sourceOf(source, scene)]),
    ),
    layers: [
      ...groundLayers(tokens),
      ...territories.fills,
      ...faces.fills,
      ...boundaryLayers(tokens),
      ...territories.borders,
      ...faces.edges,
      ...strokeGroundLayers(scene),
      ...strokeLayers(scene),
      ...comparisonLayers(scene),
      ...initiativeLayers(scene),
      ...selectionLayers(scene),
      ...reasonStretchLayers(scene),
      ...lockedStretchLayers(scene),
      ...theirsLayers(scene),
      ...drawingLayers(scene),
      // What is drawn on top finds its place first: signs, towns, territories, and then villages.
      ...places.villageNames,
      ...territoryNameLayers(scene),
      ...places.townNames,
      ...places.signs,
      ...missingLayers(scene),
      ...reasonSignLayers(scene),
      ...lockSignLayers(),
      ...othersLayers(scene),
      ...sketchLayers(scene),
      ...snapLayers(scene),
    ],
  };
}

function sourceOf({ data, tiles, cut }: SceneSource, scene: Scene): SourceSpecification {
  const tiled = tiles?.(scene);
  if (!tiled) return { type: 'geojson', data: data(scene), ...cut };
  return { type: 'vector', tiles: [tiled.address], maxzoom: tiled.maxzoom };
}

/** What the look depends on, apart from the data: another look needs another style. */
export function lookOf(scene: Scene): string {
  const places = scene.associations.map((association) => association.colour).join(',');
  // Layers of villages differ where these are read from tiles, in which other areas have villages too.
  const isTiled = villagesSource.tiles?.(scene) ? `tiles of ${scene.area?.id}` : '';
  return [scene.theme, scene.language, places, isTiled].join(' ');
}
