import type { Plan, Position, TerritoryFeature } from '@nitaq/core';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { App } from '../../src/routes/context.ts';

/** The address of the shipped area. */
export const AREA = '/api/v1/areas/al-lith';

/** What every refusal looks like. */
export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors?: readonly { pointer: string; detail: string; code?: string; position?: Position }[];
}

/** The problem that a response is, after checking that it is a whole one. */
export function problemIn(response: LightMyRequestResponse): Problem {
  expect(response.headers['content-type']).toBe('application/problem+json');
  expect(response.headers['cache-control']).toBe('no-store');
  const problem = response.json<Problem>();
  expect(problem).toMatchObject({
    status: response.statusCode,
    type: expect.stringMatching(/^urn:nitaq:problem:/),
  });
  expect(`${problem.title} ${problem.detail}`).not.toMatch(/\{\w+\}/);
  return problem;
}

/** The last part of a problem's type. */
export function problemCode(response: LightMyRequestResponse): string {
  return problemIn(response).type.replace('urn:nitaq:problem:', '');
}

/** Makes a draft from another plan, or from nothing (null). */
export async function makeDraft(app: App, from: string | null = 'opening-claims'): Promise<Plan> {
  const payload = { title: { ar: 'مسودة', en: 'Draft' }, ...(from !== null && { from }) };
  const response = await app.inject({ method: 'POST', url: `${AREA}/plans`, payload });
  expect(response.statusCode, response.body).toBe(201);
  return response.json<Plan>();
}

export interface TerritoryPut {
  readonly plan: string;
  readonly association?: string;
  /** Text or bytes go as they are, anything else as JSON. */
  readonly body: unknown;
  /** Null: without the header. */
  readonly ifMatch?: string | null;
  readonly headers?: Record<string, string>;
}

/** Sends a territory of the shipped area. */
export async function putTerritory(app: App, put: TerritoryPut): Promise<LightMyRequestResponse> {
  const { plan, association = 'lith', body, ifMatch = '"1"', headers = {} } = put;
  return app.inject({
    method: 'PUT',
    url: `${AREA}/plans/${plan}/territories/${association}`,
    payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(ifMatch !== null && { 'if-match': ifMatch }),
      ...headers,
    },
  });
}

export async function getTerritory(app: App, plan: string, association = 'lith'): Promise<TerritoryFeature> {
  const response = await app.inject({ url: `${AREA}/plans/${plan}/territories/${association}` });
  expect(response.statusCode, response.body).toBe(200);
  return response.json<TerritoryFeature>();
}

export async function getPlan(app: App, plan: string): Promise<Plan> {
  return (await app.inject({ url: `${AREA}/plans/${plan}` })).json<Plan>();
}
