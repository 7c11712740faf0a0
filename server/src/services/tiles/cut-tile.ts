import type { FeatureGeometry, MapFeature } from '../features/feature.ts';
import type { FeatureList } from '../features/feature-list.ts';
import { ByteWriter } from './byte-writer.ts';
import { clipRing } from './clip-ring.ts';
import {
  fromSquare,
  type MercatorRing,
  mercatorRing,
  type SquareBox,
  squareX,
  squareY,
} from './mercator-ring.ts';
import { TileDictionary } from './tile-dictionary.ts';
import { EXTENT, TileGeometry } from './tile-geometry.ts';

/** Deeper tiles a map makes by enlarging these. */
export const DEEPEST_ZOOM = 14;
/** What is beyond the edge of a tile is drawn in it too, so that outlines do not run along edges; of the grid. */
const BUFFER = 64;
/** What is closer to a line than so much of the grid is not drawn, but at the deepest zoom. */
const TOLERANCE = 3;

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** A feature on the square of Web Mercator. */
interface CutFeature {
  readonly tags: Uint32Array;
  readonly point: readonly [number, number] | null;
  readonly polygons: readonly (readonly MercatorRing[])[];
}

const POINT = 1;
const POLYGON = 3;

/** Cuts the features of a layer into tiles: each is projected, and its positions weighed, once. */
export class TileCutter {
  readonly #name: Buffer;
  readonly #features: FeatureList;
  readonly #dictionary = new TileDictionary();
  readonly #known = new Map<MapFeature, CutFeature>();
  readonly #tile = new ByteWriter();
  readonly #feature = new ByteWriter();
  readonly #tags = new ByteWriter();
  readonly #commands = new ByteWriter();
  readonly #geometry = new TileGeometry(this.#commands);

  constructor(layer: string, features: FeatureList) {
    this.#name = Buffer.from(layer);
    this.#features = features;
  }

  /** Null: nothing lies in it. */
  cut(address: TileAddress): Buffer | null {
    const box = boxOf(address);
    const [west, north, east, south] = box;
    this.#dictionary.beginTile();
    this.#tile.reset();
    this.#tile.field(1, this.#name);
    const begun = this.#tile.length;
    for (const feature of this.#features.near([[...fromSquare(west, south), ...fromSquare(east, north)]])) {
      this.#add(this.#cutOf(feature), address, box);
    }
    return this.#tile.length === begun ? null : this.#finish();
  }

  #add({ tags, point, polygons }: CutFeature, { z, x, y }: TileAddress, box: SquareBox): void {
    const place = { scale: 2 ** z, x, y };
    const tolerance = z === DEEPEST_ZOOM ? 0 : TOLERANCE / (EXTENT * place.scale);
    this.#geometry.begin();
    if (point !== null) this.#geometry.point(point, place);
    for (const [outer, ...holes] of polygons) {
      const isDrawn =
        outer !== undefined && this.#geometry.ring(clipRing(outer, tolerance, box), place, true);
      // Where the whole is nothing, neither are its holes.
      if (isDrawn)
        for (const hole of holes) this.#geometry.ring(clipRing(hole, tolerance, box), place, false);
    }
    if (this.#commands.length > 0) this.#write(tags, point === null ? POLYGON : POINT);
  }

  #write(tags: Uint32Array, type: number): void {
    this.#tags.reset();
    for (let i = 0; i < tags.length; i += 2) {
      this.#tags.varint(this.#dictionary.names.use(tags[i] ?? 0));
      this.#tags.varint(this.#dictionary.values.use(tags[i + 1] ?? 0));
    }
    this.#feature.reset();
    this.#feature.nested(2, this.#tags);
    this.#feature.numberField(3, type);
    this.#feature.nested(4, this.#commands);
    this.#tile.nested(2, this.#feature);
  }

  #finish(): Buffer {
    for (const used of this.#dictionary.names.used()) this.#tile.field(3, used);
    for (const used of this.#dictionary.values.used()) this.#tile.field(4, used);
    this.#tile.numberField(5, EXTENT);
    this.#tile.numberField(15, 2);
    this.#feature.reset();
    this.#feature.nested(3, this.#tile);
    return this.#feature.written();
  }

  #cutOf(feature: MapFeature): CutFeature {
    const known = this.#known.get(feature);
    if (known !== undefined) return known;
    const fresh = { tags: this.#dictionary.tagsOf(feature), ...shapeOf(feature.geometry) };
    this.#known.set(feature, fresh);
    return fresh;
  }
}

/** Of a tile, with what is drawn beyond its edge. */
function boxOf({ z, x, y }: TileAddress): SquareBox {
  const margin = BUFFER / EXTENT;
  const scale = 2 ** z;
  return [(x - margin) / scale, (y - margin) / scale, (x + 1 + margin) / scale, (y + 1 + margin) / scale];
}

function shapeOf(geometry: FeatureGeometry | null): Pick<CutFeature, 'point' | 'polygons'> {
  if (geometry === null) return { point: null, polygons: [] };
  if (geometry.type === 'Point') {
    const [lon, lat] = geometry.coordinates;
    return { point: [squareX(lon), squareY(lat)], polygons: [] };
  }
  const drawn = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const polygons = drawn.map((rings) => rings.map(mercatorRing));
  return { point: null, polygons };
}
