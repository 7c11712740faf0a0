import { DomainError, NewWatchSchema, type Village } from '@nitaq/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { asService } from '../database/acting.ts';
import { languageOf } from '../plugins/language.ts';
import { findVillage } from '../repositories/village-repository.ts';
import type { Watch } from '../repositories/watch-repository.ts';
import { contactsOf } from '../services/watches/contacts-of.ts';
import { watchAddress } from '../services/watches/watch-address.ts';
import { confirm, leave, watchedTogether, watchOf, watchVillage } from '../services/watches/watch-village.ts';
import type { App, Context } from './context.ts';
import { AreaParams, done, problems } from './schemas.ts';
import { watchPage } from './watch-page.ts';

const SecretParams = Type.Object({ secret: Type.String({ maxLength: 64 }) });
/** Enough for a teacher with all the villages of a school. */
const ASKING = { max: 20, timeWindow: '1 minute' };

/** Watching villages, without an account. */
export function registerWatches(app: App, context: Context): void {
  const { people, lookup, now } = context;
  // Who watches has no account: the secret in their mail is what lets them in.
  const db = asService(context.db);
  const config = { action: 'village.watch' } as const;

  app.post(
    '/areas/:area/watches',
    {
      config: { ...config, rateLimit: ASKING },
      schema: {
        tags: ['villages'],
        summary:
          'Have an address asked whether it wants to be told when the association of a village changes',
        description:
          'It gets an e-mail with a link; nothing more is sent to it until it confirms. One that was asked within a day is not asked again: the link that it has confirms everything that waits, up to 30 villages.',
        params: AreaParams,
        body: NewWatchSchema,
        response: { 204: done, ...problems },
      },
    },
    async ({ params: { area }, body: input }, reply) => {
      if (people.sendMail === null) throw new DomainError('watching-needs-mail');
      await watchVillage(db, { area, input, now: now() });
      return reply.status(204).send(null);
    },
  );

  app.register(async (pages: App) => {
    // Browsers and mail programs post forms; that they post is all that counts.
    const forms = ['application/x-www-form-urlencoded', 'multipart/form-data'];
    pages.addContentTypeParser(forms, { parseAs: 'buffer' }, async () => null);
    const page = (summary: string) => ({
      config: { ...config, rateLimit: ASKING },
      schema: {
        tags: ['villages'],
        summary,
        params: SecretParams,
        response: { 200: Type.String({ description: 'A page for people, in HTML' }), ...problems },
      },
    });

    pages.get(
      '/watches/:secret',
      page('The page of a watch, to which its e-mail leads'),
      async (request, reply) => {
        const { secret } = request.params;
        const watch = await watchOf(db, secret);
        return watch === null ? unknown(request, reply) : show(reply, watch, secret);
      },
    );

    pages.post('/watches/:secret/confirmation', page('Confirm a watch'), async (request, reply) => {
      const { secret } = request.params;
      await confirm(db, lookup, { secret, now: now() });
      const watch = await watchOf(db, secret);
      return watch === null ? unknown(request, reply) : show(reply, watch, secret);
    });

    pages.post(
      '/watches/:secret/leaving',
      page('End a watch, with one click (RFC 8058)'),
      async (request, reply) => {
        const language = (await watchOf(db, request.params.secret))?.language ?? languageOf(request);
        await leave(db, request.params.secret);
        return html(reply, watchPage({ state: 'left' }, language));
      },
    );
  });

  async function villagesBeside(watch: Watch): Promise<Village[]> {
    const together = await watchedTogether(db, watch);
    const others = together.filter(({ area, id }) => area !== watch.area || id !== watch.id);
    const villages = await Promise.all(others.map((one) => findVillage(db, one.area, one.village)));
    return villages.filter((village) => village !== null);
  }

  async function show(reply: FastifyReply, watch: Watch, secret: string): Promise<FastifyReply> {
    const { area, language } = watch;
    const isConfirmed = watch.confirmedAt !== null;
    const village = await findVillage(db, area, watch.village);
    if (village === null) throw new DomainError('village-not-found', { village: watch.village });
    const owners = isConfirmed ? watch.told : (await lookup.ownersIn(area, now()))(watch.village);
    const contacts = await contactsOf(db, area, owners);
    const address = new URL(watchAddress(people.publicUrl, secret)).pathname;
    const others = await villagesBeside(watch);
    const state = isConfirmed ? 'watching' : 'asked';
    return html(reply, watchPage({ state, village, others, contacts, address }, language));
  }
}

/** A browser is shown a page; a program is told as always. Errors: `link-invalid`. */
function unknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!request.headers.accept?.includes('text/html')) throw new DomainError('link-invalid');
  return html(reply.status(404), watchPage({ state: 'unknown' }, languageOf(request)));
}

function html(reply: FastifyReply, page: string): FastifyReply {
  reply.header('cache-control', 'no-store');
  // Without any referrer a browser does not say either that a form is of this site, and it would be refused.
  reply.header('referrer-policy', 'same-origin');
  return reply.type('text/html; charset=utf-8').send(page);
}
