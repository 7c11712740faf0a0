import { Ajv, type Options } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';

/**
 * Nothing is turned into something else and nothing is dropped. Infinities are numbers, so that limits and the check
 * of the geometry see them: strictly, Ajv would skip the limits of a number that text was turned into.
 */
const strict: Options = {
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: false,
  strict: true,
  strictNumbers: false,
  allErrors: true,
  // Which shape of a choice was meant is told from the data and the schema of each violation.
  verbose: true,
};

/** Validates bodies as they are; what stands in addresses and headers is text and becomes numbers first. */
export function registerValidation(app: FastifyInstance): void {
  const ofBodies = withFormats(new Ajv({ ...strict, allErrors: false }));
  const ofText = withFormats(new Ajv({ ...strict, coerceTypes: true }));
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? ofBodies : ofText).compile(schema),
  );
}

function withFormats(ajv: Ajv): Ajv {
  // The package's declaration hides its function behind `default`.
  const known = addFormats.default(new Ajv());
  const isDateTime = known.compile({ type: 'string', format: 'date-time' });
  const isDate = known.compile({ type: 'string', format: 'date' });
  return addFormats
    .default(ajv)
    .addFormat('date-time', (text: string) => isDateTime(text) && isInstant(text))
    .addFormat('date', (text: string) => isDate(text) && isDay(text));
}

/** Days around which there are others that can be written down and kept: none of the first years, nor the last. */
function isDay(text: string): boolean {
  return text >= '0100-01-01' && text < '9999-01-01';
}

/** A leap second and the year 0 are right by RFC 3339, but no instants that a database can keep. */
function isInstant(text: string): boolean {
  const instant = new Date(text);
  return !Number.isNaN(instant.getTime()) && instant.getUTCFullYear() >= 1;
}
