export interface MergedLists<T> {
  /** What is proposed, and then what the others added; without what either took away. */
  readonly merged: readonly T[];
  /** What only the others added. */
  readonly addedByTheirs: readonly T[];
  /** What only the proposal adds. */
  readonly addedByOurs: readonly T[];
}

/** Merges two changes of a list, whose items are the same where their texts are. */
export function mergeLists<T>(
  { base, theirs, ours }: Record<'base' | 'theirs' | 'ours', readonly T[]>,
  textOf: (item: T) => string,
): MergedLists<T> {
  const [before, their, our] = [base, theirs, ours].map((items) => new Set(items.map(textOf)));
  const isIn = (texts: ReadonlySet<string> | undefined, item: T) => texts?.has(textOf(item)) ?? false;
  const addedByTheirs = theirs.filter((item) => !isIn(before, item) && !isIn(our, item));
  return {
    merged: [...ours.filter((item) => isIn(their, item) || !isIn(before, item)), ...addedByTheirs],
    addedByTheirs,
    addedByOurs: ours.filter((item) => !isIn(before, item) && !isIn(their, item)),
  };
}
