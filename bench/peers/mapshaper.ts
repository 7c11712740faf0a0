/**
 * mapshaper's `-clean` by its Node API, on the same GeoJSON objects, without writing any text: import, topology, clean.
 * Gaps are not filled and arcs not joined afterwards (that is not asked of it). It gives the territories without
 * overlap; what they lost and what they leave free are the areas.
 */
import { createRequire } from 'node:module';
import { areaKm2, type MultiPolygon, type Polygon } from '@nitaq/core';
import type { Peer, Plan } from './peer.ts';

/** What we use of mapshaper, which has no types. */
interface Dataset {
  readonly layers: readonly object[];
}
interface Mapshaper {
  readonly internal: {
    readonly importGeoJSON: (collection: object, options: object) => Dataset;
    readonly buildTopology: (dataset: Dataset) => void;
    readonly exportGeoJSON: (dataset: Dataset, options: object) => { content: string | Buffer }[];
  };
  readonly cmd: {
    readonly cleanLayers: (layers: readonly object[], dataset: Dataset, options: object) => void;
  };
}

const require = createRequire(import.meta.url);
const { internal, cmd } = require('mapshaper') as Mapshaper;

export const mapshaper: Peer<Dataset> = {
  name: 'mapshaper -clean',
  counts: 'layers',
  find({ territories }) {
    const features = territories.map(({ association, geometry }) => ({
      type: 'Feature',
      properties: { association },
      geometry,
    }));
    const dataset = internal.importGeoJSON({ type: 'FeatureCollection', features }, {});
    internal.buildTopology(dataset);
    cmd.cleanLayers(dataset.layers, dataset, { gap_width: 0, no_arc_dissolve: true, quiet: true });
    return dataset;
  },
  areasOf(dataset, plan) {
    const left = sum(geometriesOf(dataset));
    return {
      overlapKm2: sum(plan.territories.map(({ geometry }) => geometry)) - left,
      gapKm2: areaKm2(plan.boundary) - left,
    };
  },
  release: () => {},
};

function geometriesOf(dataset: Dataset): Plan['boundary'][] {
  const [file] = internal.exportGeoJSON(dataset, {});
  const { features } = JSON.parse(String(file?.content)) as {
    features: { geometry: MultiPolygon | null }[];
  };
  return features.flatMap(({ geometry }) => geometry ?? []);
}

function sum(geometries: readonly (Polygon | MultiPolygon)[]): number {
  return geometries.reduce((total, geometry) => total + areaKm2(geometry), 0);
}
