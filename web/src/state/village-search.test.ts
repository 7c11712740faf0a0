import type { Village, VillageId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { findVillages, indexVillages } from './village-search.ts';

function village(id: string, ar: string, en: string, aliases: string[] = []): Village {
  return {
    id: id as VillageId,
    name: { ar, en },
    aliases,
    kind: 'village',
    centre: null,
    location: null,
    version: 1,
  };
}
const index = indexVillages([
  village('shaqqah', 'الشاقة', 'Al Shaqqah', ['الشواق', 'Ash Shawaq']),
  village('suq', 'سوق الجمعة', 'Suq Al Jumah'),
  village('jumah', 'الجمعة', 'Al Jumah'),
]);
const ids = (words: string, limit = 10) => findVillages(index, words, limit).map(({ id }) => id);

test('a village is found by its Arabic name, however its letters are written', () => {
  expect(ids('الشاقه')).toEqual(['shaqqah']);
  expect(ids('الشَّاقة')).toEqual(['shaqqah']);
});

test('a village is found by its Latin name and by its other names', () => {
  expect(ids('shaqqah')).toEqual(['shaqqah']);
  expect(ids('الشواق')).toEqual(['shaqqah']);
  expect(ids('shawaq')).toEqual(['shaqqah']);
});

test('a name that begins with the words comes before one that has them later', () => {
  expect(ids('الجمعة')).toEqual(['jumah', 'suq']);
});

test('empty words find nothing, and no more are found than asked for', () => {
  expect(ids('  ')).toEqual([]);
  expect(ids('جمعة', 1)).toHaveLength(1);
});
