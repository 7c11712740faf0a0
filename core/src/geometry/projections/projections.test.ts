import { expect, test } from 'vitest';
import { toUtmNorth } from './transverse-mercator.ts';
import { toWebMercator } from './web-mercator.ts';

const ZONE_37 = 39;

// What PROJ 9.1 answers (gdaltransform -s_srs OGC:CRS84 -t_srs EPSG:32637, and EPSG:3857).
test.each([
  [
    [39, 0],
    [500_000, 0],
  ],
  [
    [40.27, 20.15],
    [632_730.692770422, 2_228_587.24750373],
  ],
  [
    [36.1, 5.25],
    [178_511.434609327, 581_043.962197013],
  ],
  [
    [42, 60],
    [667_294.821124452, 6_655_205.48363456],
  ],
  [
    [39.5, -1],
    [555_629.774760021, -110_534.395118819],
  ],
] as const)('%j stands at %j in zone 37 of UTM', ([lon, lat], [east, north]) => {
  const [x, y] = toUtmNorth([lon, lat], ZONE_37);
  expect(Math.abs(x - east)).toBeLessThan(0.0002);
  expect(Math.abs(y - north)).toBeLessThan(0.0002);
});

test.each([
  [
    [0, 0],
    [0, 0],
  ],
  [
    [40.27, 20.15],
    [4_482_835.89424513, 2_290_808.9779104],
  ],
  [
    [42, 60],
    [4_675_418.613317489, 8_399_737.88981836],
  ],
  [
    [39.5, -1],
    [4_397_119.88633431, -111_325.142866385],
  ],
] as const)('%j stands at %j on the map of the web', ([lon, lat], [east, north]) => {
  const [x, y] = toWebMercator([lon, lat]);
  expect(Math.abs(x - east)).toBeLessThan(0.0002);
  expect(Math.abs(y - north)).toBeLessThan(0.0002);
});

test('the map of the web ends where it is a square', () => {
  expect(toWebMercator([180, 90])[1]).toBeCloseTo(toWebMercator([180, 90])[0], 3);
});
