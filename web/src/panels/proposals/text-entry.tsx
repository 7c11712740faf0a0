import { Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import { FieldProblem } from '../field-problem.tsx';
import { useWords } from '../words.tsx';

interface TextEntryProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly type?: 'text' | 'email' | 'password';
  readonly autoComplete: string;
  /** Said below the field. */
  readonly hint?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly isRequired?: boolean;
  readonly inputMode?: 'numeric' | 'tel';
  readonly autoFocus?: boolean;
}

/** One field of a form about people. */
export function TextEntry({ label, hint, type = 'text', isRequired = true, ...field }: TextEntryProps) {
  // Addresses, passwords and codes are written from left to right in every language.
  const direction = type === 'text' && field.inputMode === undefined ? 'auto' : 'ltr';
  return (
    <TextField className="field" type={type} isRequired={isRequired} {...field}>
      <Label>{label}</Label>
      <Input dir={direction} />
      {hint !== undefined && (
        <Text slot="description" className="quiet">
          {hint}
        </Text>
      )}
      <FieldProblem />
    </TextField>
  );
}

const SHORTEST_PASSWORD = 12;

/** A password that is chosen now; the service takes no shorter one. */
export function NewPasswordEntry({ label, ...field }: Pick<TextEntryProps, 'label' | 'value' | 'onChange'>) {
  const { t, number } = useWords();
  return (
    <TextEntry
      label={label}
      type="password"
      autoComplete="new-password"
      hint={t('people.password.rule', { least: number(SHORTEST_PASSWORD) })}
      minLength={SHORTEST_PASSWORD}
      maxLength={128}
      {...field}
    />
  );
}

interface LongEntryProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly isRequired?: boolean;
  readonly maxLength?: number;
}

/** A field for more than a line. */
export function LongEntry({ label, isRequired = true, maxLength = 5000, ...field }: LongEntryProps) {
  return (
    <TextField className="field" isRequired={isRequired} maxLength={maxLength} {...field}>
      <Label>{label}</Label>
      <TextArea dir="auto" rows={2} />
      <FieldProblem />
    </TextField>
  );
}
