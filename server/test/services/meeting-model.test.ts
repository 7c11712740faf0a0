import type { AreaId } from '@nitaq/core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importArea } from '../../src/services/import-area.ts';
import { verifyRecord } from '../../src/services/verify-record.ts';
import {
  Approve,
  Attend,
  ChangeAction,
  Decide,
  MakeAction,
  Plan,
  Reword,
  Step,
  Tamper,
  Write,
} from '../support/meeting-acts.ts';
import { addPeople, Model, type Real } from '../support/meeting-model.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

const folder = await shippedArea();
let service: TestService;
let areas = 0;

beforeAll(async () => {
  service = await startTestService({ folder });
});
afterAll(() => service.close());

type Act = fc.AsyncCommand<Model, Real>;
const pick = fc.nat(30);
const of = (make: (value: number) => Act) => pick.map(make);
const step = (act: 'open' | 'close' | 'resume' | 'cancel') => of((value) => new Step(value, act));

/** One kind of act in each place; those that stand several times come up more often. */
const ACTS: fc.Arbitrary<Act>[] = [
  of((value) => new Plan(value)),
  ...Array.from({ length: 4 }, () => step('open')),
  ...Array.from({ length: 4 }, () => step('close')),
  step('resume'),
  step('cancel'),
  ...Array.from({ length: 3 }, () => of((value) => new Write(value))),
  ...Array.from({ length: 3 }, () => of((value) => new Attend(value))),
  ...Array.from({ length: 4 }, () => of((value) => new Approve(value))),
  ...Array.from({ length: 3 }, () => of((value) => new Decide(value))),
  of((value) => new Reword(value)),
  of((value) => new MakeAction(value)),
  ...(['done', 'dropped', 'open'] as const).map((state) => of((value) => new ChangeAction(value, state))),
  of((value) => new Tamper(value)),
];

test('whatever many do at meetings, in whatever order and at once, the rules hold', async () => {
  let approved = 0;
  const begin = [new Plan(0), new Step(1, 'open'), new Attend(1), new Decide(2), new MakeAction(0)];
  await fc.assert(
    fc.asyncProperty(fc.commands(ACTS, { maxCommands: 70, size: '+1' }), async (commands) => {
      const area = `meets-${areas++}` as AreaId;
      await importArea(service.db, { ...folder, area: { ...folder.area, id: area } });
      await addPeople(service.db, area);
      const real: Real = { db: service.db, area, meetings: [], approved: new Map() };
      const model = new Model();
      for (const act of begin) await act.run(model, real);
      await fc.asyncModelRun(() => ({ model, real }), commands);
      approved += real.approved.size;
    }),
    { numRuns: 10 },
  );
  expect(approved).toBeGreaterThan(0);
  for (const verdict of await verifyRecord(service.db)) expect(verdict).toMatchObject({ isWhole: true });
});
