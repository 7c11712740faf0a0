import { expect, test } from 'vitest';
import {
  barredImage,
  dotsImage,
  houseImage,
  lockImage,
  parseImageName,
  reasonImage,
  stripesImage,
  villageImage,
} from './image-names.ts';

test('an image’s name says all that is needed to draw it', () => {
  expect(parseImageName(dotsImage('dark'))).toEqual({ kind: 'dots', theme: 'dark' });
  expect(parseImageName(stripesImage('light', [2, 0]))).toEqual({
    kind: 'stripes',
    theme: 'light',
    places: [2, 0],
  });
  expect(parseImageName(villageImage('light', 'gap'))).toEqual({
    kind: 'village',
    theme: 'light',
    status: 'gap',
  });
  expect(parseImageName(reasonImage('dark'))).toEqual({ kind: 'reason', theme: 'dark' });
  expect(parseImageName(lockImage('light'))).toEqual({ kind: 'lock', theme: 'light' });
  expect(parseImageName(barredImage('dark'))).toEqual({ kind: 'barred', theme: 'dark' });
  expect(parseImageName(houseImage('dark', 3))).toEqual({ kind: 'house', theme: 'dark', place: 3 });
});

test('a name of nobody’s is not drawn', () => {
  expect(parseImageName('village:light:elsewhere')).toBeNull();
  expect(parseImageName('sprite')).toBeNull();
});
