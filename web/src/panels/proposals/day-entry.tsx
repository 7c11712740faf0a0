import { Input, Label, Text, TextField } from 'react-aria-components';
import { FieldProblem } from '../field-problem.tsx';
import { useWords } from '../words.tsx';

interface DayEntryProps {
  readonly label: string;
  /** What the day means, said below it. */
  readonly hint?: string;
  /** As 2026-11-30; empty: none yet. */
  readonly value: string;
  readonly min?: string;
  readonly isRequired?: boolean;
  readonly onChange: (day: string) => void;
}

/** A day by the browser's own calendar, and said in both calendars below it. */
export function DayEntry({ label, hint, value, min, isRequired = true, onChange }: DayEntryProps) {
  const { dayOf } = useWords();
  return (
    <TextField className="field" type="date" isRequired={isRequired} value={value} onChange={onChange}>
      <Label>{label}</Label>
      <Input min={min} />
      <Text slot="description" className="quiet">
        {value !== '' && <span className="block">{dayOf(value)}</span>}
        {hint}
      </Text>
      <FieldProblem earliest={min} />
    </TextField>
  );
}
