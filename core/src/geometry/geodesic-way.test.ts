import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { expect, test } from 'vitest';
import { endOfGeodesic } from './geodesic-way.ts';

const angle = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test('leads where geographiclib does, within a millimetre', () => {
  fc.assert(
    fc.property(
      angle(-170, 170),
      angle(-89, 89),
      angle(-360, 360),
      angle(0, 3e6),
      (lon, lat, bearing, lengthM) => {
        const [longitude, latitude] = endOfGeodesic([lon, lat], { bearing, lengthM });
        const { s12 } = geodesic.Geodesic.WGS84.Inverse(latitude, longitude, ...endByOracle());
        expect(s12).toBeLessThan(1e-3);

        function endByOracle(): [number, number] {
          const end = geodesic.Geodesic.WGS84.Direct(lat, lon, bearing, lengthM);
          return [end.lat2 ?? 0, end.lon2 ?? 0];
        }
      },
    ),
  );
});
