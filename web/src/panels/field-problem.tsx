import { use, useState } from 'react';
import { FieldError, FieldErrorContext, type ValidationResult } from 'react-aria-components';
import { useWords, type Words } from './words.tsx';

/**
 * What is wrong with a field, in the language of the page: the browser would say it in its own. Its place stays once it is mended,
 * for a press on the button below takes the focus away, and what moves meanwhile is not pressed.
 */
export function FieldProblem({ earliest }: { earliest?: string | undefined }) {
  const words = useWords();
  const validation = use(FieldErrorContext);
  const text = validation?.isInvalid ? textOf(validation, words, earliest) || null : null;
  const [last, setLast] = useState(text);
  if (text !== null && text !== last) setLast(text);
  return (
    <div className="field-problem">
      {text !== null && <FieldError className="problem block">{text}</FieldError>}
      {text === null && last !== null && (
        <span className="problem block" data-gone="true" aria-hidden="true">
          {last}
        </span>
      )}
    </div>
  );
}

function textOf(
  { validationDetails: wrong, validationErrors }: ValidationResult,
  { t, dayOf }: Words,
  earliest: string | undefined,
): string {
  if (wrong.valueMissing || wrong.badInput) return t('field.missing');
  // Of all our fields only those for e-mail have a type to be missed.
  if (wrong.typeMismatch) return t('field.email', { example: 'name@example.org' });
  if (wrong.tooShort) return t('field.short');
  if (wrong.rangeUnderflow && earliest !== undefined) {
    return t('field.early', { date: dayOf(earliest) });
  }
  return validationErrors.join(' ');
}
