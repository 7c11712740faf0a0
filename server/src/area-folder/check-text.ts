import { type LocalizedText, LocalizedTextSchema } from '@nitaq/core';
import type { FaultInFile, ReportFault } from './fault.ts';
import { memberOf } from './read-json.ts';

/** The core says it, in the schema. */
const MAX_LENGTH = Number(memberOf(LocalizedTextSchema.properties.ar, 'maxLength'));
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for; the database refuses NUL
const CONTROL_CHARACTER = /[\u0000-\u001f\u007f]/;

/** What is wrong with a text that must say something, or null. */
export function textFault(text: string): FaultInFile | null {
  if (text.trim() === '') return { code: 'value-missing' };
  if (CONTROL_CHARACTER.test(text)) return { code: 'text-has-control-character' };
  if (!text.isWellFormed()) return { code: 'text-has-half-a-character' };
  if (text.length > MAX_LENGTH) return { code: 'text-too-long', values: { limit: MAX_LENGTH } };
  return null;
}

/** Reports what is wrong with either language of a text at a JSON pointer. */
export function checkLocalizedText(text: LocalizedText, at: string, report: ReportFault): void {
  for (const [language, written] of Object.entries(text)) {
    const fault = textFault(written);
    if (fault !== null) report({ ...fault, field: `${at}/${language}` });
  }
}
