import type { CoverageAnswer, Position } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaFolder } from '../../src/area-folder/read-area-folder.ts';
import { territoriesOf, withPlanInForce } from '../support/area-variants.ts';
import { middleOf, sharedCorners, sharedEdges } from '../support/shared-borders.ts';
import { shippedArea, startTestService, type TestService } from '../support/test-service.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const RANDOM_POINTS = 1_000;

const shipped = await shippedArea();

describe.each(['draft-whole', 'opening-claims'])('with %s in force', (inForce) => {
  const folder = withPlanInForce(shipped, inForce);
  const services: Partial<Record<'embedded' | 'server', TestService>> = {};

  beforeAll(async () => {
    for (const on of ['embedded', 'server'] as const) {
      services[on] = await startTestService({ on, folder, now: () => NOW });
    }
  });
  afterAll(async () => {
    for (const service of Object.values(services)) await service.close();
  });

  async function answersOf(on: 'embedded' | 'server', queries: readonly string[]): Promise<string[]> {
    const service = services[on];
    if (service === undefined) throw new Error(`No service on ${on}`);
    const answers: string[] = [];
    for (const query of queries) {
      answers.push((await service.app.inject(`/api/v1/coverage?${query}`)).body);
    }
    return answers;
  }

  test('both engines answer alike for every village', async () => {
    const queries = folder.villages.map(({ id }) => `village=${id}`);
    expect(await answersOf('embedded', queries)).toEqual(await answersOf('server', queries));
  });

  test('both engines answer alike for 1,000 random points', async () => {
    const queries = randomPoints(folder, RANDOM_POINTS).map(toQuery);
    const answers = await answersOf('embedded', queries);
    expect(answers).toEqual(await answersOf('server', queries));
    expect(new Set(answers.map((answer) => statusOf(answer)))).toContain('covered');
  });

  test('both engines give the same lists, territories and reports', async () => {
    const area = '/api/v1/areas/al-lith';
    const parts = [
      '',
      '/land',
      '/associations',
      '/villages',
      '/villages?bbox=40,20,40.5,20.5',
      '/villages?q=suq',
    ];
    const ofPlan = ['territories', 'territories/lith', 'coverage'].flatMap((part) => [
      `/plans/draft-whole/${part}`,
      `/plans/opening-claims/${part}`,
    ]);
    for (const part of [...parts, ...ofPlan]) {
      const answers = Object.values(services).map(({ app }) => app.inject(`${area}${part}`));
      const [first, second] = await Promise.all(answers);
      expect(first?.statusCode, part).toBe(200);
      expect(second?.body).toBe(first?.body);
    }
  });

  test('both engines give the same features and tiles', async () => {
    const collections = ['areas', 'territories', 'villages', 'gaps', 'overlaps', 'seats'];
    const paths = [
      '/ogc/collections',
      '/ogc/api',
      ...collections.flatMap((id) => [
        `/ogc/collections/${id}/items?limit=1000`,
        `/ogc/collections/${id}/items?limit=3&offset=2`,
        `/ogc/collections/${id}/items?bbox=40,20,40.5,20.5`,
        `/ogc/collections/${id}/items?crs=http://www.opengis.net/def/crs/EPSG/0/32637`,
        `/ogc/collections/${id}/items?datetime=2026-11-10`,
      ]),
      '/ogc/collections/territories.al-lith.draft-whole/items',
      '/ogc/collections/villages/items?filter=status%20IN%20(%27gap%27,%27covered%27)',
      ...['areas', 'territories', 'villages'].flatMap((layer) => [
        `/tiles/${layer}.json`,
        `/tiles/${layer}/6/39/28.mvt`,
        `/tiles/${layer}/9/313/226.mvt`,
      ]),
    ];
    for (const path of paths) {
      const [first, second] = await Promise.all(Object.values(services).map(({ app }) => app.inject(path)));
      expect([path, first?.statusCode]).toEqual([
        path,
        expect.toSatisfy((status) => status === 200 || status === 204),
      ]);
      expect(second?.rawPayload.equals(first?.rawPayload ?? Buffer.alloc(0)), path).toBe(true);
    }
  });

  test('both engines answer alike on borders and in corners', async () => {
    const queries = pointsOnBorders(folder, inForce).map(toQuery);
    expect(await answersOf('embedded', queries)).toEqual(await answersOf('server', queries));
  });
});

test('a point on a border that two territories share belongs to exactly one of them', async () => {
  const service = await startTestService({
    on: 'embedded',
    folder: withPlanInForce(shipped, 'draft-whole'),
    now: () => NOW,
  });
  const territories = territoriesOf(shipped, 'draft-whole');
  const onBorders = sharedEdges(territories).flatMap((edge) => [edge.from, edge.to, middleOf(edge)]);
  for (const position of onBorders) {
    const { body } = await service.app.inject(`/api/v1/coverage?${toQuery(position)}`);
    const answer: CoverageAnswer = JSON.parse(body);
    // The ends of a border lie on the boundary of the area, whose eastern side is outside.
    if (answer.status !== 'outside') expect(answer.associations, body).toHaveLength(1);
  }
  await service.close();
});

function statusOf(answer: string): string {
  return (JSON.parse(answer) as CoverageAnswer).status;
}

function toQuery([lon, lat]: Position): string {
  return `lon=${lon}&lat=${lat}`;
}

function pointsOnBorders(folder: AreaFolder, plan: string): Position[] {
  const territories = territoriesOf(folder, plan);
  const edges = sharedEdges(territories);
  return [
    ...edges.map(middleOf),
    ...edges.map(({ from }) => from),
    ...sharedCorners(territories, 3),
    ...folder.area.boundary.coordinates.flat(2),
  ];
}

/** Points spread over the area's box and a little beyond, the same at every run (Lehmer's generator). */
function randomPoints({ area }: AreaFolder, count: number): Position[] {
  const positions = area.boundary.coordinates.flat(2);
  const lons = positions.map(([lon]) => lon);
  const lats = positions.map(([, lat]) => lat);
  let state = 20_261_124;
  const between = (low: number, high: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return Number((low - 0.1 + (state / 2_147_483_647) * (high - low + 0.2)).toFixed(7));
  };
  return Array.from({ length: count }, () => [
    between(Math.min(...lons), Math.max(...lons)),
    between(Math.min(...lats), Math.max(...lats)),
  ]);
}
