import type { AgendaFact } from './agenda-facts.ts';
import { inAgendaOrder, onePerKey } from './agenda-facts.ts';

/** What is kept of an item that an agenda is made of. */
export interface KeptItem {
  /** Of what wrote itself the key of its fact. */
  readonly id: string;
  readonly isAdded: boolean;
  /** Its place among those that were put in order; null: where it comes by itself. */
  readonly rank: number | null;
  /** Somebody took it off. */
  readonly isOff: boolean;
}

/** One line of an agenda: what is kept of it, what there is to it by itself, or both. */
export interface AgendaLine<T extends KeptItem> {
  readonly kept: T | null;
  readonly fact: AgendaFact | null;
}

/**
 * The agenda of a meeting that is still to come: first what was put in order, then what wants to be talked about by itself,
 * then what people added. What was taken off stays off, while it is the same thing.
 */
export function writeAgenda<T extends KeptItem>(
  found: readonly AgendaFact[],
  kept: readonly T[],
): AgendaLine<T>[] {
  const facts = onePerKey(found);
  const keptById = new Map(kept.map((item) => [item.id, item]));
  const factByKey = new Map(facts.map((fact) => [fact.key, fact]));
  const line = (item: T): AgendaLine<T> => ({ kept: item, fact: factByKey.get(item.id) ?? null });
  const on = kept.filter(({ isOff }) => !isOff);
  const ranked = on.filter(({ rank }) => rank !== null).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const fresh = inAgendaOrder(facts).flatMap((fact): AgendaLine<T>[] => {
    const item = keptById.get(fact.key);
    if (item === undefined) return [{ kept: null, fact }];
    return item.isOff || item.rank !== null ? [] : [line(item)];
  });
  const listed = new Set(fresh.map(({ fact }) => fact?.key));
  const rest = on.filter(({ rank, id }) => rank === null && !listed.has(id));
  return [...ranked.map(line), ...fresh, ...rest.map(line)];
}
