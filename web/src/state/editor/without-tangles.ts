import { TooManyCrossingsError } from '@nitaq/core';

/** What a work comes to, or what stands for it where borders cross too often to be worked out. */
export function withoutTangles<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManyCrossingsError) return otherwise;
    throw error;
  }
}
