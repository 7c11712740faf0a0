import { CodeSchema, DomainError, OpenSessionSchema, type Person } from '@nitaq/core';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { asService } from '../database/acting.ts';
import { askAuthentication } from '../people/ask-authentication.ts';
import { requirePerson } from '../plugins/rights.ts';
import { endSession, listSessions } from '../repositories/person-repository.ts';
import type { App, Context } from './context.ts';
import { done, pageOf, problems } from './schemas.ts';
import { GUESSES, WebAuthnSchema } from './session.ts';

const PasskeySchema = Type.Object({
  id: Type.String(),
  name: Type.Union([Type.String(), Type.Null()]),
  createdAt: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
});
type StoredPasskey = { readonly id: string; readonly name?: string; readonly createdAt?: string };

const SessionParams = Type.Object({ session: Type.String({ maxLength: 64 }) });
const PasskeyParams = Type.Object({ passkey: Type.String({ maxLength: 64 }) });
const NewPasskeySchema = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 60 }), response: WebAuthnSchema },
  { additionalProperties: false },
);
const PasswordProof = Type.Object(
  { password: Type.Optional(Type.String({ maxLength: 128 })) },
  { additionalProperties: false },
);
const NewPassword = Type.Object(
  { present: Type.String({ maxLength: 128 }), next: Type.String({ minLength: 12, maxLength: 128 }) },
  { additionalProperties: false },
);

/** What people do with their own account: proofs, sign-ins that are open, the password. */
export function registerAccount(app: App, { db, people, now }: Context): void {
  const tags = ['people'];
  const { authentication } = people;
  const own = { action: 'session.own' } as const;
  const guarded = { ...own, rateLimit: GUESSES } as const;

  app.get(
    '/account/sessions',
    {
      config: own,
      schema: {
        tags,
        summary: 'Where you are signed in',
        response: { 200: pageOf(OpenSessionSchema), ...problems },
      },
    },
    async (request) => {
      const current = request.session ?? '';
      return {
        items: await listSessions(asService(db), requirePerson(request).id, { current, now: now() }),
        next: null,
      };
    },
  );

  app.delete(
    '/account/sessions/:session',
    {
      config: own,
      schema: {
        tags,
        summary: 'Sign out somewhere else',
        params: SessionParams,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      await endSession(asService(db), requirePerson(request).id, request.params.session);
      return reply.status(204).send(null);
    },
  );

  app.put(
    '/account/password',
    {
      config: guarded,
      schema: {
        tags,
        summary: 'Change the password; other sign-ins end',
        body: NewPassword,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const { present, next } = request.body;
      const body = { currentPassword: present, newPassword: next, revokeOtherSessions: true };
      await askAuthentication(authentication, { request, reply }, { path: '/change-password', body });
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/account/second-factor',
    {
      config: guarded,
      schema: {
        tags,
        summary: 'Begin with an authenticator app; a code of it confirms',
        body: PasswordProof,
        response: {
          200: Type.Object({ uri: Type.String(), backupCodes: Type.Array(Type.String()) }),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      requireProof(request);
      const { totpURI, backupCodes } = await askAuthentication<{ totpURI: string; backupCodes: string[] }>(
        authentication,
        { request, reply },
        { path: '/two-factor/enable', body: request.body },
      );
      return { uri: totpURI, backupCodes };
    },
  );

  app.put(
    '/account/second-factor',
    {
      config: guarded,
      schema: {
        tags,
        summary: 'Confirm the authenticator app with a code',
        body: CodeSchema,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      const { body } = request;
      await askAuthentication(authentication, { request, reply }, { path: '/two-factor/verify-totp', body });
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/account/passkeys',
    {
      config: own,
      schema: { tags, summary: 'Your passkeys', response: { 200: pageOf(PasskeySchema), ...problems } },
    },
    async (request, reply) => {
      const passkeys = await askAuthentication<StoredPasskey[]>(
        authentication,
        { request, reply },
        { path: '/passkey/list-user-passkeys', method: 'GET' },
      );
      const items = passkeys.map(({ id, name, createdAt }) => ({
        id,
        name: name ?? null,
        createdAt: createdAt ?? null,
      }));
      return { items, next: null };
    },
  );

  app.post(
    '/account/passkey-options',
    {
      config: own,
      schema: {
        tags,
        summary: 'What the browser needs to make a passkey',
        response: { 200: WebAuthnSchema, ...problems },
      },
    },
    (request, reply) => {
      requireProof(request);
      return askAuthentication<object>(
        authentication,
        { request, reply },
        { path: '/passkey/generate-register-options', method: 'GET' },
      );
    },
  );

  app.post(
    '/account/passkeys',
    {
      config: own,
      schema: {
        tags,
        summary: 'Keep a passkey that the browser made',
        body: NewPasskeySchema,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      requireProof(request);
      await askAuthentication(
        authentication,
        { request, reply },
        { path: '/passkey/verify-registration', body: request.body },
      );
      return reply.status(204).send(null);
    },
  );

  app.delete(
    '/account/passkeys/:passkey',
    {
      config: own,
      schema: {
        tags,
        summary: 'Forget a passkey',
        params: PasskeyParams,
        response: { 204: done, ...problems },
      },
    },
    async (request, reply) => {
      requireProof(request);
      await askAuthentication(
        authentication,
        { request, reply },
        { path: '/passkey/delete-passkey', body: { id: request.params.passkey } },
      );
      return reply.status(204).send(null);
    },
  );
}

/**
 * Whoever has a second proof shows it before proofs are changed: a password that leaked is not enough to add another.
 * Errors: `second-factor-needed`.
 */
function requireProof(request: FastifyRequest): Person {
  const person = requirePerson(request);
  if (person.secondFactor && !person.provenTwice) throw new DomainError('second-factor-needed');
  return person;
}
