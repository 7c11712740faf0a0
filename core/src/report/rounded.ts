/** What people read as km or percent. */
export function toOneDecimal(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

export function toTwoDecimals(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** A part of a whole in percent; of nothing 0. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : toOneDecimal((100 * part) / whole);
}
