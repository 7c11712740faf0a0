import type {
  Area,
  Association,
  CoverageAnswer,
  CoverageReport,
  Plan,
  Position,
  Reason,
  RecordEntry,
  TerritoryCollection,
} from '@nitaq/core';
import type { Api, DraftAt, Land, ReasonAt, Relocation } from './api.ts';
import { createApiKeysApi } from './api-keys-client.ts';
import { listenToArea } from './area-events.ts';
import { createDocumentsApi } from './documents-client.ts';
import { allPages, answerOf, asOf, createHttpClient } from './http.ts';
import { createInitiativesApi } from './initiatives-client.ts';
import { createMeetingsApi } from './meetings-client.ts';
import { createMissingApi } from './missing-client.ts';
import { createNeedApi } from './need-client.ts';
import { createNoticesApi } from './notices-client.ts';
import { createPeopleApi } from './people-client.ts';
import type { Answer } from './problem.ts';
import { createProposalsApi } from './proposals-client.ts';
import { createRecordApi } from './record-client.ts';
import { createReportsApi } from './reports-client.ts';
import { createZonesApi } from './zones-client.ts';

const NOT_FOUND = 404;
const VILLAGES_A_PAGE = 1000;
const NEWEST_ENTRIES = 100;

/** The service as the web app uses it, answering in the language that `language` gives at the time. */
export function createApi(language: () => string): Api {
  // One name for as long as the page is open: so it does not hear of its own changes.
  const client = crypto.randomUUID();
  const http = createHttpClient(language, client);
  return {
    ...createPeopleApi(http),
    ...createProposalsApi(http),
    ...createNeedApi(http),
    ...createZonesApi(http),
    ...createNoticesApi(http),
    ...createReportsApi(http),
    ...createRecordApi(http),
    ...createMissingApi(http),
    ...createMeetingsApi(http),
    ...createApiKeysApi(http),
    ...createInitiativesApi(http),
    ...createDocumentsApi(http),
    areas: () => allPages(() => http.GET('/api/v1/areas')),
    area: (area) => answerOf<Area>(http.GET('/api/v1/areas/{area}', { params: { path: { area } } })),
    land: async (area) =>
      nullWhereMissing(
        await answerOf<Land>(http.GET('/api/v1/areas/{area}/land', { params: { path: { area } } })),
      ),
    associations: (area) =>
      allPages(() => http.GET('/api/v1/areas/{area}/associations', { params: { path: { area } } })),
    villages: (area) =>
      allPages((cursor) => {
        const query = { limit: VILLAGES_A_PAGE, ...(cursor === null ? {} : { cursor }) };
        return http.GET('/api/v1/areas/{area}/villages', { params: { path: { area }, query } });
      }),
    plans: (area) => allPages(() => http.GET('/api/v1/areas/{area}/plans', { params: { path: { area } } })),
    territories: (area, plan) =>
      answerOf<TerritoryCollection>(
        http.GET('/api/v1/areas/{area}/plans/{plan}/territories', { params: { path: { area, plan } } }),
      ),
    coverage: (area, plan) =>
      answerOf<CoverageReport>(
        http.GET('/api/v1/areas/{area}/plans/{plan}/coverage', { params: { path: { area, plan } } }),
      ),
    whoCoversPoint: ([lon, lat]: Position, day) =>
      answerOf<CoverageAnswer>(
        http.GET('/api/v1/coverage', { params: { query: { lon, lat, ...asOf(day) } } }),
      ),
    whoCoversVillage: (area, village, day) =>
      answerOf<CoverageAnswer>(
        http.GET('/api/v1/coverage', { params: { query: { area, village, ...asOf(day) } } }),
      ),
    createPlan: (area, plan) =>
      answerOf<Plan>(http.POST('/api/v1/areas/{area}/plans', { params: { path: { area } }, body: plan })),
    renamePlan: ({ area, id, version }: DraftAt, title) =>
      answerOf<Plan>(
        http.PATCH('/api/v1/areas/{area}/plans/{plan}', {
          params: { path: { area, plan: id }, header: ifMatch(version) },
          body: { title },
        }),
      ),
    deletePlan: ({ area, id, version }: DraftAt) =>
      answerOf(
        http.DELETE('/api/v1/areas/{area}/plans/{plan}', {
          params: { path: { area, plan: id }, header: ifMatch(version) },
        }),
      ),
    recordOfPlan: async (area, id) => {
      const query = { kind: 'plan', id, limit: NEWEST_ENTRIES } as const;
      const answer = await answerOf<{ items: RecordEntry[] }>(
        http.GET('/api/v1/areas/{area}/record', { params: { path: { area }, query } }),
      );
      return answer.ok ? { ok: true, value: answer.value.items } : answer;
    },
    saveTerritories: (area, plan, territories) =>
      answerOf<TerritoryCollection>(
        http.PATCH('/api/v1/areas/{area}/plans/{plan}/territories', {
          params: { path: { area, plan } },
          body: { territories: territories.map((one) => ({ ...one })) },
        }),
      ),
    reasons: (area, plan) =>
      allPages(() =>
        http.GET('/api/v1/areas/{area}/plans/{plan}/reasons', { params: { path: { area, plan } } }),
      ),
    addReason: (area, plan, { input, key }) =>
      answerOf<Reason>(
        http.POST('/api/v1/areas/{area}/plans/{plan}/reasons', {
          params: { path: { area, plan }, header: { 'idempotency-key': key } },
          body: input,
        }),
      ),
    changeReason: ({ area, plan, id, version }: ReasonAt, input) =>
      answerOf<Reason>(
        http.PUT('/api/v1/areas/{area}/plans/{plan}/reasons/{reason}', {
          params: { path: { area, plan, reason: id }, header: ifMatch(version) },
          body: input,
        }),
      ),
    removeReason: ({ area, plan, id, version }: ReasonAt) =>
      answerOf(
        http.DELETE('/api/v1/areas/{area}/plans/{plan}/reasons/{reason}', {
          params: { path: { area, plan, reason: id }, header: ifMatch(version) },
        }),
      ),
    listen: (area, hear) => listenToArea(area, client, hear),
    tellPresence: (area, plan, presence) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/plans/{plan}/presence', {
          params: { path: { area, plan } },
          body: { client, ...presence, editing: presence.editing === null ? null : [...presence.editing] },
        }),
      ),
    moveVillage: ({ area, id, version, location }: Relocation) =>
      answerOf(
        http.PUT('/api/v1/areas/{area}/villages/{village}/location', {
          params: { path: { area, village: id }, header: ifMatch(version) },
          body: { location },
        }),
      ),
    moveSeat: ({ area, id, version, location }: Relocation) =>
      answerOf<Association>(
        http.PUT('/api/v1/areas/{area}/associations/{association}/seat/location', {
          params: { path: { area, association: id }, header: ifMatch(version) },
          body: { location },
        }),
      ),
  };
}

function ifMatch(version: number) {
  return { 'if-match': `"${version}"` };
}

function nullWhereMissing<T>(answer: Answer<T>): Answer<T | null> {
  const missing = !answer.ok && answer.problem.kind === 'refused' && answer.problem.status === NOT_FOUND;
  return missing ? { ok: true, value: null } : answer;
}
