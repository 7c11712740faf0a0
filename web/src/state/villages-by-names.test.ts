import type { Village, VillageId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { villagesByNames } from './villages-by-names.ts';

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

const all = [
  village('ghumayqah', 'غميقة', 'Ghumayqah'),
  village('wasqah', 'الوسقة', 'Al Wasqah', ['Wasga']),
  village('east', 'الحجر', 'Al Hajar'),
  village('west', 'الحجر', 'Al Hijr'),
];

test('a pasted list is read in both scripts, with aliases, whatever stands between the names', () => {
  const { villages, unknown } = villagesByNames('غميقه، Wasga;\n\n  ghumayqah ', all);
  expect(villages.map(({ id }) => id)).toEqual(['ghumayqah', 'wasqah']);
  expect(unknown).toEqual([]);
});

test('names of no village and of several are given back as they were written', () => {
  const found = villagesByNames('Nowhere\nالحجر\tAl Hajar', all);
  expect(found.villages.map(({ id }) => id)).toEqual(['east']);
  expect(found).toMatchObject({ unknown: ['Nowhere'], ambiguous: ['الحجر'] });
});
