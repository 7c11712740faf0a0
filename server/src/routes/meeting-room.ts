import {
  AgendaOrderSchema,
  ApprovalInputSchema,
  AttendanceInputSchema,
  MeetingPositionSchema,
  MeetingRoomSchema,
  MeetingSchema,
  MinuteInputSchema,
  MinuteSchema,
  NewAgendaItemSchema,
  ProgressSchema,
} from '@nitaq/core';
import type { FastifyRequest } from 'fastify';
import { requireActor } from '../plugins/actor.ts';
import { clientOf } from '../plugins/client-id.ts';
import { requireVersion } from '../plugins/if-match.ts';
import { requirePerson } from '../plugins/rights.ts';
import type { MeetingKey } from '../repositories/meeting-repository.ts';
import { etagOf } from '../services/etag.ts';
import { addToAgenda, orderAgenda, takeOffAgenda } from '../services/meetings/agenda-edits.ts';
import { approveMinutes, attend } from '../services/meetings/attend.ts';
import { type MeetingDoing, requireMeeting } from '../services/meetings/meeting-act.ts';
import { readProgress } from '../services/meetings/read-progress.ts';
import { factsOf, readRoom } from '../services/meetings/read-room.ts';
import { showItem } from '../services/meetings/step-meeting.ts';
import { requireItem, writeDown } from '../services/meetings/write-minute.ts';
import type { App, Context } from './context.ts';
import {
  AttendeeParams,
  CreationHeaders,
  done,
  IfMatchHeaders,
  ItemParams,
  MeetingParams,
  problems,
  WriteHeaders,
} from './schemas.ts';

/** One meeting: its agenda, its minutes, who is there, and where the projector is. */
export function registerMeetingRoom(app: App, { db, report, lookup, now }: Context): void {
  const tags = ['meetings'];
  const reader = { db, report, lookup };
  const doingOf = (request: FastifyRequest, { area, meeting }: MeetingKey): MeetingDoing => ({
    area,
    meeting,
    actor: requireActor(request, area),
    client: clientOf(request),
    now: now(),
  });

  app.get(
    '/areas/:area/meetings/:meeting',
    {
      config: { action: 'meetings.read' },
      schema: {
        tags,
        summary: 'A meeting with its agenda, attendance, minutes and decisions',
        description:
          'Of a meeting to come the agenda is as it writes itself at this moment: proposals, gaps and overlaps by need, ' +
          'zones about to end, actions that are due, villages that were reported missing, with what people added. The ETag ' +
          'is that of the meeting; each minute has its own version.',
        params: MeetingParams,
        response: { 200: MeetingRoomSchema, ...problems },
      },
    },
    async (request, reply) => {
      const room = await readRoom(reader, { ...request.params, person: requirePerson(request), now: now() });
      reply.header('cache-control', 'private, no-store').header('etag', etagOf(room.meeting.version));
      return room;
    },
  );

  app.get(
    '/areas/:area/meetings/:meeting/progress',
    {
      config: { action: 'meetings.read' },
      schema: {
        tags,
        summary: 'What changed since the meeting before: coverage, villages, need, actions, decisions',
        params: MeetingParams,
        response: { 200: ProgressSchema, ...problems },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      return readProgress(reader, { ...request.params, person: requirePerson(request), now: now() });
    },
  );

  app.post(
    '/areas/:area/meetings/:meeting/agenda',
    {
      config: { action: 'agenda.add' },
      schema: {
        tags,
        summary: 'Put something on the agenda',
        params: MeetingParams,
        headers: CreationHeaders,
        body: NewAgendaItemSchema,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const doing = doingOf(request, request.params);
      const idempotencyKey = request.headers['idempotency-key'] ?? null;
      const item = await addToAgenda(db, { ...doing, input: request.body, idempotencyKey });
      const { area, meeting } = request.params;
      reply.header('location', `/api/v1/areas/${area}/meetings/${meeting}/agenda/${item}`);
      return reply.status(204).send(null);
    },
  );

  app.put(
    '/areas/:area/meetings/:meeting/agenda',
    {
      config: { action: 'agenda.edit' },
      schema: {
        tags,
        summary: 'Put the agenda in order; what is not named comes after',
        description: 'What was taken off comes back where it is named.',
        params: MeetingParams,
        headers: WriteHeaders,
        body: AgendaOrderSchema,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const doing = doingOf(request, request.params);
      await orderAgenda(db, { ...doing, items: request.body.items, facts: await factsOf(reader, doing) });
      return reply.status(204).send(null);
    },
  );

  app.delete(
    '/areas/:area/meetings/:meeting/agenda/:item',
    {
      config: { action: 'agenda.add' },
      schema: {
        tags,
        summary: 'Take something off the agenda: what oneself added, or as the council anything',
        params: ItemParams,
        headers: WriteHeaders,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const { item } = request.params;
      const doing = doingOf(request, request.params);
      const person = requirePerson(request);
      await takeOffAgenda(db, { ...doing, item, person, facts: await factsOf(reader, doing) });
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/areas/:area/meetings/:meeting/agenda/:item/minute',
    {
      config: { action: 'meetings.read' },
      schema: {
        tags,
        summary: 'What was written down about an item; its ETag goes into If-Match',
        params: ItemParams,
        response: { 200: MinuteSchema, ...problems },
      },
    },
    async ({ params }, reply) => {
      await requireMeeting(db, params);
      const { minute } = await requireItem(db, params);
      reply.header('cache-control', 'private, no-cache').header('etag', etagOf(minute.version));
      return minute;
    },
  );

  app.put(
    '/areas/:area/meetings/:meeting/agenda/:item/minute',
    {
      config: { action: 'meeting.run' },
      schema: {
        tags,
        summary: 'Write down what is said about an item',
        description:
          'On the version that was read, `"0"` where nothing is written yet. Where somebody else has written meanwhile the ' +
          'answer is 412 with what stands there now in `present`. The same text again changes nothing.',
        params: ItemParams,
        headers: IfMatchHeaders,
        body: MinuteInputSchema,
        response: { 200: MinuteSchema, ...problems },
      },
    },
    async (request, reply) => {
      const version = requireVersion(request);
      const { item } = request.params;
      const doing = doingOf(request, request.params);
      const minute = await writeDown(db, { ...doing, item, text: request.body.text, version });
      reply.header('etag', etagOf(minute.version));
      return minute;
    },
  );

  app.put(
    '/areas/:area/meetings/:meeting/attendance/:person',
    {
      config: { action: 'meeting.attend' },
      schema: {
        tags,
        summary: 'Note down who is there: oneself, or as the council anybody',
        params: AttendeeParams,
        headers: WriteHeaders,
        body: AttendanceInputSchema,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const { person: attendee } = request.params;
      const { presence } = request.body;
      const doing = doingOf(request, request.params);
      await attend(db, { ...doing, person: requirePerson(request), attendee, presence });
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/areas/:area/meetings/:meeting/position',
    {
      config: { action: 'meetings.read' },
      schema: {
        tags,
        summary: 'What the projector shows; of a meeting that is not open, nothing',
        params: MeetingParams,
        response: { 200: MeetingPositionSchema, ...problems },
      },
    },
    async ({ params }, reply) => {
      const meeting = await requireMeeting(db, params);
      reply.header('cache-control', 'private, no-cache');
      return 'position' in meeting ? meeting.position : { item: null, view: null };
    },
  );

  app.put(
    '/areas/:area/meetings/:meeting/position',
    {
      config: { action: 'meeting.run' },
      schema: {
        tags,
        summary: 'Show an item on the projector, and to all who follow',
        params: MeetingParams,
        headers: WriteHeaders,
        body: MeetingPositionSchema,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      await showItem(db, { ...doingOf(request, request.params), position: request.body });
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/areas/:area/meetings/:meeting/approvals',
    {
      config: { action: 'minutes.approve' },
      schema: {
        tags,
        summary: 'Approve the minutes, as one who was present',
        description:
          'The hash names the minutes; whatever changes in them makes approvals stale. With the last of those who were ' +
          'present they are approved, and with their decisions never change again.',
        params: MeetingParams,
        headers: WriteHeaders,
        body: ApprovalInputSchema,
        response: { 200: MeetingSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { contentHash } = request.body;
      const meeting = await approveMinutes(db, { ...doingOf(request, request.params), contentHash });
      reply.header('etag', etagOf(meeting.version));
      return meeting;
    },
  );
}
