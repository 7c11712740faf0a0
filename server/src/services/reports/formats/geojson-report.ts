import { type ReportLayer, reportLayers } from './report-layers.ts';
import type { ReportWriter } from './report-writer.ts';

/** Everything of a report that has a place, in one collection; `layer` says what each feature is. */
export const geoJsonReport: ReportWriter = {
  mediaType: 'application/geo+json',
  extension: 'geojson',
  async write(drawn) {
    const { area, plan, at, madeAt, summary, method } = drawn.report;
    const document = {
      type: 'FeatureCollection',
      name: `coverage-${area.id}`,
      report: { area: area.id, plan, at, madeAt, summary, sources: method.sources },
      features: reportLayers(drawn).flatMap(featuresOf),
    };
    return Buffer.from(JSON.stringify(document));
  },
};

function featuresOf({ name, fields, features }: ReportLayer) {
  return features.map(({ geometry, values }) => ({
    type: 'Feature',
    geometry,
    properties: {
      layer: name,
      ...Object.fromEntries(fields.map(([field], at) => [field, values[at] ?? null])),
    },
  }));
}
