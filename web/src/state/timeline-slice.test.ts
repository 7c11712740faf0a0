import type { Plan, PlanId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { area, plans } from '../../test/fixtures/small-area.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import type { Api } from '../api/api.ts';
import { currentLink } from './current-link.ts';
import { today } from './day-in-area.ts';
import { EMPTY_LINK } from './share-link.ts';

const [first] = plans;
if (!first) throw new Error('The small area has a plan');
const { number, title, example, base, version, createdAt, updatedAt } = first;
const fields = { number, title, example, base, version, createdAt, updatedAt };
const EARLIER: Plan = {
  ...fields,
  id: 'earlier' as PlanId,
  state: 'superseded',
  inForceFrom: '2001-01-01T00:00:00Z',
  inForceTo: '2002-01-01T00:00:00Z',
};
const PRESENT: Plan = {
  ...fields,
  id: 'first' as PlanId,
  state: 'in-force',
  inForceFrom: '2002-01-01T00:00:00Z',
  inForceTo: null,
};

/** The page with two plans over time, and the days that the service is asked about. */
async function opened(link = EMPTY_LINK) {
  const asked: (string | null)[] = [];
  const service = smallService();
  const whoCoversPoint: Api['whoCoversPoint'] = (at, day) => {
    asked.push(day);
    return service.whoCoversPoint(at, day);
  };
  const store = firstVisit(
    smallService({ plans: async () => ({ ok: true, value: [PRESENT, EARLIER] }), whoCoversPoint }),
  );
  await store.getState().start(link);
  const shown = () => {
    const { plan, day } = store.getState();
    return [plan.status === 'ready' ? (plan.value?.plan.id ?? null) : plan.status, day];
  };
  return { store, shown, asked };
}

test('a day shows the plan of that day, asks again what is chosen, and is in the link', async () => {
  const { store, shown, asked } = await opened();
  await store.getState().selectOnMap({ kind: 'point', at: [0.5, 0.5] });
  await store.getState().showDay('2001-06-01');
  expect(shown()).toEqual(['earlier', '2001-06-01']);
  expect(asked).toEqual([null, '2001-06-01']);
  expect(currentLink(store.getState())).toMatchObject({ plan: null, day: '2001-06-01' });
});

test('today is one step back, and is no day of its own', async () => {
  const { store, shown } = await opened({ ...EMPTY_LINK, day: '2001-06-01' });
  expect(shown()).toEqual(['earlier', '2001-06-01']);
  await store.getState().showDay(null);
  expect(shown()).toEqual(['first', null]);
  await store.getState().showDay(today(area.timeZone));
  expect(shown()).toEqual(['first', null]);
});

test('a day before the first plan shows none', async () => {
  const { store, shown } = await opened();
  await store.getState().showDay('1999-12-31');
  expect(shown()).toEqual([null, '1999-12-31']);
});

test('whoever opens a plan of the list is back in the present', async () => {
  const { store, shown } = await opened({ ...EMPTY_LINK, day: '1999-12-31' });
  await store.getState().openPlan('earlier');
  expect(shown()).toEqual(['earlier', null]);
});
