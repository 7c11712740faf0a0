import type { AssociationId, Plan, Proposal, TerritoryCollection } from '@nitaq/core';
import type { APIRequestContext, Browser } from '@playwright/test';
import { expect } from './nitaq-page.ts';
import { type First, proveTwice, signInAs } from './people.ts';

const AREA = '/api/v1/areas/al-lith';
const NOBODY = { cookies: [], origins: [] };
const WEEK_MS = 7 * 86_400_000;
const PEOPLE: Readonly<Record<string, First>> = {
  lith: 'lith',
  ghumayqah: 'ghumayqah',
  wasqah: 'wasqah',
  afaf: 'afaf',
};

/** A plan that is to come into force: one that is there, or one that all sign and the council enacts for in a week. */
export async function scheduledPlan(browser: Browser): Promise<Plan & { readonly inForceFrom: string }> {
  const of = async (who: First) => {
    const { request } = await browser.newContext({ storageState: NOBODY });
    await signInAs(request, who);
    return request;
  };
  const lith = await of('lith');
  const present = async () => {
    const { items } = (await (await lith.get(`${AREA}/plans`)).json()) as { items: Plan[] };
    return items.flatMap((plan) => (plan.state === 'scheduled' ? [plan] : []))[0];
  };
  const earlier = await present();
  if (earlier) return earlier;
  const proposal = await propose(lith);
  const { id, revision } = proposal;
  for (const association of revision.affected) {
    const request = await of(signerOf(association));
    const data = { answer: 'signed', contentHash: revision.contentHash };
    await done(request.put(`${AREA}/proposals/${id}/answers/${association}`, { data }));
  }
  const council = await of('council');
  await proveTwice(council);
  const { version } = (await (await council.get(`${AREA}/proposals/${id}`)).json()) as Proposal;
  const from = new Date(Date.now() + WEEK_MS).toISOString().slice(0, 10);
  const headers = { 'if-match': `"${version}"` };
  await done(council.post(`${AREA}/proposals/${id}/enactment`, { headers, data: { from } }));
  const made = await present();
  if (!made) throw new Error('What was enacted is to come into force');
  return made;
}

/** Proposes a plan without gaps or overlaps. */
async function propose(request: APIRequestContext): Promise<Proposal> {
  const title = { ar: 'خطة الأسبوع القادم', en: 'Next week’s plan' };
  const made = await done(request.post(`${AREA}/plans`, { data: { title, from: 'in-force' } }));
  const { id } = (await made.json()) as Plan;
  const whole = await done(request.get(`${AREA}/plans/draft-whole/territories`));
  const { features } = (await whole.json()) as TerritoryCollection;
  const territories = features.map((one) => ({ association: one.id, version: 1, geometry: one.geometry }));
  await done(request.patch(`${AREA}/plans/${id}/territories`, { data: { territories } }));
  const reason = 'لكي لا تُترك قرية';
  const deadline = new Date(Date.now() + WEEK_MS).toISOString();
  const opened = await done(
    request.post(`${AREA}/proposals`, { data: { draft: id, title, reason, deadline } }),
  );
  return (await opened.json()) as Proposal;
}

function signerOf(association: AssociationId): First {
  const first = PEOPLE[association];
  if (first === undefined) throw new Error(`Nobody signs for ${association}`);
  return first;
}

async function done(asked: ReturnType<APIRequestContext['get']>) {
  const response = await asked;
  expect(response.ok(), await response.text()).toBe(true);
  return response;
}
