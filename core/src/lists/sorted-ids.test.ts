import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedIds } from './sorted-ids.ts';

test('ids come in the order of the engine, and their own list stays as it was', () => {
  // Few letters, so that many begin alike and some are there twice.
  const ids = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', '-', '9') }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(ids, { maxLength: 300 }), (given) => {
      const before = [...given];
      expect(sortedIds(given)).toEqual(given.toSorted());
      expect(given).toEqual(before);
    }),
    { numRuns: 500 },
  );
});

test('many that are the same but for their end, and a very long one, are sorted', () => {
  const ids = Array.from({ length: 5000 }, (_, i) => `association-${(i * 7919) % 5000}`);
  ids.push('a'.repeat(20_000), 'a'.repeat(20_001));
  expect(sortedIds(ids)).toEqual(ids.toSorted());
});
