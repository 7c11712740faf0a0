import type { Static, TSchema } from 'typebox';
import { Settings } from 'typebox/system';
import { Value } from 'typebox/value';
import type { FaultInFile, ReportFault } from './fault.ts';

type SchemaError = ReturnType<typeof Value.Errors>[number];

/** Enough for a person to work through; a file of another kind altogether has no end of them. */
const MAX_ERRORS = 50;

/** The value a JSON text stands for; undefined after reporting where it is malformed. */
export function parseJson(text: string, report: ReportFault): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    report(syntaxFault(String(error), text));
    return undefined;
  }
}

/** V8 names the line of some errors, quotes what stands around others, and says of the rest that the text ends. */
function syntaxFault(message: string, text: string): FaultInFile {
  const line = /\(line (\d+) column \d+\)/.exec(message)?.[1];
  if (line !== undefined) return { code: 'json-malformed', row: Number(line) };
  const near = /, (?:\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1];
  if (near !== undefined) return { code: 'json-malformed-near', values: { near: near.replace(/\s+/g, ' ') } };
  return { code: 'json-malformed', row: text.split('\n').length };
}

/** The value with the type of the schema, or null after reporting each fault with a pointer that begins with `at`. */
export function checkShape<Schema extends TSchema>(
  schema: Schema,
  value: unknown,
  { report, at = '' }: { report: ReportFault; at?: string },
): Static<Schema> | null {
  if (Value.Check(schema, value)) return value;
  for (const fault of faultsOf(errorsOf(schema, value))) report({ ...fault, field: `${at}${fault.field}` });
  return null;
}

/** The member of something that may be an object; undefined where it is none. */
export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

/** All errors of a value; the validator stops at eight unless told otherwise. */
function errorsOf(schema: TSchema, value: unknown): SchemaError[] {
  const { maxErrors } = Settings.Get();
  Settings.Set({ maxErrors: MAX_ERRORS });
  try {
    return Value.Errors(schema, value);
  } finally {
    Settings.Set({ maxErrors });
  }
}

/** The errors in our words. Of the branches of a choice, only those tell something that are no bare `null`. */
function faultsOf(errors: readonly SchemaError[]): (FaultInFile & { field: string })[] {
  const faults = errors.flatMap((error) => faultsOfError(error, errors));
  const isFirst = (key: string, index: number) => keys.indexOf(key) === index;
  const keys = faults.map(({ code, field }) => `${code} ${field}`);
  return faults.filter((_, index) => isFirst(keys[index] ?? '', index));
}

function faultsOfError(
  error: SchemaError,
  errors: readonly SchemaError[],
): (FaultInFile & { field: string })[] {
  const field = error.instancePath;
  switch (error.keyword) {
    case 'required':
      return error.params.requiredProperties.map((name) => ({
        code: 'member-missing',
        field: `${field}/${name}`,
      }));
    case 'additionalProperties':
      return error.params.additionalProperties.map((name) => ({
        code: 'member-unknown',
        field: `${field}/${name}`,
      }));
    case 'const':
      return [{ code: 'value-not-allowed', field, values: { allowed: allowedAt(field, errors) } }];
    case 'type':
      return error.params.type === 'null'
        ? []
        : [{ code: 'type-wrong', field, values: { expected: String(error.params.type) } }];
    case 'pattern':
      return [{ code: 'id-malformed', field }];
    case 'format':
      return [{ code: 'date-malformed', field }];
    case 'minLength':
      return [{ code: 'value-missing', field }];
    case 'maxLength':
      return [{ code: 'text-too-long', field, values: { limit: error.params.limit } }];
    case 'minItems':
    case 'maxItems':
      return [{ code: 'position-malformed', field }];
    default:
      // `anyOf` and `boolean` only repeat what the errors beside them say.
      return [];
  }
}

function allowedAt(field: string, errors: readonly SchemaError[]): string {
  const allowed = errors.flatMap((error) =>
    error.keyword === 'const' && error.instancePath === field ? [String(error.params.allowedValue)] : [],
  );
  return allowed.join(', ');
}
