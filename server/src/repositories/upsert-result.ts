/** What storing an imported record did. */
export type UpsertResult = 'added' | 'changed' | 'unchanged';
