import { expect, test } from 'vitest';
import type { Position } from '../model/geometry.ts';
import { sameMissingVillage } from './same-missing-village.ts';

const at = (name: string, location: Position | null) => ({ name, location });
const HERE: Position = [40.5, 20.5];
/** A hundredth of a degree of latitude is 1.1 km. */
const ONE_KM_ON: Position = [40.5, 20.51];
const TEN_KM_ON: Position = [40.5, 20.6];

test('reports of one name nearby are about one village, however it is written', () => {
  const known = at('قرية الوادي', HERE);
  expect(sameMissingVillage(at('قريه الوادى', ONE_KM_ON), [known])).toBe(known);
  expect(sameMissingVillage(at('Ghumayqah', HERE), [at('غميقة', ONE_KM_ON)])?.name).toBe('غميقة');
});

test('far apart, one name is of two villages, and nearby two names are', () => {
  expect(sameMissingVillage(at('Wadi', HERE), [at('Wadi', TEN_KM_ON)])).toBeNull();
  expect(sameMissingVillage(at('Wadi', HERE), [at('Jabal', HERE)])).toBeNull();
});

test('a report without a place is about any of its name, and any about it', () => {
  expect(sameMissingVillage(at('Wadi', null), [at('Wadi', TEN_KM_ON)])).not.toBeNull();
  expect(sameMissingVillage(at('Wadi', HERE), [at('Wadi', null)])).not.toBeNull();
});

test('of several of its name it is the nearest', () => {
  const nearest = at('Wadi', ONE_KM_ON);
  expect(sameMissingVillage(at('Wadi', HERE), [at('Wadi', [40.5, 20.53]), nearest])).toBe(nearest);
});
