import {
  DomainError,
  describeGeometryFault,
  type Language,
  type Minute,
  type ProblemCode,
  type ProblemValues,
  problemText,
} from '@nitaq/core';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable } from '../database/is-unavailable.ts';
import { ChangedRefusal, type ChangedTerritory } from '../services/changed-refusal.ts';
import { GeometryRefusal } from '../services/geometry-refusal.ts';
import { MinuteRefusal } from '../services/meetings/minute-refusal.ts';
import { MemberRefusal } from '../services/member-refusal.ts';
import { languageOf } from './language.ts';
import type { ProblemDetail } from './problem-detail.ts';
import { PROBLEM_STATUS } from './problem-statuses.ts';
import { describeViolations } from './violations.ts';

interface Answer {
  readonly code: ProblemCode;
  readonly status: number;
  readonly values: ProblemValues;
  readonly errors?: readonly ProblemDetail[];
  readonly changed?: readonly ChangedTerritory[];
  readonly present?: Minute;
}

const OF_FASTIFY: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type-unknown',
};

/** Answers a failure as RFC 9457 problem details, in the language of whoever asked. */
export function answerFailure(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const language = languageOf(request);
  const answer = explain(error, request, language);
  if (answer.status >= 500) request.log.error({ err: error }, answer.code);
  return send(reply, language, answer);
}

export function registerErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler(answerFailure);
  app.setNotFoundHandler((request, reply) =>
    send(reply, languageOf(request), {
      code: 'address-unknown',
      status: 404,
      values: { path: request.url.split('?')[0] ?? '' },
    }),
  );
}

function send(
  reply: FastifyReply,
  language: Language,
  { code, status, values, errors, changed, present }: Answer,
): FastifyReply {
  // What was said of the answer that failed is not of this one.
  return reply
    .removeHeader('etag')
    .status(status)
    .header('content-language', language)
    .header('vary', 'accept-language')
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      type: `urn:nitaq:problem:${code}`,
      status,
      ...problemText(code, language, values),
      ...(errors === undefined ? {} : { errors }),
      ...(changed === undefined ? {} : { changed }),
      ...(present === undefined ? {} : { present }),
    });
}

function explain(error: FastifyError, request: FastifyRequest, language: Language): Answer {
  if (error instanceof GeometryRefusal) {
    const errors = error.faults.map((fault) => ({
      pointer: fault.pointer,
      detail: describeGeometryFault(fault, language),
      code: fault.code,
      ...(fault.position === undefined ? {} : { position: fault.position }),
    }));
    return { ...known(error.code, error.values), errors };
  }
  if (error instanceof MemberRefusal) {
    const { code, values, pointer } = error;
    return {
      ...known(code, values),
      errors: [{ pointer, detail: problemText(code, language, values).detail }],
    };
  }
  if (error instanceof ChangedRefusal) return { ...known(error.code, error.values), changed: error.changed };
  if (error instanceof MinuteRefusal) return { ...known(error.code, error.values), present: error.present };
  if (error instanceof DomainError) return known(error.code, error.values);
  if (error.validation !== undefined) {
    // What a well-formed body says can be wrong (422); an address or a header that is wrong is a bad request.
    const status = error.validationContext === 'body' ? 422 : 400;
    const errors = describeViolations(error.validation, language, error.validationContext ?? 'body');
    return { code: 'request-invalid', status, values: {}, errors };
  }
  const code = OF_FASTIFY[error.code];
  if (code !== undefined) return known(code, {});
  if (error.statusCode === 429) return known('too-many-requests', {});
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return { code: 'request-refused', status: error.statusCode, values: { reason: error.message } };
  }
  if (isUnavailable(error)) return known('database-unavailable', {});
  return known('internal-error', { request: request.id });
}

function known(code: ProblemCode, values: ProblemValues): Answer {
  return { code, status: PROBLEM_STATUS[code], values };
}
