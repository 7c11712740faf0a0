import type { Position } from '@nitaq/core';

/** One fault within a request: where, as a JSON pointer, and what. */
export interface ProblemDetail {
  readonly pointer: string;
  readonly detail: string;
  readonly code?: string;
  readonly position?: Position;
}
