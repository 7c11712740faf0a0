import { DomainError, type Minute } from '@nitaq/core';
import { etagOf } from '../etag.ts';

/** Somebody else has written meanwhile: the refusal carries what stands there now, so that nothing is lost. */
export class MinuteRefusal extends DomainError {
  readonly present: Minute;

  constructor(present: Minute) {
    super('changed-since', { etag: etagOf(present.version) });
    this.present = present;
  }
}
