import { FilterError, type Scalar } from './filter.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** `DATE('…')` as the beginning of the day in UTC, `TIMESTAMP('…')` as an instant. */
export function timeLiteral(type: 'day' | 'instant', text: string, at: number | string): Scalar {
  const value = Date.parse(text);
  const isWritten = (type === 'day' ? DAY : INSTANT).test(text);
  if (!isWritten || Number.isNaN(value)) throw new FilterError('syntax', at, text);
  return { kind: 'literal', type, value };
}
