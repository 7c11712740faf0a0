import type { AreaId, CoverageAnswer, Village, VillageFound } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MISSPELLINGS } from '../../../core/test/generators/misspellings.ts';
import { seededRandom } from '../../../core/test/generators/seeded-random.ts';
import { keyVillageNames } from '../../src/repositories/village-name-repository.ts';
import { keyMissingVillageNames } from '../../src/services/key-village-names.ts';
import { problemCode } from '../support/requests.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

const AL_LITH = 'al-lith' as AreaId;

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ as: null });
});
afterAll(() => service.close());

const ask = (query: Record<string, string>) => service.app.inject({ url: '/api/v1/villages', query });
const search = async (query: Record<string, string>): Promise<VillageFound[]> => {
  const response = await ask(query);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<{ items: VillageFound[] }>().items;
};
const cover = (query: Record<string, string>) => service.app.inject({ url: '/api/v1/coverage', query });

describe('a village is found by its name', () => {
  test.for([
    'غميقة',
    'غميقه',
    'Ghumayqah',
    'Ghomaiqa',
    'Gumaiga',
    'غُمَيـقة',
    'GHUMAYQA',
    'قرية غميقة',
    'غميفة',
    'gumay',
  ])('written %s', async (q) => {
    expect((await search({ q }))[0]?.village.id).toBe('ghumayqah');
  });

  test('with the reason why it was found, and its area', async () => {
    const [found] = await search({ q: 'Gumaiga' });
    expect(found).toMatchObject({
      area: 'al-lith',
      match: { reason: 'sound' },
      distanceKm: null,
    });
  });

  test('the nearest first of those that are equally alike', async () => {
    const twins = (await shippedArea()).villages.filter(({ location }) => location !== null).slice(0, 2);
    const names = twins.map(({ id, name, aliases }) => ({ id, name, aliases }));
    const twin = { name: { ar: 'التوأم', en: 'At Tawam' }, aliases: [] };
    await keyVillageNames(
      service.db,
      twins.map(({ id }) => ({ area: AL_LITH, village: { id, ...twin } })),
    );
    try {
      for (const { id, location } of twins) {
        const [found] = await search({ q: 'توام', near: location?.join(',') ?? '' });
        expect(found).toMatchObject({ village: { id }, match: { reason: 'exact' }, distanceKm: 0 });
      }
      const ambiguous = await cover({ q: 'التوأم' });
      expect(ambiguous.statusCode).toBe(409);
      expect(problemCode(ambiguous)).toBe('village-name-ambiguous');
      for (const { id } of twins) expect(ambiguous.body).toContain(id);
    } finally {
      await keyVillageNames(
        service.db,
        names.map((village) => ({ area: AL_LITH, village })),
      );
    }
  });

  test.each([
    ['الكوثل', 1],
    ['كوثل', 0],
    ['Al-Kawthal', 1],
    ['Kawthal', 0],
  ])('%s with its article as it is written, of two that differ by nothing else', async (q, which) => {
    const { villages } = await shippedArea();
    const [one, other] = villages.filter(({ kind }) => kind === 'village');
    if (one === undefined || other === undefined) throw new Error('The shipped area has villages');
    const named = (village: Pick<Village, 'id' | 'name' | 'aliases'>) => ({ area: AL_LITH, village });
    await keyVillageNames(service.db, [
      named({ id: one.id, name: { ar: 'كوثل', en: 'Kawthal' }, aliases: [] }),
      named({ id: other.id, name: { ar: 'الكوثل', en: 'Al Kawthal' }, aliases: [] }),
    ]);
    try {
      expect((await search({ q }))[0]?.village.id).toBe([one, other][which]?.id);
    } finally {
      await keyVillageNames(service.db, [named(one), named(other)]);
    }
  });

  test.each(['Zuwahirah', 'Zuwahriah', 'الزواهرة', 'zuwah'])(
    'Salam Az Zuwahirah by what comes after its first word: %s',
    async (q) => {
      expect((await search({ q })).map(({ village }) => village.name.en)).toContain('Salam Az Zuwahirah');
    },
  );

  test('within one area if asked so, and an unknown one is said', async () => {
    expect(await search({ q: 'غميقة', area: 'al-lith' })).not.toHaveLength(0);
    expect((await ask({ q: 'غميقة', area: 'nowhere' })).statusCode).toBe(404);
    expect(problemCode(await ask({ q: 'غميقة', near: 'here' }))).toBe('near-invalid');
  });

  test('nothing is found by what is nobody’s name, or by signs alone', async () => {
    expect(await search({ q: 'Zzyzx Qwrtp' })).toEqual([]);
    expect(await search({ q: '؟!' })).toEqual([]);
    expect(await search({ q: "%_'" })).toEqual([]);
  });

  test('also where its names had no keys yet', async () => {
    await service.db.deleteFrom('village_name').execute();
    await service.db.updateTable('village').set({ names_keyed: 0 }).execute();
    expect(await search({ q: 'غميقة' })).toEqual([]);
    await keyMissingVillageNames(service.db);
    expect((await search({ q: 'غميقة' }))[0]?.village.id).toBe('ghumayqah');
  });
});

describe('however a name is misspelt', () => {
  test.for(Object.entries(MISSPELLINGS))(
    '%s: the right village comes first nearly always',
    async ([, misspell]) => {
      const random = seededRandom(7);
      const { villages } = await shippedArea();
      const asked = villages.flatMap(({ id, name, aliases }) =>
        [name.ar, name.en, ...aliases].flatMap((one) => {
          const written = misspell(one, random);
          return written === null ? [] : [{ id, name, written }];
        }),
      );
      const found = await Promise.all(asked.map(({ written }) => search({ q: written, limit: '5' })));
      // Villages of one name are all right: where they lie tells them apart.
      const isRight = (one: VillageFound | undefined, i: number) =>
        one?.village.id === asked[i]?.id ||
        one?.village.name.ar === asked[i]?.name.ar ||
        one?.village.name.en === asked[i]?.name.en;
      const first = found.filter(([one], i) => isRight(one, i)).length;
      const amongFive = found.filter((some, i) => some.some((one) => isRight(one, i))).length;
      expect(first / asked.length).toBeGreaterThanOrEqual(0.93);
      expect(amongFive / asked.length).toBeGreaterThanOrEqual(0.98);
    },
  );
});

describe('which association covers a village, by name', () => {
  test('answers as by its id', async () => {
    const byName = await cover({ q: 'Ghomaiqa', area: 'al-lith' });
    const byId = await cover({ village: 'ghumayqah' });
    expect(byName.statusCode, byName.body).toBe(200);
    expect(byName.json<CoverageAnswer>()).toEqual(byId.json<CoverageAnswer>());
  });

  test('refuses a name that nobody has, and more than one kind of question', async () => {
    const unknown = await cover({ q: 'Zzyzx Qwrtp' });
    expect(unknown.statusCode).toBe(404);
    expect(problemCode(unknown)).toBe('village-name-unknown');
    expect(problemCode(await cover({ q: 'غميقة', village: 'ghumayqah' }))).toBe('lookup-needs-a-place');
    expect(problemCode(await cover({ q: 'غميقة', lon: '40', lat: '20' }))).toBe('lookup-needs-a-place');
  });
});
