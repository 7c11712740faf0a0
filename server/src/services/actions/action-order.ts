import type { ActionItem } from '@nitaq/core';

/** Where an action stands in the list: those that are open by their day, then what was closed last. */
export type ActionPlace = Pick<ActionItem, 'closedAt' | 'dueOn' | 'id'>;

/** A place as one word, for a cursor. */
export function placeKey({ closedAt, dueOn, id }: ActionPlace): string {
  return [closedAt ?? '', dueOn, id].join('|');
}

/** The place that such a word means. */
export function placeOfKey(key: string): ActionPlace {
  const [closedAt = '', dueOn = '', id = ''] = key.split('|');
  return { closedAt: closedAt === '' ? null : closedAt, dueOn, id: id as ActionItem['id'] };
}

/** Whether one place is behind another. What is closed between two pages is behind both, so none is left out. */
export function isBehind(one: ActionPlace, other: ActionPlace): boolean {
  if ((one.closedAt === null) !== (other.closedAt === null)) return other.closedAt === null;
  if (one.closedAt !== other.closedAt) return (one.closedAt ?? '') < (other.closedAt ?? '');
  return one.dueOn === other.dueOn ? one.id > other.id : one.dueOn > other.dueOn;
}
