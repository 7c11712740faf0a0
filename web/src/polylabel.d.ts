declare module 'polylabel' {
  /** The point inside the rings that is farthest from every edge; `distance` is negative when there is none. */
  export default function polylabel(
    rings: readonly (readonly (readonly number[])[])[],
    precision?: number,
  ): [x: number, y: number] & { distance: number };
}
