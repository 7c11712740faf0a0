import { describe, expect, test } from 'vitest';
import { listColumns } from './list-columns.ts';
import { readCoordinate } from './read-coordinate.ts';

describe('the columns of a list', () => {
  test.each([
    [['id', 'lon', 'lat'], { longitude: 1, latitude: 2, village: null, language: 'en' }],
    [['Latitude (°)', 'LONGITUDE', 'Village'], { longitude: 1, latitude: 0, village: 2, language: 'en' }],
    [['الرقم', 'اسم القريه'], { longitude: null, latitude: null, village: 1, language: 'ar' }],
    [['خط الطول', 'دائرة العرض', 'القرية'], { longitude: 0, latitude: 1, village: 2, language: 'ar' }],
    [['name', 'village'], { longitude: null, latitude: null, village: 1, language: 'en' }],
    [['\ufeffvillage_name', 'x'], { longitude: null, latitude: null, village: 0, language: 'en' }],
  ] as const)('are recognised in Arabic or English, in any order: %j', (header, expected) => {
    expect(listColumns(header)).toEqual(expected);
  });

  test.each([[['id', 'lon']], [['a', 'b']], [[]]])('that name no place are none: %j', (header) => {
    expect(listColumns(header)).toBeNull();
  });
});

describe('a coordinate', () => {
  test.each([
    ['40.447', 40.447],
    [' 40.447 ', 40.447],
    ['٤٠٫٤٤٧', 40.447],
    ['40,447', 40.447],
    ['20.3°', 20.3],
    ['−20.3', -20.3],
    ['1e2', 100],
  ])('is read as people write it: %s', (text, value) => {
    expect(readCoordinate(text, 180)).toBe(value);
  });

  test.each(['', ' ', 'east', '181', '40 20', 'NaN', 'Infinity'])('is none: «%s»', (text) => {
    expect(readCoordinate(text, 180)).toBeNaN();
  });
});
