import type { AreaId, PlanId } from '@nitaq/core';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Analyser, createAnalyser } from '../../src/analysis/analyser.ts';
import { importArea } from '../../src/services/import-area.ts';
import { verifyRecord } from '../../src/services/verify-record.ts';
import { withPlanInForce } from '../support/area-variants.ts';
import {
  type Act,
  Answer,
  Enact,
  Open,
  Rebase,
  Revise,
  SignAll,
  Wait,
  Withdraw,
} from '../support/negotiation-acts.ts';
import { Model, type Real } from '../support/negotiation-model.ts';
import { Contend, Meddle, SignTogether } from '../support/negotiation-races.ts';
import { replay } from '../support/negotiation-replay.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

const folder = withPlanInForce(await shippedArea(), 'draft-whole');

let service: TestService;
let analyser: Analyser;
let areas = 0;

beforeAll(async () => {
  analyser = createAnalyser();
  service = await startTestService({ folder });
});
afterAll(async () => {
  await service.close();
  await analyser.close();
});

const pick = fc.nat(30);
const holes = fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2));
const objects = fc.constantFrom(true, false, false, false, false, false, false);
const answer = fc.tuple(pick, fc.nat(2), objects).map((values): Act => new Answer(...values));
const enact = pick.map((value): Act => new Enact(value));

/** One kind of act in each place; those that stand several times come up more often. */
const ACTS: fc.Arbitrary<Act>[] = [
  holes.map((content) => new Open(content)),
  ...Array.from({ length: 6 }, () => answer),
  ...Array.from({ length: 3 }, () => pick.map((value) => new SignAll(value))),
  ...Array.from({ length: 3 }, () => enact),
  fc.tuple(pick, holes).map((values) => new Revise(...values)),
  pick.map((value) => new Rebase(value)),
  pick.map((value) => new Rebase(value)),
  pick.map((value) => new Withdraw(value)),
  pick.map((value) => new Wait(value)),
  ...Array.from({ length: 2 }, () => pick.map((value) => new SignTogether(value))),
  fc.tuple(pick, holes).map((values) => new Contend(...values)),
  pick.map((value) => new Meddle(value)),
];

test('whatever many do in a negotiation, in whatever order and at once, the rules hold', async () => {
  let enacted = 0;
  const begin = fc.constantFrom<[number, number, number]>([1, 0, 0], [0, 1, 2], [1, 1, 1]);
  const run = fc.tuple(begin, begin, fc.commands(ACTS, { maxCommands: 60, size: '+1' }));
  await fc.assert(
    fc.asyncProperty(run, async ([one, other, commands]) => {
      const area = `area-${areas++}` as AreaId;
      await importArea(service.db, { ...folder, area: { ...folder.area, id: area } });
      const plans = ['draft-whole' as PlanId];
      const real: Real = { db: service.db, analyser, folder, area, ids: [], plans };
      const model = new Model();
      for (const content of [one, other]) await new Open(content).run(model, real);
      await fc.asyncModelRun(() => ({ model, real }), commands);
      await replay(real);
      enacted += model.enacted.length - 1;
    }),
    { numRuns: 8 },
  );
  expect(enacted).toBeGreaterThan(0);
  for (const verdict of await verifyRecord(service.db)) expect(verdict).toMatchObject({ isWhole: true });
});
