import {
  ACTION_STATES,
  ActionCommentSchema,
  ActionDetailSchema,
  ActionEditSchema,
  type ActionItem,
  ActionSchema,
  AssociationIdSchema,
  authorize,
  NewActionSchema,
  type Person,
} from '@nitaq/core';
import { Type } from 'typebox';
import { requireActor } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { requirePerson } from '../plugins/rights.ts';
import { listActions, listEntries } from '../repositories/action-repository.ts';
import { isBehind, placeKey, placeOfKey } from '../services/actions/action-order.ts';
import {
  asOfDay,
  commentOnAction,
  editAction,
  openAction,
  requireAction,
} from '../services/actions/change-action.ts';
import { dayInArea } from '../services/day-in-area.ts';
import { etagOf } from '../services/etag.ts';
import { requireArea } from '../services/find-plan.ts';
import { refuseUnless } from '../services/refuse-unless.ts';
import type { App, Context } from './context.ts';
import { cutPage, decodeCursor } from './cursor.ts';
import { ActionParams, AreaParams, CreationHeaders, IfMatchHeaders, pageOf, problems } from './schemas.ts';

const DEFAULT_PAGE = 200;
const MOST = 500;

const ActionsQuery = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST, default: DEFAULT_PAGE })),
  state: Type.Optional(Type.Union(ACTION_STATES.map((state) => Type.Literal(state)))),
  association: Type.Optional(AssociationIdSchema),
  mine: Type.Optional(
    Type.Boolean({
      description: 'Those of who asks, of their association as a whole, or of the council they are of',
    }),
  ),
});

/** The last key of a page. */
const ActionKey = Type.String({ pattern: '^[0-9TZ:.-]{0,30}\\|[0-9-]{10}\\|[a-z0-9-]{1,64}$' });

/** Who does what until when. */
export function registerActions(app: App, { db, now }: Context): void {
  const tags = ['meetings'];

  app.get(
    '/areas/:area/actions',
    {
      config: { action: 'actions.read' },
      schema: {
        tags,
        summary: 'The actions of an area: those that are open by their day, then what was closed last',
        params: AreaParams,
        querystring: ActionsQuery,
        response: { 200: pageOf(ActionSchema), ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      const { state, association, mine = false, cursor, limit = DEFAULT_PAGE } = request.query;
      const after = cursor === undefined ? null : placeOfKey(decodeCursor(cursor, ActionKey));
      await requireArea(db, area);
      const today = await dayInArea(db, area, now());
      const person = requirePerson(request);
      const items = (await listActions(db, area))
        .map((action) => asOfDay(action, today))
        .filter((action) => after === null || isBehind(action, after))
        .filter((action) => state === undefined || action.state === state)
        .filter((action) => association === undefined || action.owner.association === association)
        .filter((action) => !mine || isMine(action, person, area));
      reply.header('cache-control', 'private, no-cache');
      return cutPage(items, limit, placeKey);
    },
  );

  app.post(
    '/areas/:area/actions',
    {
      config: { action: 'action.open' },
      schema: {
        tags,
        summary: 'Make an action by hand; a coordinator for their own association',
        params: AreaParams,
        headers: CreationHeaders,
        body: NewActionSchema,
        response: { 201: ActionSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      const input = request.body;
      const { association } = input.owner;
      refuseUnless(authorize(requirePerson(request), 'action.open', { area, association }));
      const action = await openAction(db, {
        area,
        input,
        actor: requireActor(request, area),
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        of: null,
        client: clientOf(request),
        now: now(),
      });
      const location = `/api/v1/areas/${area}/actions/${action.id}`;
      return reply.status(201).header('location', location).header('etag', tagOf(action)).send(action);
    },
  );

  app.get(
    '/areas/:area/actions/:action',
    {
      config: { action: 'actions.read' },
      schema: {
        tags,
        summary: 'One action, with all that happened to it',
        params: ActionParams,
        response: { 200: ActionDetailSchema, ...problems },
      },
    },
    async ({ params }, reply) => {
      const action = await requireAction(db, params, now());
      reply.header('cache-control', 'private, no-cache').header('etag', tagOf(action));
      return { action, history: await listEntries(db, params) };
    },
  );

  app.patch(
    '/areas/:area/actions/:action',
    {
      config: { action: 'action.change' },
      schema: {
        tags,
        summary: 'Change an action: done, dropped or open again, its day, its owner, its words',
        params: ActionParams,
        headers: IfMatchHeaders,
        body: ActionEditSchema,
        response: { 200: ActionSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, action } = request.params;
      const doing = {
        area,
        action,
        actor: requireActor(request, area),
        client: clientOf(request),
        now: now(),
      };
      const person = requirePerson(request);
      const changed = await editAction(db, { ...doing, edit: request.body, version, person });
      reply.header('etag', tagOf(changed));
      return changed;
    },
  );

  app.post(
    '/areas/:area/actions/:action/comments',
    {
      config: { action: 'action.discuss' },
      schema: {
        tags,
        summary: 'Say something about an action',
        params: ActionParams,
        headers: CreationHeaders,
        body: ActionCommentSchema,
        response: { 201: ActionSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area, action } = request.params;
      const doing = {
        area,
        action,
        actor: requireActor(request, area),
        client: clientOf(request),
        now: now(),
      };
      const changed = await commentOnAction(db, {
        ...doing,
        text: request.body.text,
        idempotencyKey: request.headers['idempotency-key'] ?? null,
      });
      return reply.status(201).header('etag', tagOf(changed)).send(changed);
    },
  );
}

/** Whether it is late is told by the day. */
function tagOf({ version, timing }: ActionItem): string {
  return etagOf(version, timing);
}

function isMine({ owner }: ActionItem, { id, memberships }: Person, area: string): boolean {
  if (owner.person !== null) return owner.person === id;
  const own = memberships.find((one) => one.area === area);
  if (owner.association === null) return own?.role === 'council';
  return own?.association === owner.association;
}
