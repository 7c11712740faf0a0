/** Why the service did not do what was asked: it could not be reached, or it refused and says why. */
export type Problem =
  | { readonly kind: 'unreachable' }
  | {
      readonly kind: 'refused';
      readonly status: number;
      /** Which problem it is, for example `urn:nitaq:problem:location-outside-area`. */
      readonly type: string;
      readonly title: string;
      readonly detail: string;
      readonly fields: readonly { readonly pointer: string; readonly detail: string }[];
    };

/** What every call of the API gives: the value, or the problem. Calls never throw. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

const PRECONDITION_FAILED = 412;
const NOT_FOUND = 404;

/** Whether somebody else was faster: what was to be changed is not as it was read. */
export function isOutrun(problem: Problem): boolean {
  return problem.kind === 'refused' && problem.status === PRECONDITION_FAILED;
}

/** Whether what was asked for is not there any more. */
export function isGone(problem: Problem): boolean {
  return problem.kind === 'refused' && problem.status === NOT_FOUND;
}

/** Reads an `application/problem+json` body; anything else becomes a problem with its status alone. */
export function problemOf(status: number, body: unknown): Problem {
  const fields = isRecord(body) && Array.isArray(body.errors) ? body.errors.filter(isRecord) : [];
  return {
    kind: 'refused',
    status,
    type: textOf(body, 'type'),
    title: textOf(body, 'title'),
    detail: textOf(body, 'detail'),
    fields: fields.map((field) => ({ pointer: textOf(field, 'pointer'), detail: textOf(field, 'detail') })),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOf(body: unknown, key: string): string {
  const value = isRecord(body) ? body[key] : undefined;
  return typeof value === 'string' ? value : '';
}
