import { DomainError, type ProblemCode } from '@nitaq/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ADDRESS_HEADER, AUTHENTICATION_PATH, type Authentication } from './authentication.ts';

/** Why better-auth refuses, in our words; whatever else it says is a bug or an outage. */
const REFUSALS: Readonly<Record<string, ProblemCode>> = {
  INVALID_EMAIL_OR_PASSWORD: 'sign-in-wrong',
  INVALID_PASSWORD: 'sign-in-wrong',
  INVALID_CODE: 'code-wrong',
  INVALID_TWO_FACTOR_COOKIE: 'sign-in-needed',
  ACCOUNT_TEMPORARILY_LOCKED: 'too-many-requests',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'too-many-requests',
  TOTP_NOT_ENABLED: 'code-wrong',
  UNAUTHORIZED: 'sign-in-needed',
  SESSION_NOT_FRESH: 'sign-in-needed',
  CHALLENGE_NOT_FOUND: 'passkey-refused',
  AUTHENTICATION_FAILED: 'passkey-refused',
  PASSKEY_NOT_FOUND: 'passkey-refused',
  FAILED_TO_VERIFY_REGISTRATION: 'passkey-refused',
  PREVIOUSLY_REGISTERED: 'passkey-refused',
};

export interface Question {
  readonly path: `/${string}`;
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
}

/**
 * Hands a question on to better-auth and its cookies back to the browser; resolves to what it answers.
 * Errors: those of `REFUSALS`.
 */
export async function askAuthentication<T = unknown>(
  authentication: () => Authentication,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { path, method = 'POST', body = {} }: Question,
): Promise<T> {
  const { handler, options } = authentication();
  const origin = new URL(options.baseURL).origin;
  const response = await handler(
    new Request(`${origin}${AUTHENTICATION_PATH}${path}`, {
      method,
      headers: {
        // Where the request comes from was checked by `plugins/same-origin.ts`.
        origin,
        'content-type': 'application/json',
        cookie: request.headers.cookie ?? '',
        'user-agent': request.headers['user-agent'] ?? '',
        [ADDRESS_HEADER]: request.ip,
      },
      ...(method === 'POST' ? { body: JSON.stringify(body) } : {}),
    }),
  );
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  const text = await response.text();
  const answer: { readonly code?: unknown } | null =
    text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : null;
  // Of a link that opens nothing it sends the reader elsewhere: without a cookie nobody is signed in.
  if (response.status < 400) return answer as T;
  const code = typeof answer?.code === 'string' ? answer.code : '';
  const refusal = REFUSALS[code] ?? (response.status === 401 ? 'sign-in-needed' : undefined);
  if (refusal !== undefined) throw new DomainError(refusal);
  throw new Error(`Authentication answered ${response.status} ${code} to ${path}`);
}
