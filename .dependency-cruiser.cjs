const forbid = (name, from, to, toNot) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: toNot ? { path: to, pathNot: toNot } : { path: to },
});
const parts = '^core/src/(assessment|edits|negotiation)/';

/** The arrows between workspaces and folders; docs/ARCHITECTURE.md says why. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-has-no-io',
      severity: 'error',
      from: { path: '^core/src/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-uses-few-packages',
      severity: 'error',
      from: { path: '^core/src/', pathNot: '\\.test\\.ts$' },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(typebox|@turf|flatbush|robust-predicates|@types/geojson)/',
      },
    },
    forbid('core-is-alone', '^core/', '^(server|web)/'),
    forbid('model-is-the-root', '^core/src/model/', '^core/src/', '^core/src/model/'),
    forbid('geometry-knows-no-rules', '^core/src/geometry/', parts),
    forbid('core-parts-are-apart', parts, parts, '^core/src/$1/'),
    forbid('reports-are-above', parts, '^core/src/report/'),
    forbid('client-is-alone', '^client/', '^(core|server|web)/'),
    forbid('client-by-its-index', '^(core|server|web)/', '^client/', '^client/src/index'),
    forbid('service-needs-no-client', '^(core|server)/src/', '^client/'),
    forbid('core-by-its-index', '^(server|web)/', '^core/src/', '^core/src/index'),
    forbid('server-not-web', '^server/', '^web/'),
    forbid('web-not-server', '^web/', '^server/'),
    forbid(
      'sql-in-repositories',
      '^server/src/(routes|services|events|app|plugins)',
      'node_modules/(kysely|pg)/',
    ),
    forbid(
      'services-know-no-http',
      '^server/src/(repositories|services|events)/',
      '^server/src/(routes|plugins)/|node_modules/fastify/',
    ),
    forbid('repositories-are-below', '^server/src/repositories/', '^server/src/(services|events)/'),
    forbid('state-is-headless', '^web/src/state/', '^web/src/(map|panels)/|node_modules/maplibre-gl/'),
    forbid('map-sees-state-only', '^web/src/map/', '^web/src/(panels|api)/'),
    forbid('panels-see-state-only', '^web/src/panels/', '^web/src/(map|api)/|node_modules/maplibre-gl/'),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|build)/' },
  },
};
