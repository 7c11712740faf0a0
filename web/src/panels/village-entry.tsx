import type { Village, VillageId } from '@nitaq/core';
import { useMemo, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { findVillages, indexVillages } from '../state/village-search.ts';
import { useVillageName } from './use-names.ts';

const SHOWN = 8;

interface VillageEntryProps {
  readonly label: string;
  readonly villages: readonly Village[];
  /** Null: none is chosen. */
  readonly value: VillageId | null;
  readonly onChange: (village: VillageId | null) => void;
  readonly autoFocus?: boolean;
  readonly isRequired?: boolean;
}

/** One village out of many, found by its name as it is typed. */
export function VillageEntry({
  label,
  villages,
  value,
  onChange,
  autoFocus = false,
  isRequired = false,
}: VillageEntryProps) {
  const called = useVillageName();
  const index = useMemo(() => indexVillages(villages), [villages]);
  const chosen = value === null ? '' : called(value);
  const [typed, setTyped] = useState(chosen);
  // What is chosen is offered beside others, as long as nothing else is typed.
  const isOpen = typed.trim() === '' || typed === chosen;
  const others = isOpen ? villages : findVillages(index, typed, SHOWN);
  const first = villages.filter(({ id }) => isOpen && id === value);
  const offered = [...first, ...others.filter((one) => !first.includes(one))].slice(0, SHOWN);
  return (
    <ComboBox
      className="field"
      autoFocus={autoFocus}
      isRequired={isRequired}
      items={offered}
      allowsEmptyCollection={false}
      // Whoever has just chosen one does not find the list in the way at once.
      menuTrigger={autoFocus ? 'input' : 'focus'}
      inputValue={typed}
      value={value}
      onInputChange={setTyped}
      onChange={(id) => onChange(villages.find((one) => one.id === id)?.id ?? null)}
    >
      <Label>{label}</Label>
      <Input dir="auto" autoComplete="off" />
      <Popover className="popover missing-choices">
        <ListBox className="choices">
          {(one: Village) => (
            <ListBoxItem id={one.id} className="choice" textValue={called(one.id)}>
              <bdi>{called(one.id)}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
