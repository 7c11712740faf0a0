import type { CoverageReport, Position, TerritoryCollection } from '@nitaq/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MeetingPeople, meetingPeopleOn } from '../support/meetings.ts';
import { squareRing } from '../support/shapes.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

let service: TestService;
let people: MeetingPeople;
let now = new Date('2026-11-24T09:00:00Z');

beforeAll(async () => {
  service = await startTestService({ now: () => now, as: null });
  people = await meetingPeopleOn(service);
});
afterAll(() => service.close());

/** The parts of a territory of the draft, the one with the most corners first. */
async function partsOf(association: string) {
  const { features } = await people.done<TerritoryCollection>(
    people.send(association, 'GET', 'plans/draft-whole/territories'),
  );
  const own = features.find(({ id }) => id === association)?.geometry?.coordinates ?? [];
  return own.toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));
}

test('gaps without a village close to each other, and a zone of two pieces, are each talked about once', async () => {
  const { id: draft } = await people.done<{ id: string }>(
    people.write('ghumayqah', 'POST', 'plans', { title: 'Pieces', from: 'draft-whole' }),
    201,
  );
  const draw = (association: string, coordinates: Position[][][]) =>
    people.done(
      people.write(
        association,
        'PUT',
        `plans/${draft}/territories/${association}`,
        { type: 'MultiPolygon', coordinates },
        1,
      ),
    );
  const [[outer = [], ...holes] = [], ...parts] = await partsOf('ghumayqah');
  const gaps = [squareRing(40.4505, 20.2505, 0.0015), squareRing(40.453, 20.2505, 0.0015)];
  await draw('ghumayqah', [[outer, ...holes, ...gaps.map((ring) => ring.toReversed())], ...parts]);
  const both = [[squareRing(40.46, 20.26, 0.01)], [squareRing(40.48, 20.26, 0.01)]];
  await draw('lith', [...(await partsOf('lith')), ...both]);
  const shared = {
    geometry: { type: 'MultiPolygon', coordinates: both },
    lead: 'ghumayqah',
    partners: ['lith'],
    services: ['كفالة الأيتام'],
    endsOn: '2026-12-10',
  };
  await people.done(people.write('ghumayqah', 'POST', `plans/${draft}/shared-zones`, shared), 201);
  const { id: proposal, version } = await people.agreedProposal(draft);
  const enactment = { from: '2026-11-25' };
  await people.done(people.write('council', 'POST', `proposals/${proposal}/enactment`, enactment, version));
  now = new Date('2026-11-25T09:00:00Z');
  const { shared: pieces, gaps: found } = await people.done<CoverageReport>(
    people.send('council', 'GET', 'plans/in-force/coverage'),
  );
  expect([pieces.features.length, found.features.length]).toEqual([2, 2]);

  const { id } = await people.plan();
  const kinds = async () => (await people.room(id)).agenda.map(({ about }) => about.kind);
  expect(await kinds()).toEqual(['gap', 'zone']);
  await people.step(id, 'open');
  expect(await kinds()).toEqual(['gap', 'zone']);
});
