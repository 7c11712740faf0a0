import {
  type Action,
  type AreaId,
  type AssociationId,
  authorize,
  DomainError,
  type Person,
  type PlanId,
  readingOf,
  type Thing,
} from '@nitaq/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Value } from 'typebox/value';
import { actFor } from '../database/acting.ts';
import type { Database } from '../database/open-database.ts';
import type { People } from '../people/people.ts';
import { findPlan } from '../repositories/plan-repository.ts';
import { AreaParams, PlanParams } from '../routes/schemas.ts';
import { IN_FORCE, requireArea } from '../services/find-plan.ts';
import { refuseUnless } from '../services/refuse-unless.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does; every route of the API, of `/ogc` and of `/tiles` says it. */
    action?: Action;
  }
  interface FastifyInstance {
    /** What each route of the API does. */
    readonly routeActions: RouteAction[];
  }
  interface FastifyRequest {
    /** Who asks; null: nobody who is signed in. */
    person: Person | null;
    /** The session they ask in; null: none. */
    session: string | null;
  }
}

export interface RouteAction {
  readonly method: string;
  readonly url: string;
  readonly action: Action;
}

/** The addresses whose routes say what they do. */
const ASKED = /^\/(?:api|ogc|tiles)(?:\/|$)/;

interface Named {
  readonly area?: string;
  readonly plan?: string;
  readonly association?: string;
}

/** What deciding about rights needs. */
interface RightsOptions {
  readonly db: Database;
  readonly people: People;
  readonly now: () => Date;
}

/**
 * Asks of every request to the API who sends it and whether they may do what its route does, before anything else is read.
 * Errors: `sign-in-needed`, `second-factor-needed`, `not-allowed`.
 */
export function registerRights(app: FastifyInstance, { db, people, now }: RightsOptions): void {
  app.decorateRequest('person', null);
  app.decorateRequest('session', null);
  const routes: RouteAction[] = [];
  app.decorate('routeActions', routes);
  app.addHook('onRoute', ({ url, config, method }) => {
    if (!ASKED.test(url)) return;
    if (config?.action === undefined) throw new Error(`${method} ${url} does not say who may use it`);
    if (method !== 'HEAD') routes.push({ method: String(method), url, action: config.action });
  });
  app.addHook('onRequest', (request, _reply, done) => {
    const { action } = request.routeOptions.config;
    // Most ask for what is for everybody, and as nobody: they wait for nothing.
    const isOpen =
      action === undefined ||
      (request.headers.cookie === undefined && authorize(null, action, thingOf(request)) === 'allowed');
    if (isOpen) done();
    else decide(request, action).then(() => done(), done);
  });

  async function decide(request: FastifyRequest, action: Action): Promise<void> {
    const identity = await people.identify(request.headers.cookie);
    request.person = identity?.person ?? null;
    request.session = identity?.session ?? null;
    const verdict = authorize(request.person, action, thingOf(request));
    if (verdict === 'allowed') return;
    await requireKnownArea(db, thingOf(request));
    if (action === 'plan.read' && (await isSettled(db, request, now()))) return;
    refuseUnless(verdict);
  }

  // The database asks again: see decision 8. Bodies are read before, in a context of their own.
  app.addHook('preHandler', ({ person }, _reply, done) => actFor({ person, now }, done));
}

/** Who asks, where the route is for those who are signed in. Errors: `sign-in-needed`. */
export function requirePerson(request: FastifyRequest): Person {
  if (request.person === null) throw new DomainError('sign-in-needed');
  return request.person;
}

function thingOf(request: FastifyRequest): Thing {
  const { area = (request.query as Named).area, association } = request.params as Named;
  // Where the body names the association, the service that reads it asks again.
  return {
    area: (area ?? null) as AreaId | null,
    ...(association === undefined ? {} : { association: association as AssociationId }),
  };
}

/** Which areas there are is no secret: a name that is mistyped is told as such. Errors: `area-not-found`. */
async function requireKnownArea(db: Database, { area }: Thing): Promise<void> {
  if (area === null) return;
  if (!Value.Check(AreaParams, { area })) throw new DomainError('area-not-found', { area: String(area) });
  await requireArea(db, area);
}

/** Whether the plan that is asked for is or was in force, and so for everybody. */
async function isSettled(db: Database, request: FastifyRequest, now: Date): Promise<boolean> {
  const { area = '', plan = '' } = request.params as Named;
  if (plan === IN_FORCE) return true;
  if (!Value.Check(PlanParams, { area, plan })) return false;
  const found = await findPlan(db, area as AreaId, plan as PlanId, now);
  return found !== null && readingOf(found.state) === 'settled-plan.read';
}
