import type { Plan, TerritoryCollection } from '@nitaq/core';
import { type APIRequestContext, expect } from '@playwright/test';

const AREA = '/api/v1/areas/al-lith';

/** A draft made from the plan in force whose territories are those of another plan. */
export async function draftLike(request: APIRequestContext, title: string, like: string): Promise<string> {
  const made = await request.post(`${AREA}/plans`, { data: { title, from: 'in-force' } });
  const { id } = (await made.json()) as Plan;
  const territories = async (plan: string) =>
    ((await (await request.get(`${AREA}/plans/${plan}/territories`)).json()) as TerritoryCollection).features;
  const versions = new Map((await territories(id)).map((one) => [one.id, one.properties.version]));
  const saved = await request.patch(`${AREA}/plans/${id}/territories`, {
    data: {
      territories: (await territories(like)).map(({ id: association, geometry }) => ({
        association,
        version: versions.get(association),
        geometry,
      })),
    },
  });
  expect(saved.ok(), await saved.text()).toBe(true);
  return id;
}
