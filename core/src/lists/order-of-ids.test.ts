import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderOfIds } from './order-of-ids.ts';

const sorted = (ids: readonly string[]) => Array.from(orderOfIds(ids), (place) => ids[place]);

test('the places of ids are in the order of the engine', () => {
  // Few letters, so that many begin alike and some are there twice.
  const ids = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', '-', '9') }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 300 }), (given) => {
      expect(sorted(given)).toEqual(given.toSorted());
    }),
    { numRuns: 500 },
  );
});

test('many that are the same but for their end, and a very long one, are sorted', () => {
  const ids = Array.from({ length: 5000 }, (_, i) => `association-${(i * 7919) % 5000}`);
  ids.push('a'.repeat(20_000), 'a'.repeat(20_001));
  expect(sorted(ids)).toEqual(ids.toSorted());
});
