/** Year, month and day of an instant in UTC, as a document states when it was made. */
export function dateOf(instant: string): [number, number, number] {
  const [year = 0, month = 1, day = 1] = instant.slice(0, 10).split('-').map(Number);
  return [year, month, day];
}
