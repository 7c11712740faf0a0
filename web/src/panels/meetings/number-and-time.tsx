import { useId } from 'react';

interface NumberEntryProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A small whole number. */
export function NumberEntry({ label, value, min, max, onChange }: NumberEntryProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        dir="ltr"
        required
        min={min}
        max={max}
        value={Number.isNaN(value) ? '' : value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  );
}

interface TimeEntryProps {
  readonly label: string;
  /** As 10:00. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time of day by the clocks of the area. */
export function TimeEntry({ label, value, onChange }: TimeEntryProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="time" required value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
