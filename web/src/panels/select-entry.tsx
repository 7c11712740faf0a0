import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { Icon } from './icons.tsx';

const NOTHING = 'nothing';

interface SelectEntryProps<Value extends string> {
  readonly label: string;
  /** Null: nothing is chosen. */
  readonly value: Value | null;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  /** What it says to choose nothing; left out: one of the choices has to be chosen. */
  readonly none?: string;
  /** What stands there while nothing is chosen. */
  readonly placeholder?: string;
  readonly onChange: (value: Value | null) => void;
}

/** One of several, chosen from a list. */
export function SelectEntry<Value extends string>({
  label,
  value,
  choices,
  none,
  placeholder,
  onChange,
}: SelectEntryProps<Value>) {
  return (
    <Select
      className="field"
      value={value ?? (none === undefined ? null : NOTHING)}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(id) => onChange(choices.find((one) => one.value === id)?.value ?? null)}
    >
      <Label>{label}</Label>
      <Button className="select-button need-reader">
        <SelectValue />
        <Icon name="down" />
      </Button>
      <Popover className="popover">
        <ListBox className="choices">
          {none !== undefined && (
            <ListBoxItem id={NOTHING} className="choice" textValue={none}>
              {none}
            </ListBoxItem>
          )}
          {choices.map((one) => (
            <ListBoxItem key={one.value} id={one.value} className="choice" textValue={one.text}>
              <bdi>{one.text}</bdi>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
