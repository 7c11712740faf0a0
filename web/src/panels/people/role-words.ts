import type { AssociationId, Role } from '@nitaq/core';
import type { AreaData } from '../../state/app-state.ts';
import type { Words } from '../words.tsx';

interface InArea {
  readonly role: Role;
  readonly association: AssociationId | null;
}

/** A role in words, with its association where it has one. */
export function roleWords({ role, association }: InArea, area: AreaData | null, { t, name }: Words): string {
  const roleName = t(`people.role.${role}`);
  const found = area?.associations.find(({ id }) => id === association);
  return found ? t('people.role.of', { role: roleName, association: name(found.name) }) : roleName;
}
