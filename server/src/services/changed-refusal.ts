import { type AssociationId, DomainError } from '@nitaq/core';
import { etagOf } from './etag.ts';

/** A territory that is at another version than the one a change was made on. */
export interface ChangedTerritory {
  readonly association: AssociationId;
  readonly version: number;
}

/** An edit of several territories that was refused because some have changed since. */
export class ChangedRefusal extends DomainError {
  readonly changed: readonly ChangedTerritory[];

  constructor(changed: readonly ChangedTerritory[]) {
    super('changed-since', {
      etag: changed.map(({ association, version }) => `${association} ${etagOf(version)}`).join(', '),
    });
    this.changed = changed;
  }
}
