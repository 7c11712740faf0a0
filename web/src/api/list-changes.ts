/** A list as it goes from thread to thread after another one: each item, or its place in that; null: it is the same. */
export type ListChanges<T> = readonly (number | T)[] | null;

/** Says of one list after the other what a `listReceiver` needs. */
export function listSender<T extends object>(): (items: readonly T[]) => ListChanges<T> {
  let places: ReadonlyMap<string, number> = new Map();
  let size = -1;
  return (items) => {
    const texts = items.map((item) => JSON.stringify(item));
    const changes = items.map((item, i) => places.get(texts[i] ?? '') ?? item);
    const isSame = items.length === size && changes.every((change, i) => change === i);
    places = new Map(texts.map((text, i) => [text, i]));
    size = items.length;
    return isSame ? null : changes;
  };
}

/** The lists again: what did not change, the list itself or an item, is the same object. */
export function listReceiver<T extends object>(): (changes: ListChanges<T>) => T[] {
  let items: T[] = [];
  return (changes) => {
    const before = items;
    if (changes !== null)
      items = changes.flatMap((change) => (typeof change === 'number' ? (before[change] ?? []) : [change]));
    return items;
  };
}
