import 'maplibre-gl/dist/maplibre-gl.css';
import { type GeoJSONSource, Map as MapLibre, setWorkerUrl, type VectorTileSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { parseImageName } from './image-names.ts';
import { drawImage, IMAGE_PIXEL_RATIO } from './images.ts';
import { MEDIUM_FONT, SEMIBOLD_FONT, type TiledSource } from './layers/layer-group.ts';
import { lookOf, mapStyle, SCENE_SOURCES } from './map-style.ts';
import type { Scene } from './scene.ts';
import { changesBetween } from './source-changes.ts';

const FARTHEST_ZOOM = 5;
const CLOSEST_ZOOM = 17;
const SURROUNDINGS_DEGREES = 3;
/** One letter of each file that a label may need, so that every one is loaded before the first is drawn. */
const LETTERS = 'ق Aʿ';

setWorkerUrl(workerUrl);

/** A map of a scene that lies flat and north up. Rejects where the browser cannot draw maps. */
export async function createBaseMap(container: HTMLElement, scene: () => Scene): Promise<MapLibre> {
  await Promise.all(
    [...MEDIUM_FONT, ...SEMIBOLD_FONT].map((family) =>
      document.fonts.load(`${family.endsWith('Medium') ? 500 : 600} 24px "${family}"`, LETTERS),
    ),
  );
  const map = new MapLibre({
    container,
    style: mapStyle(scene()),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxPitch: 0,
    minZoom: FARTHEST_ZOOM,
    maxZoom: CLOSEST_ZOOM,
    renderWorldCopies: false,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setMissingStyleImageResolver((id) => {
    const name = parseImageName(id);
    if (name && !map.hasImage(id)) map.addImage(id, drawImage(name), { pixelRatio: IMAGE_PIXEL_RATIO });
  });
  // For people and tests who wait for it: still while everything is drawn and nothing moves.
  map.on('idle', () => container.setAttribute('data-still', 'true'));
  map.on('movestart', () => container.setAttribute('data-still', 'false'));
  return map;
}

/** Draws one scene after the other: of each only what is another than before. */
export function createScenePainter(map: MapLibre): (scene: Scene) => void {
  let drawn: Scene | null = null;
  const sent: SentData = new Map();
  return (scene) => {
    if (scene.area !== drawn?.area) confine(map, scene);
    if (drawn && lookOf(drawn) !== lookOf(scene)) {
      sent.clear();
      map.setStyle(mapStyle(scene));
    } else drawData(map, sent, { before: drawn, now: scene });
    drawn = scene;
  };
}

/** What the sources were given last, as far as is known: afterwards only what changed is sent. */
type SentData = Map<string, GeoJSON.FeatureCollection>;

/** Draws what is another in the scene now than it was before; everything when there was none before. */
function drawData(
  map: MapLibre,
  sent: SentData,
  { before, now }: { before: Scene | null; now: Scene },
): void {
  for (const source of SCENE_SOURCES) {
    const parts = before ? source.madeOf(before) : [];
    const same = parts.length > 0 && source.madeOf(now).every((part, index) => part === parts[index]);
    if (same) continue;
    const tiles = source.tiles?.(now);
    if (tiles) {
      drawTiles(map, source.id, tiles);
      continue;
    }
    const data = source.data(now);
    const known = sent.get(source.id);
    const changes = known && changesBetween(known, data);
    sent.set(source.id, data);
    if (!changes) map.getSource<GeoJSONSource>(source.id)?.setData(data);
    else if (changes.add?.length || changes.remove?.length)
      map.getSource<GeoJSONSource>(source.id)?.updateData(changes);
  }
}

function drawTiles(map: MapLibre, id: string, { address, images }: TiledSource): void {
  const source = map.getSource<VectorTileSource>(id);
  if (source && source.tiles?.[0] !== address) source.setTiles([address]);
  map.setLayoutProperty(images.layer, 'icon-image', images.image);
}

/** Nobody gets lost far from the area. */
function confine(map: MapLibre, { area }: Scene): void {
  if (!area) return;
  const [west = 0, south = 0, east = 0, north = 0] = area.bbox;
  const m = SURROUNDINGS_DEGREES;
  map.setMaxBounds([west - m, south - m, east + m, north + m]);
}
