import { DomainError, instantOf, startOfDay } from '@nitaq/core';

/** What `datetime` asks for: an instant, or a span that may be open; days are those of the time zone of each area. */
export type TimeAsked =
  | { readonly as: 'instant'; readonly at: string }
  | { readonly as: 'span'; readonly from: string | null; readonly to: string | null };

/** A span of instants, both ends included; null: open. */
export interface Span {
  readonly from: Date | null;
  readonly to: Date | null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

/** Reads the parameter `datetime`. Errors: `query-parameter-invalid`. */
export function readDatetime(text: string): TimeAsked {
  const refusal = new DomainError('query-parameter-invalid', { parameter: 'datetime', value: text });
  const parts = text.split('/');
  if (parts.some((part) => part !== '..' && part !== '' && !isTime(part))) throw refusal;
  const [first = '', second] = parts;
  if (second === undefined) {
    if (!isTime(first)) throw refusal;
    return { as: 'instant', at: first };
  }
  const [from, to] = [first, second].map((part) => (part === '' || part === '..' ? null : part));
  if (parts.length > 2 || from === undefined || to === undefined) throw refusal;
  const isBackwards = from !== null && to !== null && instantOf(to, 'UTC') < beginningOf(from, 'UTC');
  if (isBackwards) throw refusal;
  return { as: 'span', from, to };
}

/** The instants that are asked for in a time zone: of a day alone, when it is over, as everywhere in the service. */
export function spanOf(asked: TimeAsked, timeZone: string): Span {
  switch (asked.as) {
    case 'instant': {
      const at = instantOf(asked.at, timeZone);
      return { from: at, to: at };
    }
    case 'span':
      return {
        from: asked.from === null ? null : beginningOf(asked.from, timeZone),
        to: asked.to === null ? null : instantOf(asked.to, timeZone),
      };
  }
}

function beginningOf(time: string, timeZone: string): Date {
  return DAY.test(time) ? startOfDay(time, timeZone) : new Date(time);
}

function isTime(text: string): boolean {
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() < 100 || at.getUTCFullYear() > 9998) return false;
  // 2026-02-31 is read as a day of March.
  return DAY.test(text) ? at.toISOString().startsWith(text) : INSTANT.test(text);
}
