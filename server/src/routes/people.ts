import {
  AcceptInvitationSchema,
  AreaRoleSchema,
  authorize,
  ColleagueSchema,
  DomainError,
  InvitationMadeSchema,
  InvitationSchema,
  InvitationViewSchema,
  LinkBodySchema,
  NewInvitationSchema,
} from '@nitaq/core';
import { Value } from 'typebox/value';
import { asService } from '../database/acting.ts';
import { askAuthentication } from '../people/ask-authentication.ts';
import { invitationMail } from '../people/mail-texts.ts';
import { requirePerson } from '../plugins/rights.ts';
import { findArea } from '../repositories/area-repository.ts';
import {
  findOpenInvitation,
  listOpenInvitations,
  withdrawInvitation,
} from '../repositories/invitation-repository.ts';
import { listColleagues } from '../repositories/membership-repository.ts';
import { acceptInvitation, viewInvitation } from '../services/accept-invitation.ts';
import { requireArea } from '../services/find-plan.ts';
import { invite } from '../services/invite.ts';
import { linkTo } from '../services/link-secret.ts';
import { MemberRefusal } from '../services/member-refusal.ts';
import { refuseUnless } from '../services/refuse-unless.ts';
import { removeColleague } from '../services/remove-colleague.ts';
import type { App, Context } from './context.ts';
import { AreaParams, done, InvitationParams, PersonParams, pageOf, problems } from './schemas.ts';
import { GUESSES } from './session.ts';

/** The people of an area, and how they come and go. */
export function registerPeople(app: App, { db, people, now }: Context): void {
  const tags = ['people'];
  const { authentication, publicUrl, sendMail } = people;

  app.get(
    '/areas/:area/people',
    {
      config: { action: 'people.read' },
      schema: {
        tags,
        summary: 'Who has a role in the area',
        params: AreaParams,
        response: { 200: pageOf(ColleagueSchema), ...problems },
      },
    },
    async ({ params: { area } }) => ({ items: await listColleagues(db, area), next: null }),
  );

  app.delete(
    '/areas/:area/people/:person',
    {
      config: { action: 'people.read' },
      schema: {
        tags,
        summary: 'Take a role away, or give up one’s own',
        params: PersonParams,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const { area, person } = request.params;
      await removeColleague(db, { area, colleague: person, by: requirePerson(request), now: now() });
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/areas/:area/invitations',
    {
      config: { action: 'people.read' },
      schema: {
        tags,
        summary: 'Invitations that nobody has accepted yet',
        params: AreaParams,
        response: { 200: pageOf(InvitationSchema), ...problems },
      },
    },
    async ({ params: { area } }) => ({ items: await listOpenInvitations(db, area, now()), next: null }),
  );

  app.post(
    '/areas/:area/invitations',
    {
      config: { action: 'people.invite' },
      schema: {
        tags,
        summary: 'Invite somebody to a role; without e-mail the link is answered, once',
        params: AreaParams,
        body: NewInvitationSchema,
        response: { 201: InvitationMadeSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { area } = request.params;
      const { role, association, email } = request.body;
      const to = { role, association };
      if (!Value.Check(AreaRoleSchema, to))
        throw new MemberRefusal('/association', 'role-association-wrong', {});
      const by = requirePerson(request);
      refuseUnless(authorize(by, 'people.invite', { area, association: to.association }));
      await requireArea(db, area);
      const made = await invite(db, { area, to, email, invitedBy: by.id, now: now() });
      const link = linkTo(publicUrl, 'invitation', made.secret);
      const { invitation } = made;
      const name = (await findArea(db, area))?.name;
      if (email === null || sendMail === null || name === undefined) {
        return reply.status(201).send({ invitation, link });
      }
      const isSent = await sendMail({ to: email, ...invitationMail(link, name) }).then(
        () => true,
        (error: unknown) => {
          request.log.warn({ err: error }, 'an invitation could not be sent');
          return false;
        },
      );
      // What could not be sent is shown: the link is stored nowhere.
      return reply.status(201).send({ invitation, link: isSent ? null : link });
    },
  );

  app.delete(
    '/areas/:area/invitations/:invitation',
    {
      config: { action: 'people.invite' },
      schema: {
        tags,
        summary: 'Take an invitation back',
        params: InvitationParams,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const { area, invitation } = request.params;
      const key = { area, id: invitation, now: now() };
      const found = await findOpenInvitation(db, key);
      if (found === null) throw new DomainError('invitation-not-found');
      refuseUnless(
        authorize(requirePerson(request), 'people.invite', { area, association: found.association }),
      );
      await withdrawInvitation(db, key);
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/invitations/view',
    {
      config: { action: 'session.open', rateLimit: GUESSES },
      schema: {
        tags,
        summary: 'What an invitation is to, by the secret of its link',
        body: LinkBodySchema,
        response: { 200: InvitationViewSchema, ...problems },
      },
    },
    ({ body }) => viewInvitation(asService(db), body.secret, now()),
  );

  app.post(
    '/invitations/accept',
    {
      config: { action: 'session.open', rateLimit: GUESSES },
      schema: {
        tags,
        summary: 'Accept an invitation: with a new account, or as who is signed in',
        body: AcceptInvitationSchema,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const { secret, account = null } = request.body;
      const { person } = request;
      const { makePerson } = people;
      // Whoever has the secret has no role yet.
      await acceptInvitation(asService(db), { secret, person, account, now: now(), makePerson });
      if (person === null && account !== null) {
        const { email, password } = account;
        const body = { email, password };
        await askAuthentication(authentication, { request, reply }, { path: '/sign-in/email', body });
      }
      return reply.status(204).send(null);
    },
  );
}
