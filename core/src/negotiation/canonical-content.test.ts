import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partition } from '../../test/arbitraries/partition.ts';
import { star } from '../../test/arbitraries/stars.ts';
import { associationId, multiPolygon, rectangle } from '../../test/fixtures/rectangles.ts';
import { fromGrid, toGrid } from '../geometry/grid.ts';
import type { MultiPolygon, Position, Ring } from '../model/geometry.ts';
import type { AreaId } from '../model/ids.ts';
import { canonicalContent, canonicalShare, type SignedContent } from './canonical-content.ts';

const area = 'al-lith' as AreaId;
const [a, b] = [associationId('a'), associationId('b')];
const square = multiPolygon([rectangle(40, 20, 41, 21)]);

/** A star with a square hole around its middle, and shaken partitions of many rings. */
const geometry: fc.Arbitrary<MultiPolygon> = fc.oneof(
  star.map((ring) => multiPolygon([ring], [rectangle(60, 20, 61, 21), rectangle(60.4, 20.4, 60.6, 20.6)])),
  partition.map((territories) => ({
    type: 'MultiPolygon' as const,
    coordinates: territories.flatMap(({ geometry: { coordinates } }) => coordinates),
  })),
);

const content: fc.Arbitrary<SignedContent> = fc
  .tuple(geometry, geometry, geometry)
  .map(([one, other, shared]) => ({
    area,
    territories: [
      { association: a, geometry: one },
      { association: b, geometry: other },
      { association: associationId('c'), geometry: null },
    ],
    zones: [
      { geometry: shared, lead: a, partners: [b], services: ['food', 'school'], endsOn: '2027-01-01' },
      { geometry: other, lead: b, partners: [a], services: ['school'], endsOn: '2027-02-01' },
    ],
    reasons: [
      {
        line: [
          [40, 20],
          [40.1, 20],
        ],
        associations: [a, b],
        text: 'وادي',
      },
      { line: [[41, 20]], associations: [a], text: 'Road' },
    ],
  }));

/** Writes a list down in another order, by numbers drawn at random. */
function shuffled<T>(list: readonly T[], draw: () => number): T[] {
  return list
    .map((item) => ({ item, key: draw() }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}

function rewrittenRing(ring: Ring, draw: () => number): Ring {
  const open = ring.slice(0, -1);
  const start = draw() % open.length;
  const turned = [...open.slice(start), ...open.slice(0, start)];
  if (draw() % 2 === 0) turned.reverse();
  return [...turned, ...turned.slice(0, 1)];
}

function rewrittenGeometry({ type, coordinates }: MultiPolygon, draw: () => number): MultiPolygon {
  const polygons = coordinates.map(([outer = [], ...holes]) => [
    rewrittenRing(outer, draw),
    ...shuffled(holes, draw).map((hole) => rewrittenRing(hole, draw)),
  ]);
  return { type, coordinates: shuffled(polygons, draw) };
}

function rewritten(original: SignedContent, draw: () => number): SignedContent {
  return {
    ...original,
    territories: shuffled(original.territories, draw).map(({ association, geometry: drawn }) => ({
      association,
      geometry: drawn && rewrittenGeometry(drawn, draw),
    })),
    zones: shuffled(original.zones, draw).map((zone) => ({
      ...zone,
      geometry: rewrittenGeometry(zone.geometry, draw),
      services: shuffled(zone.services, draw),
    })),
    reasons: shuffled(original.reasons, draw).map((reason) => ({
      ...reason,
      line: reason.line.toReversed(),
      associations: shuffled(reason.associations, draw),
    })),
  };
}

test('a content is one text, wherever its rings start, whichever way they run, in whatever order it stands', () => {
  fc.assert(
    fc.property(content, fc.infiniteStream(fc.nat()), (original, numbers) => {
      const again = rewritten(original, () => numbers.next().value);
      expect(canonicalContent(again)).toBe(canonicalContent(original));
      expect(canonicalShare(again, { association: a, villages: ['w', 'v'] })).toBe(
        canonicalShare(original, { association: a, villages: ['v', 'w'] }),
      );
    }),
    { numRuns: 200 },
  );
});

test('any vertex that moves, by one step of the grid, makes another text', () => {
  fc.assert(
    fc.property(content, fc.nat(), fc.constantFrom(-1, 1), fc.nat(1), (original, nth, step, axis) => {
      const rings = original.territories.flatMap(({ geometry: drawn }) => drawn?.coordinates.flat() ?? []);
      const vertices = rings.flatMap((ring) => ring.slice(0, -1));
      const moved = vertices[nth % vertices.length];
      if (moved === undefined) return;
      const put: Position = [moved[0], moved[1]];
      put[axis] = fromGrid(toGrid(put[axis] ?? 0) + step);
      const after = movedIn(original, moved, put);
      expect(canonicalContent(after)).not.toBe(canonicalContent(original));
    }),
    { numRuns: 200 },
  );
});

function movedIn(original: SignedContent, from: Position, to: Position): SignedContent {
  const move = (ring: Ring): Ring => ring.map((position) => (position === from ? to : position));
  const territories = original.territories.map(({ association, geometry: drawn }) => ({
    association,
    geometry: drawn && {
      ...drawn,
      coordinates: drawn.coordinates.map((rings) =>
        rings.map((ring) => {
          const next = move(ring);
          return next[0] === ring[0] ? next : [...next.slice(0, -1), ...next.slice(0, 1)];
        }),
      ),
    },
  }));
  return { ...original, territories };
}

test.for([
  ['a lead', { zones: [zone({ lead: b, partners: [a] })] }],
  ['an end', { zones: [zone({ endsOn: '2027-01-02' })] }],
  ['a service', { zones: [zone({ services: ['food'] })] }],
  ['a zone', { zones: [] }],
  ['the text of a reason', { reasons: [{ line: [[40, 20]], associations: [a], text: 'Valley' }] }],
  ['a reason', { reasons: [] }],
  ['the area', { area: 'qunfudhah' as AreaId }],
  ['whose territory it is', { territories: [{ association: b, geometry: square }] }],
  ['a territory', { territories: [{ association: a, geometry: null }] }],
] as [string, Partial<SignedContent>][])('%s that changes makes another text', ([, change]) => {
  const original: SignedContent = {
    area,
    territories: [{ association: a, geometry: square }],
    zones: [zone({})],
    reasons: [{ line: [[40, 20]], associations: [a], text: 'Road' }],
  };
  expect(canonicalContent({ ...original, ...change })).not.toBe(canonicalContent(original));
});

test('a share is changed by what is its own alone', () => {
  const original: SignedContent = {
    area,
    territories: [
      { association: a, geometry: square },
      { association: b, geometry: square },
    ],
    zones: [],
    reasons: [],
  };
  const other = { ...original, territories: [{ association: a, geometry: square }] };
  const share = (of: SignedContent, villages: string[]) => canonicalShare(of, { association: a, villages });
  expect(share(other, ['v'])).toBe(share(original, ['v']));
  expect(share(other, ['w'])).not.toBe(share(original, ['v']));
});

function zone(change: Partial<SignedContent['zones'][number]>): SignedContent['zones'][number] {
  return { geometry: square, lead: a, partners: [b], services: ['school'], endsOn: '2027-01-01', ...change };
}
