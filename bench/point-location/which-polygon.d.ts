declare module 'which-polygon' {
  /** An index that answers with the properties of the polygon at a position. */
  export default function whichPolygon<P>(collection: {
    type: 'FeatureCollection';
    features: { type: string; geometry: object; properties: P }[];
  }): (position: readonly [number, number]) => P | undefined;
}
