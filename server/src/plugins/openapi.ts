import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { ASKED_A_MINUTE, BATCHES_A_MINUTE } from './api-keys.ts';
import { LimitsTable } from './limits-table.ts';
import { namedSchemas } from './named-schemas.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the description says of a route that reads its requests itself; left out: what its schema says. */
    described?: FastifySchema;
  }
}

/** The description of the API at `/openapi.json`, and a page that shows it at `/docs`. */
export async function registerOpenApi(app: FastifyInstance): Promise<void> {
  const limits = new LimitsTable();
  app.addHook('onRoute', (route) => limits.add(route));
  await app.register(swagger, {
    transform: ({ schema, url, route: { config } }) => {
      const described = config?.described ?? schema;
      return {
        url,
        schema:
          config?.keyAddress === undefined ? described : { ...described, security: [{}, { apiKey: [] }] },
      };
    },
    transformObject: (document) => {
      if (!('openapiObject' in document)) throw new Error('The API is described as OpenAPI 3');
      const { openapiObject } = document;
      const { paths, schemas } = namedSchemas(JSON.parse(JSON.stringify(openapiObject.paths ?? {})));
      return {
        ...openapiObject,
        info: { ...openapiObject.info, description: `${openapiObject.info?.description}\n\n${limits}` },
        paths,
        components: { ...openapiObject.components, schemas },
      } as typeof openapiObject;
    },
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Nitaq',
        version: '1',
        description:
          'Who covers where: areas, associations, villages, plans, and which association covers a place. ' +
          'Coordinates are longitude, latitude in WGS 84; areas are km² on the ellipsoid.',
        license: { name: 'MIT' },
      },
      components: {
        securitySchemes: {
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description: `A key of an association, for programs: ${ASKED_A_MINUTE.toLocaleString('en')} lookups and as many searches a minute, ${BATCHES_A_MINUTE} lists, with \`ratelimit-*\` headers and 429`,
          },
        },
      },
      tags: [
        { name: 'coverage', description: 'Which association covers this place?' },
        { name: 'areas' },
        { name: 'villages' },
        { name: 'plans' },
        { name: 'need', description: 'How many need care, as far as one may know' },
        { name: 'people', description: 'Signing in, invitations and roles' },
        { name: 'proposals', description: 'What is put in the place of the plan in force, and who agrees' },
        {
          name: 'meetings',
          description: 'The regular meeting: agenda, minutes, decisions, actions, calendar',
        },
        { name: 'initiatives', description: 'What several associations do together, and who approves it' },
        { name: 'documents', description: 'The shelf: what was learnt, and files to take away' },
        { name: 'reports', description: 'Coverage on paper and for tables and GIS; maps, agreements, cards' },
        { name: 'notices', description: 'What people are told, and how they want to be' },
        { name: 'events', description: 'What is saved, as it happens, and who is there' },
        { name: 'features', description: 'What GIS programs and maps read' },
        { name: 'operations' },
      ],
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP:
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
    uiConfig: { validatorUrl: null },
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
