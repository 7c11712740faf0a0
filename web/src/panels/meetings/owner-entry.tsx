import type { ActionOwner, Colleague } from '@nitaq/core';
import { useEffect } from 'react';
import { ChoiceEntry } from '../choice-entry.tsx';
import { useColleagues } from '../proposals/use-colleagues.ts';
import { useAppStore, useArea, useMay, useOwnRole } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { ownerWords } from './meeting-words.ts';

interface OwnerEntryProps {
  readonly owner: ActionOwner;
  readonly onChange: (owner: ActionOwner) => void;
}

/** Whose an action is to be: the council, an association as a whole, or one of their people. */
export function OwnerEntry({ owner, onChange }: OwnerEntryProps) {
  const words = useWords();
  const store = useAppStore();
  const area = useArea();
  const colleagues = useColleagues();
  const owners = useOwners(colleagues);
  useEffect(() => void store.getState().loadPeople(), [store]);
  return (
    <ChoiceEntry
      label={words.t('actions.owner')}
      value={keyOf(owner)}
      choices={owners.map((one) => ({
        value: keyOf(one),
        text: ownerWords({ ...one, name: nameIn(colleagues, one.person) }, area, words),
      }))}
      onChange={(value) => {
        const found = owners.find((one) => keyOf(one) === value);
        if (found) onChange(found);
      }}
    />
  );
}

/** Whom somebody may give an action to. */
function useOwners(colleagues: readonly Colleague[]): ActionOwner[] {
  const area = useArea();
  const own = useOwnRole();
  const isCouncil = useMay('action.open', null);
  const all: ActionOwner[] = [
    { association: null, person: null },
    ...(area?.associations ?? []).map(({ id }) => ({ association: id, person: null })),
    ...colleagues
      .filter(({ role }) => role !== 'observer')
      .map(({ id, association }) => ({ association, person: id })),
  ];
  return isCouncil
    ? all
    : all.filter(({ association }) => association !== null && association === own?.association);
}

function keyOf({ association, person }: ActionOwner): string {
  return `${association ?? ''}/${person ?? ''}`;
}

function nameIn(colleagues: readonly Colleague[], person: string | null): string | null {
  return colleagues.find(({ id }) => id === person)?.name ?? null;
}
