import type { AssociationId, PersonId } from '../model/ids.ts';
import type { NoticeContent } from '../model/notice.ts';
import type { Colleague, Role } from '../model/person.ts';

/** Something to be told, and to whom. */
export interface Addressed {
  readonly content: NoticeContent;
  readonly isFor: (colleague: Colleague) => boolean;
}

/** What each is told: one thing, the first that is for them. Who did it (null: nobody) knows. */
export function firstFor(
  people: readonly Colleague[],
  actor: PersonId | null,
  all: readonly Addressed[],
): { readonly person: PersonId; readonly content: NoticeContent }[] {
  return people.flatMap((colleague) => {
    if (colleague.id === actor) return [];
    const first = all.find(({ isFor }) => isFor(colleague));
    return first === undefined ? [] : [{ person: colleague.id, content: first.content }];
  });
}

/** Everybody of these associations. */
export function ofAny(associations: readonly AssociationId[]): Addressed['isFor'] {
  return ({ association }) => association !== null && associations.includes(association);
}

/** Those of these associations that have a role. */
export function ofRole(role: Role, associations: readonly AssociationId[]): Addressed['isFor'] {
  const isTheirs = ofAny(associations);
  return (colleague) => colleague.role === role && isTheirs(colleague);
}
