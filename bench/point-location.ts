/**
 * Which of the US counties covers each of a million points, spread evenly over their box or close to their borders:
 * the locator beside `which-polygon` and beside `flatbush` with `point-in-polygon-hao`, in turns, in the same run.
 * Every point on which a peer differs is checked exactly. The box of the counties is mostly sea, where everybody is
 * fast, so the box of the contiguous states is there too. Run: node bench/point-location.ts
 */
import { locateIn } from '@nitaq/core';
import { median } from './median.ts';
import { tellDifferences } from './point-location/differences.ts';
import { askFlatbush, askWhichPolygon } from './point-location/peers.ts';
import {
  type Box,
  boxOfTerritories,
  pointsNearBorders,
  pointsOver,
} from './point-location/scattered-points.ts';
import { loadUsCounties } from './us-counties.ts';

const POINTS = 1_000_000;
const NEAR_M = 1_000;
const ROUNDS = 7;
const CONTIGUOUS: Box = { west: -124.8, south: 24.4, east: -66.9, north: 49.4 };

/** Writes for each point the number of its answer. */
type Locate = (points: Float64Array, found: Int32Array) => void;

const { territories } = loadUsCounties();
const begun = performance.now();
const locator = locateIn(null, territories);
const builtMs = performance.now() - begun;
const numberOf = new Map(territories.map(({ association }, i) => [association, i + 1]));

const contestants: Record<string, Locate> = {
  'ours, many at once': (points, found) => locator.locateMany(points, found),
  'ours, one by one': oneByOne((at) => (locator.locate(at).status === 'gap' ? 0 : 1)),
  'which-polygon': oneByOne(askWhichPolygon(territories)),
  'flatbush and hao': oneByOne(askFlatbush(territories)),
};
const sets: Record<string, Float64Array> = {
  'over their box': pointsOver(boxOfTerritories(territories), POINTS),
  'over the contiguous states': pointsOver(CONTIGUOUS, POINTS),
  'within 1 km of a border': pointsNearBorders(territories, { count: POINTS, withinM: NEAR_M }),
};

console.log(`${territories.length} counties, index built in ${builtMs.toFixed(0)} ms without warming up\n`);
console.log('| points | who | million points/s | ours is faster | differences |');
console.log('| --- | --- | --- | --- | --- |');
for (const [name, points] of Object.entries(sets)) report(name, points);

function report(set: string, points: Float64Array): void {
  const runs = Object.entries(contestants).map(([who, locate]) => {
    const found = new Int32Array(POINTS);
    const timesMs: number[] = [];
    // The first two rounds warm up.
    for (let i = 0; i < 2; i++) locate(points, found);
    return { who, locate, found, timesMs };
  });
  for (let round = 0; round < ROUNDS; round++) {
    for (const { locate, found, timesMs } of runs) {
      const start = performance.now();
      locate(points, found);
      timesMs.push(performance.now() - start);
    }
  }
  const [ours] = runs;
  for (const { who, timesMs, found } of runs) {
    const ms = median(timesMs);
    const isPeer = !who.startsWith('ours');
    const faster = isPeer ? `${(ms / median(ours?.timesMs ?? [])).toFixed(1)} ×` : '';
    const told = isPeer
      ? tellDifferences({ points, ours: coveredBy(ours?.found), theirs: found }, territories)
      : '';
    console.log(`| ${set} | ${who} | ${(POINTS / ms / 1000).toFixed(2)} | ${faster} | ${told} |`);
  }
}

/** The numbers of the counties that cover a point, which are several where the data overlaps. */
function coveredBy(answers = new Int32Array()): (point: number) => number[] {
  return (point) => {
    const { associations } = locator.answer(answers[point] ?? 0);
    return associations.map((association) => numberOf.get(association) ?? 0);
  };
}

function oneByOne(ask: (at: [longitude: number, latitude: number]) => number): Locate {
  return (points, found) => {
    for (let i = 0; i < found.length; i++) found[i] = ask([points[2 * i] ?? 0, points[2 * i + 1] ?? 0]);
  };
}
