import { Ajv, type Options } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifyInstance } from 'fastify';

/** Nothing is turned into something else and nothing is dropped; infinities reach the check of the geometry. */
const strict: Options = {
  coerceTypes: false,
  removeAdditional: false,
  useDefaults: false,
  strict: true,
  strictNumbers: false,
  allErrors: true,
};

/** Validates bodies as they are; what stands in addresses and headers is text and becomes numbers first. */
export function registerValidation(app: FastifyInstance): void {
  const ofBodies = withFormats(new Ajv({ ...strict, allErrors: false }));
  const ofText = withFormats(new Ajv({ ...strict, coerceTypes: true, strictNumbers: true }));
  app.setValidatorCompiler(({ schema, httpPart }) =>
    (httpPart === 'body' ? ofBodies : ofText).compile(schema),
  );
}

function withFormats(ajv: Ajv): Ajv {
  // The package's declaration hides its function behind `default`.
  addFormats.default(ajv);
  return ajv;
}
