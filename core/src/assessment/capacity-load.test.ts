import { expect, test } from 'vitest';
import { capacityLoad } from './capacity-load.ts';

const sure = (count: number, capacity: number) => capacityLoad({ least: count, most: count }, capacity).sure;

test('up to a tenth over the capacity is within it, beyond that over, and beyond 15 % far over', () => {
  expect([0, 20, 22, 23, 24].map((count) => sure(count, 20))).toEqual([
    'within',
    'within',
    'within',
    'over',
    'far-over',
  ]);
});

test('who can care for nobody is far over with the first child, and within with none', () => {
  expect([0, 1].map((count) => sure(count, 0))).toEqual(['within', 'far-over']);
});

test('what bands leave open is only possible', () => {
  expect(capacityLoad({ least: 15, most: 23 }, 20)).toEqual({ sure: 'within', possible: 'over' });
  expect(capacityLoad({ least: 50, most: null }, 60)).toEqual({ sure: 'within', possible: 'far-over' });
  expect(capacityLoad({ least: 23, most: null }, 20)).toEqual({ sure: 'over', possible: 'far-over' });
});
