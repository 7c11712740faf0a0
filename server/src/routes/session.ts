import {
  CodeSchema,
  DomainError,
  EmailBodySchema,
  LinkBodySchema,
  SessionSchema,
  SignInAnswerSchema,
  SignInSchema,
} from '@nitaq/core';
import { Type } from 'typebox';
import { asService } from '../database/acting.ts';
import { askAuthentication } from '../people/ask-authentication.ts';
import { markProvenTwice } from '../repositories/person-repository.ts';
import type { App, Context } from './context.ts';
import { done, problems } from './schemas.ts';

/** Guessing is slow; a person who mistypes is not locked out. */
export const GUESSES = { max: 20, timeWindow: '1 minute' };

/** What passes between the browser's passkeys and the service is defined by WebAuthn, not by us. */
export const WebAuthnSchema = Type.Unsafe<object>(
  Type.Object({}, { additionalProperties: true, description: 'As in WebAuthn, in JSON' }),
);

/** Signing in and out, and who is signed in. */
export function registerSession(app: App, { db, people }: Context): void {
  const tags = ['people'];
  const { authentication } = people;
  const opening = { action: 'session.open', rateLimit: GUESSES } as const;
  const signedIn = { state: 'signed-in' as const };

  app.get(
    '/session',
    {
      config: { action: 'session.open' },
      schema: { tags, summary: 'Who is signed in', response: { 200: SessionSchema, ...problems } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      // Lengthens a session that is in use, with its cookie.
      if (request.person !== null) {
        await askAuthentication(authentication, { request, reply }, { path: '/get-session', method: 'GET' });
      }
      return { person: request.person, mail: people.sendMail !== null };
    },
  );

  app.post(
    '/session',
    {
      config: opening,
      schema: {
        tags,
        summary: 'Sign in with a password',
        body: SignInSchema,
        response: { 200: SignInAnswerSchema, ...problems },
      },
    },
    async (request, reply) => {
      const answer = await askAuthentication<{ twoFactorRedirect?: boolean }>(
        authentication,
        { request, reply },
        { path: '/sign-in/email', body: request.body },
      );
      return answer.twoFactorRedirect ? { state: 'second-factor-needed' as const } : signedIn;
    },
  );

  app.post(
    '/session/second-factor',
    {
      config: opening,
      schema: {
        tags,
        summary: 'The code of the authenticator app, after the password, or to prove oneself again',
        body: CodeSchema,
        response: { 200: SignInAnswerSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { body, session } = request;
      await askAuthentication(authentication, { request, reply }, { path: '/two-factor/verify-totp', body });
      if (session !== null) await markProvenTwice(asService(db), session);
      return signedIn;
    },
  );

  app.post(
    '/session/links',
    {
      config: opening,
      schema: {
        tags,
        summary: 'Send a link to sign in with; says the same whether the address is known or not',
        body: EmailBodySchema,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      if (people.sendMail === null) throw new DomainError('mail-not-set-up');
      const { body } = request;
      await askAuthentication(authentication, { request, reply }, { path: '/sign-in/magic-link', body });
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/session/by-link',
    {
      config: opening,
      schema: {
        tags,
        summary: 'Sign in with the secret of a link',
        body: LinkBodySchema,
        response: { 200: SignInAnswerSchema, ...problems },
      },
    },
    async (request, reply) => {
      const query = new URLSearchParams({ token: request.body.secret });
      await askAuthentication(
        authentication,
        { request, reply },
        { path: `/magic-link/verify?${query}`, method: 'GET' },
      );
      if (reply.getHeader('set-cookie') === undefined) throw new DomainError('link-invalid');
      return signedIn;
    },
  );

  app.post(
    '/session/passkey-options',
    {
      config: opening,
      schema: {
        tags,
        summary: 'What the browser needs to sign in with a passkey',
        response: { 200: WebAuthnSchema, ...problems },
      },
    },
    (request, reply) =>
      askAuthentication<object>(
        authentication,
        { request, reply },
        { path: '/passkey/generate-authenticate-options', method: 'GET' },
      ),
  );

  app.post(
    '/session/by-passkey',
    {
      config: opening,
      schema: {
        tags,
        summary: 'Sign in with a passkey',
        body: WebAuthnSchema,
        response: { 200: SignInAnswerSchema, ...problems },
      },
    },
    async (request, reply) => {
      await askAuthentication(
        authentication,
        { request, reply },
        { path: '/passkey/verify-authentication', body: { response: request.body } },
      );
      return signedIn;
    },
  );

  app.delete(
    '/session',
    {
      config: { action: 'session.own' },
      schema: { tags, summary: 'Sign out', response: { 204: done, ...problems } },
    },
    async (request, reply) => {
      await askAuthentication(authentication, { request, reply }, { path: '/sign-out' });
      return reply.status(204).send(null);
    },
  );
}
