/** Square metres as km², without the digits below 10 cm² that are noise of the arithmetic. */
export function roundedKm2(areaM2: number): number {
  return Math.round(areaM2 * 1e3) / 1e9 + 0;
}
