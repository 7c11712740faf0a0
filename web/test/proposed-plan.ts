import type { Plan, Proposal, TerritoryCollection } from '@nitaq/core';
import { type APIRequestContext, expect } from '@playwright/test';

const AREA = '/api/v1/areas/al-lith';
const DAY_MS = 86_400_000;

/** What was asked of the service, which it did. */
export async function made<T>(asked: ReturnType<APIRequestContext['get']>): Promise<T> {
  const response = await asked;
  expect(response.ok(), await response.text()).toBe(true);
  return (await response.json()) as T;
}

export interface ProposedPlan {
  readonly proposal: Proposal;
  /** The first day from which it can be in force, and one more. */
  readonly from: string;
}

/** A proposal of Al-Lith on the last plan that is to come into force, or on the one that is. */
export async function proposedPlan(lith: APIRequestContext, ar: string): Promise<ProposedPlan> {
  const { items } = await made<{ items: Plan[] }>(lith.get(`${AREA}/plans`));
  const scheduled = items
    .flatMap((plan) => (plan.state === 'scheduled' ? [plan] : []))
    .toSorted((one, other) => Date.parse(one.inForceFrom) - Date.parse(other.inForceFrom))
    .at(-1);
  const base = scheduled ?? items.find(({ state }) => state === 'in-force');
  const from = scheduled ? Date.parse(scheduled.inForceFrom) : Date.now();
  const title = { ar, en: 'Exchange in the valley' };
  const { id } = await made<Plan>(lith.post(`${AREA}/plans`, { data: { title, from: base?.id } }));
  const present = await made<TerritoryCollection>(lith.get(`${AREA}/plans/${id}/territories`));
  const like = await Promise.all(
    ['opening-claims', 'draft-whole'].map((other) =>
      made<TerritoryCollection>(lith.get(`${AREA}/plans/${other}/territories`)),
    ),
  );
  // Whichever of the shipped plans its base is not like.
  const other = like.find(({ features }) => shapesOf(features) !== shapesOf(present.features));
  const territories = other?.features.map(({ id: association, geometry }) => ({
    association,
    version: present.features.find((one) => one.id === association)?.properties.version,
    geometry,
  }));
  await made(lith.patch(`${AREA}/plans/${id}/territories`, { data: { territories } }));
  const deadline = new Date(Date.now() + 20 * DAY_MS).toISOString();
  const proposal = await made<Proposal>(
    lith.post(`${AREA}/proposals`, { data: { draft: id, title, reason: 'لكي لا تُترك قرية', deadline } }),
  );
  return { proposal, from: new Date(from + 3 * DAY_MS).toISOString().slice(0, 10) };
}

function shapesOf(features: TerritoryCollection['features']): string {
  return JSON.stringify(features.map(({ id, geometry }) => [id, geometry]).toSorted());
}
