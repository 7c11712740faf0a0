import { createRequire } from 'node:module';
import type { Language } from '@nitaq/core';
import type { ErrorObject } from 'ajv';
import type { FastifySchemaValidationError } from 'fastify';
import type { ProblemDetail } from './error-handler.ts';

/** The package is CommonJS and declares its exports wrongly for ES modules. */
const localize: Record<Language, (errors: ErrorObject[]) => void> = createRequire(import.meta.url)(
  'ajv-i18n',
);

/** What a schema found wrong, each with its place, in the reader's language. */
export function describeViolations(
  violations: readonly FastifySchemaValidationError[],
  language: Language,
  context: string,
): ProblemDetail[] {
  const errors = relevant(violations).map((violation): ErrorObject => ({ ...violation }));
  localize[language](errors);
  return errors.map(({ instancePath, params, message }) => {
    const missing = typeof params.missingProperty === 'string' ? `/${params.missingProperty}` : '';
    const unknown = typeof params.additionalProperty === 'string' ? `/${params.additionalProperty}` : '';
    const at = `${instancePath}${missing}${unknown}`;
    return { pointer: context === 'body' ? at : `/${context}${at}`, detail: message ?? '' };
  });
}

/**
 * Of a choice between shapes, only what is wrong with the shape that was meant: branches whose `type` is another one
 * say nothing useful, and neither does the choice itself.
 */
function relevant(violations: readonly FastifySchemaValidationError[]) {
  const isOtherType = ({ keyword, instancePath }: FastifySchemaValidationError) =>
    keyword === 'const' && instancePath.endsWith('/type');
  const otherBranches = violations.filter(isOtherType).map(({ schemaPath }) => branchOf(schemaPath));
  const useful = violations.filter(
    (violation) => violation.keyword !== 'anyOf' && !otherBranches.includes(branchOf(violation.schemaPath)),
  );
  return useful.length > 0 ? useful : violations;
}

/** The part of a schema path up to the branch of its innermost choice. */
function branchOf(schemaPath: string): string {
  return /^.*\/anyOf\/\d+/.exec(schemaPath)?.[0] ?? schemaPath;
}
