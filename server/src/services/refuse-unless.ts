import { DomainError, type Verdict } from '@nitaq/core';

/** Goes on where a person is allowed. Errors: `sign-in-needed`, `second-factor-needed`, `not-allowed`. */
export function refuseUnless(verdict: Verdict): asserts verdict is 'allowed' {
  if (verdict !== 'allowed') throw new DomainError(verdict);
}
