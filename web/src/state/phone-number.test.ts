import { expect, test } from 'vitest';
import { parsePhone } from './phone-number.ts';

test.each([
  ['+966 50 123 4567', '+966501234567'],
  ['٠٥٠١٢٣٤٥٦٧', '0501234567'],
  ['00966-50-123-4567', '+966501234567'],
  ['(050) 123 4567', '0501234567'],
])('%s is %s', (text, phone) => {
  expect(parsePhone(text)).toBe(phone);
});

test.each(['', '12', 'none', '0501234567 or 8', '+9665012345678901'])(
  '«%s» is no telephone number',
  (text) => {
    expect(parsePhone(text)).toBeNull();
  },
);
