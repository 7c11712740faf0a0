import {
  MeetingEditSchema,
  MeetingSchema,
  MeetingSeriesSchema,
  MeetingStepSchema,
  NewMeetingSchema,
  NewSeriesSchema,
  SeriesEditSchema,
  SeriesEndSchema,
} from '@nitaq/core';
import { Type } from 'typebox';
import { requireActor } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { listMeetings } from '../repositories/meeting-repository.ts';
import { listSeries } from '../repositories/meeting-series-repository.ts';
import { etagOf } from '../services/etag.ts';
import { requireArea } from '../services/find-plan.ts';
import { changeSeries } from '../services/meetings/change-series.ts';
import { endSeries } from '../services/meetings/end-series.ts';
import { convene, editMeeting, planMeeting } from '../services/meetings/plan-meeting.ts';
import { beginSeries } from '../services/meetings/plan-series.ts';
import { factsOf } from '../services/meetings/read-room.ts';
import { stepMeeting } from '../services/meetings/step-meeting.ts';
import type { App, Context } from './context.ts';
import {
  AreaParams,
  CreationHeaders,
  IfMatchHeaders,
  MeetingParams,
  pageOf,
  problems,
  SeriesParams,
} from './schemas.ts';

/** When an area meets: the series, and each meeting from its plan to its end. */
export function registerMeetings(app: App, { db, report, lookup, now }: Context): void {
  const tags = ['meetings'];
  const reader = { db, report, lookup };

  app.get(
    '/areas/:area/meeting-series',
    {
      config: { action: 'meetings.read' },
      schema: {
        tags,
        summary: 'The regular meetings of an area',
        params: AreaParams,
        response: { 200: pageOf(MeetingSeriesSchema), ...problems },
      },
    },
    async ({ params: { area } }, reply) => {
      await requireArea(db, area);
      reply.header('cache-control', 'no-cache');
      return { items: await listSeries(db, area), next: null };
    },
  );

  app.post(
    '/areas/:area/meeting-series',
    {
      config: { action: 'meeting.convene' },
      schema: {
        tags,
        summary: 'Begin a regular meeting; its next meetings are planned at once',
        description:
          'Six meetings are always planned ahead. Times are those of the clocks of the area; months are those of the ' +
          'Gregorian calendar or of Umm al-Qura, as the rule says.',
        params: AreaParams,
        headers: CreationHeaders,
        body: NewSeriesSchema,
        response: { 201: MeetingSeriesSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      const series = await beginSeries(db, {
        area,
        input: request.body,
        actor: requireActor(request, area),
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        client: clientOf(request),
        now: now(),
      });
      return reply.status(201).header('etag', etagOf(series.version)).send(series);
    },
  );

  app.patch(
    '/areas/:area/meeting-series/:series',
    {
      config: { action: 'meeting.convene' },
      schema: {
        tags,
        summary: 'Change a regular meeting: its rule, time, place or name',
        description:
          'Its meetings from tomorrow on go along, in their order and with their agendas, if nobody was invited to them and ' +
          'nobody changed them by themselves (`follows`); the others stay. Calendars that follow the feed move them, and ' +
          'everybody who takes part is told.',
        params: SeriesParams,
        headers: IfMatchHeaders,
        body: SeriesEditSchema,
        response: { 200: MeetingSeriesSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area, series } = request.params;
      const version = requireVersion(request);
      const doing = { actor: requireActor(request, area), client: clientOf(request), now: now() };
      const changed = await changeSeries(db, { area, series, version, edit: request.body, ...doing });
      reply.header('etag', etagOf(changed.version));
      return changed;
    },
  );

  app.post(
    '/areas/:area/meeting-series/:series/end',
    {
      config: { action: 'meeting.convene' },
      schema: {
        tags,
        summary: 'End a regular meeting: nothing more is planned, and what is planned stays or is cancelled',
        params: SeriesParams,
        headers: IfMatchHeaders,
        body: Type.Union([SeriesEndSchema, Type.Null()]),
        response: { 200: MeetingSeriesSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area, series } = request.params;
      const version = requireVersion(request);
      const end = request.body ?? {};
      const doing = { actor: requireActor(request, area), client: clientOf(request), now: now() };
      const ended = await endSeries(db, { area, series, version, end, ...doing });
      reply.header('etag', etagOf(ended.version));
      return ended;
    },
  );

  app.get(
    '/areas/:area/meetings',
    {
      config: { action: 'meetings.read' },
      schema: {
        tags,
        summary: 'The meetings of an area, past and planned, the latest first',
        params: AreaParams,
        response: { 200: pageOf(MeetingSchema), ...problems },
      },
    },
    async ({ params: { area } }, reply) => {
      await requireArea(db, area);
      reply.header('cache-control', 'no-cache');
      return { items: await listMeetings(db, area), next: null };
    },
  );

  app.post(
    '/areas/:area/meetings',
    {
      config: { action: 'meeting.convene' },
      schema: {
        tags,
        summary: 'Plan a meeting that stands alone',
        params: AreaParams,
        headers: CreationHeaders,
        body: NewMeetingSchema,
        response: { 201: MeetingSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      const meeting = await planMeeting(db, {
        area,
        input: request.body,
        actor: requireActor(request, area),
        idempotencyKey: request.headers['idempotency-key'] ?? null,
        client: clientOf(request),
        now: now(),
      });
      const location = `/api/v1/areas/${area}/meetings/${meeting.id}`;
      return reply
        .status(201)
        .header('location', location)
        .header('etag', etagOf(meeting.version))
        .send(meeting);
    },
  );

  app.patch(
    '/areas/:area/meetings/:meeting',
    {
      config: { action: 'meeting.convene' },
      schema: {
        tags,
        summary: 'Move a meeting that is still to come, or call it otherwise',
        description: 'Whoever was invited gets the invitation again; calendars that follow the feed move it.',
        params: MeetingParams,
        headers: IfMatchHeaders,
        body: MeetingEditSchema,
        response: { 200: MeetingSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, meeting } = request.params;
      const doing = {
        area,
        meeting,
        actor: requireActor(request, area),
        client: clientOf(request),
        now: now(),
      };
      const changed = await editMeeting(db, { ...doing, version, edit: request.body });
      reply.header('etag', etagOf(changed.version));
      return changed;
    },
  );

  app.post(
    '/areas/:area/meetings/:meeting/invitations',
    {
      config: { action: 'meeting.convene' },
      schema: {
        tags,
        summary: 'Invite everybody who takes part in the area, by e-mail for their calendars and in the app',
        params: MeetingParams,
        headers: IfMatchHeaders,
        response: { 200: MeetingSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, meeting } = request.params;
      const doing = {
        area,
        meeting,
        actor: requireActor(request, area),
        client: clientOf(request),
        now: now(),
      };
      const convened = await convene(db, { ...doing, version });
      reply.header('etag', etagOf(convened.version));
      return convened;
    },
  );

  app.put(
    '/areas/:area/meetings/:meeting/state',
    {
      config: { action: 'meeting.run' },
      schema: {
        tags,
        summary: 'Open a meeting, close it, open it again, or cancel it',
        description:
          'A meeting is planned, running, held, and approved; one that is planned may be cancelled. As it is opened its ' +
          'agenda is kept as it has written itself.',
        params: MeetingParams,
        headers: IfMatchHeaders,
        body: MeetingStepSchema,
        response: { 200: MeetingSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { area, meeting } = request.params;
      const doing = {
        area,
        meeting,
        actor: requireActor(request, area),
        client: clientOf(request),
        now: now(),
      };
      const facts = await factsOf(reader, doing);
      const stepped = await stepMeeting(db, { ...doing, version, step: request.body, facts });
      reply.header('etag', etagOf(stepped.version));
      return stepped;
    },
  );
}
