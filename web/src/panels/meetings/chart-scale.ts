export const CHART = { width: 280, height: 72, pad: 6 } as const;

interface ChartScale {
  /** Where an instant is. */
  x(at: string): number;
  /** How high a number is, from nothing; what is more than the most is at the top. */
  y(value: number): number;
}

/** The scale of a small chart over some instants; from right to left where people read so. */
export function chartScale(
  instants: readonly string[],
  { most, isRtl }: { readonly most: number; readonly isRtl: boolean },
): ChartScale {
  const { width, height, pad } = CHART;
  const times = instants.map((at) => Date.parse(at));
  const from = Math.min(...times);
  const to = Math.max(...times);
  return {
    x: (at) => {
      const share = to === from ? 1 : (Date.parse(at) - from) / (to - from);
      const along = pad + share * (width - 2 * pad);
      return isRtl ? width - along : along;
    },
    y: (value) => height - pad - (Math.min(value, most) / (most || 1)) * (height - 2 * pad),
  };
}
