import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { expect, test } from 'vitest';
import { endOfGeodesic } from './geodesic-way.ts';

const { WGS84 } = geodesic.Geodesic;
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const way = fc.record({ bearing: between(-360, 360), lengthM: between(0, 3e6) });

test('leads where geographiclib does, within a millimetre', () => {
  fc.assert(
    fc.property(between(-170, 170), between(-89, 89), way, (longitude, latitude, { bearing, lengthM }) => {
      const [x, y] = endOfGeodesic([longitude, latitude], { bearing, lengthM });
      const end = WGS84.Direct(latitude, longitude, bearing, lengthM);
      expect(WGS84.Inverse(y, x, end.lat2 ?? 0, end.lon2 ?? 0).s12).toBeLessThan(1e-3);
    }),
  );
});
