/**
 * The nearest integer, of two the greater; as `Math.round` but for 0.49999999999999994, which is 1. The engine makes of
 * `Math.round` a comparison that the processor guesses wrong half of the time, of this one instruction.
 */
export function nearestInteger(value: number): number {
  return Math.floor(value + 0.5);
}
