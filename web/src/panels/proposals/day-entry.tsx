import { useId } from 'react';
import { useWords } from '../words.tsx';

interface DayEntryProps {
  readonly label: string;
  /** As 2026-11-30; empty: none yet. */
  readonly value: string;
  readonly min: string;
  readonly isRequired?: boolean;
  readonly onChange: (day: string) => void;
}

/** A day by the browser's own calendar, and said in both calendars below it. */
export function DayEntry({ label, value, min, isRequired = true, onChange }: DayEntryProps) {
  const { day } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value}
        min={min}
        required={isRequired}
        aria-describedby={`${id}-said`}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="quiet" id={`${id}-said`}>
        {value !== '' && day(`${value}T12:00:00Z`)}
      </span>
    </div>
  );
}
