import { createRequire } from 'node:module';
import type { Language } from '@nitaq/core';
import type { ErrorObject } from 'ajv';
import type { FastifySchemaValidationError } from 'fastify';
import type { ProblemDetail } from './problem-detail.ts';

/** The package is CommonJS and declares its exports wrongly for ES modules. */
const localize: Record<Language, (errors: ErrorObject[]) => void> = createRequire(import.meta.url)(
  'ajv-i18n',
);

/** What a value of the wrong type should be: of that the package says in Arabic only that it is not valid. */
const ARABIC_TYPES: Readonly<Record<string, string>> = {
  array: 'قائمة',
  boolean: 'true أو false',
  integer: 'عددًا صحيحًا',
  null: 'null',
  number: 'عددًا',
  object: 'كائنًا',
  string: 'نصًا',
};

/** What a schema found wrong, each with its place and once, in the reader's language. */
export function describeViolations(
  violations: readonly FastifySchemaValidationError[],
  language: Language,
  context: string,
): ProblemDetail[] {
  const errors = relevant(violations.map((violation): ErrorObject => ({ ...violation })));
  localize[language](errors);
  const details = errors.map((error) => {
    const { instancePath, params } = error;
    const at = `${instancePath}${step(params.missingProperty)}${step(params.additionalProperty)}`;
    return { pointer: context === 'body' ? at : `/${context}${at}`, detail: detailOf(error, language) };
  });
  return [...new Map(details.map((detail) => [JSON.stringify(detail), detail])).values()];
}

function detailOf({ keyword, params, message = '' }: ErrorObject, language: Language): string {
  if (language === 'ar' && keyword === 'type') {
    const types = [params.type].flat().map((type) => ARABIC_TYPES[String(type)] ?? type);
    return `يجب أن يكون ${types.join(' أو ')}`;
  }
  // Some of the Arabic messages begin with a space.
  return message.trim();
}

/**
 * Of a choice between shapes, only what is wrong with the shape that was meant: a shape whose `type` is another one
 * says nothing useful, and neither does the choice itself. Where no shape has that type, the type is wrong.
 */
function relevant(errors: readonly ErrorObject[]): ErrorObject[] {
  const told = errors.filter(({ keyword }) => keyword !== 'anyOf');
  const useful = told.filter((error) => !isOfAnotherType(error));
  return useful.length > 0 ? useful : told.map(withWrongType);
}

/** True where the value has a `type` that is not the one of the shape it was held against. */
function isOfAnotherType({ keyword, instancePath, parentSchema, params, data }: ErrorObject): boolean {
  if (keyword === 'const') return instancePath.endsWith('/type');
  if (keyword === 'type' && params.type === 'null') return memberOf(data, 'type') !== undefined;
  const expected = memberOf(memberOf(memberOf(parentSchema, 'properties'), 'type'), 'const');
  const given = memberOf(data, 'type');
  return expected !== undefined && given !== undefined && given !== expected;
}

function withWrongType(error: ErrorObject): ErrorObject {
  const { instancePath } = error;
  const at = instancePath.endsWith('/type') ? instancePath : `${instancePath}/type`;
  return { ...error, keyword: 'enum', instancePath: at, params: {} };
}

/** One step of a JSON pointer, or nothing. */
function step(member: unknown): string {
  return typeof member === 'string' ? `/${member.replaceAll('~', '~0').replaceAll('/', '~1')}` : '';
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
