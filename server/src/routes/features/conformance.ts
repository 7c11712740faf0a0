/** The classes of the standards that the service conforms to; each requirement of them has a test of its name. */
export const CONFORMS_TO = [
  ...['core', 'oas30', 'html', 'geojson'].map((name) => spec('ogcapi-features-1', name)),
  spec('ogcapi-features-2', 'crs'),
  ...['queryables', 'queryables-query-parameters', 'filter', 'features-filter'].map((name) =>
    spec('ogcapi-features-3', name),
  ),
  ...[
    'cql2-text',
    'cql2-json',
    'basic-cql2',
    'advanced-comparison-operators',
    'case-insensitive-comparison',
    'accent-insensitive-comparison',
    'basic-spatial-functions',
    'property-property',
  ].map((name) => spec('cql2', name)),
];

function spec(standard: string, name: string): string {
  return `http://www.opengis.net/spec/${standard}/1.0/conf/${name}`;
}
