import { NoticeChoiceSchema, NoticePageSchema, NoticesReadSchema } from '@nitaq/core';
import { Type } from 'typebox';
import { requirePerson } from '../plugins/rights.ts';
import { noticeChoices, setNoticeChoice } from '../repositories/notice-choice-repository.ts';
import { countUnread, listNotices, markRead } from '../repositories/notice-repository.ts';
import type { App, Context } from './context.ts';
import { cutPage, decodeCursor } from './cursor.ts';
import { done, problems } from './schemas.ts';

const DEFAULT_PAGE = 50;
const MOST = 200;

const NoticesQuery = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST, default: DEFAULT_PAGE })),
});

/** The last key of a page: when a notice was written, in milliseconds, and its id. */
const NoticeKey = Type.String({ pattern: '^\\d{1,15} [a-z0-9-]{1,64}$' });

/** What people are told, and how they want to be told. */
export function registerNotices(app: App, { db, now }: Context): void {
  const tags = ['notices'];
  const config = { action: 'notices.own' } as const;

  app.get(
    '/notices',
    {
      config,
      schema: {
        tags,
        summary: 'What you are told, the newest first',
        querystring: NoticesQuery,
        response: { 200: NoticePageSchema, ...problems },
      },
    },
    async (request, reply) => {
      const person = requirePerson(request).id;
      const { cursor, limit = DEFAULT_PAGE } = request.query;
      const [at = '', id = ''] = cursor === undefined ? [] : decodeCursor(cursor, NoticeKey).split(' ');
      const before = cursor === undefined ? null : { at: new Date(Number(at)), id };
      const found = await listNotices(db, person, { before, limit: limit + 1 });
      reply.header('cache-control', 'no-store');
      return {
        ...cutPage(found, limit, ({ at, id }) => `${Date.parse(at)} ${id}`),
        unread: await countUnread(db, person),
      };
    },
  );

  app.put(
    '/notices/read',
    {
      config,
      schema: {
        tags,
        summary: 'Mark notices of yours as read',
        body: NoticesReadSchema,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      await markRead(db, requirePerson(request).id, request.body.notices, now());
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/notices/choice',
    {
      config,
      schema: {
        tags,
        summary: 'How you are told by e-mail',
        response: { 200: NoticeChoiceSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { id } = requirePerson(request);
      reply.header('cache-control', 'no-store');
      return (await noticeChoices(db, [id]))(id);
    },
  );

  app.put(
    '/notices/choice',
    {
      config,
      schema: {
        tags,
        summary: 'Choose how you are told by e-mail',
        body: NoticeChoiceSchema,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      await setNoticeChoice(db, requirePerson(request).id, request.body);
      return reply.status(204).send(null);
    },
  );
}
