/** What there is of each kind in a plan, in square metres on the ellipsoid. */
export interface FoundAreas {
  readonly areaM2: number;
  readonly gapM2: number;
  /** A place once, however many claim it. */
  readonly overlapM2: number;
  readonly outsideM2: number;
  /** Of all territories, each for itself. */
  readonly territoriesM2: number;
}
