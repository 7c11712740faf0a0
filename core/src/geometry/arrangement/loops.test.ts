import { expect, test } from 'vitest';
import { emptyPlane, toggleRing } from '../../../test/fixtures/drawn-plane.ts';
import type { Arrangement } from './arrangement.ts';
import { SideLabeller } from './label-sides.ts';
import { LoopTracer } from './loops.ts';

/** The loops around the places within just these rings, each as its points. */
function loopsAround(plane: Arrangement, rings: string): string[] {
  new SideLabeller(plane).label(plane.settle());
  const { segments } = plane;
  const tracer = new LoopTracer(segments, (label) =>
    plane.rings.membersOf(label).join() === rings ? 0 : -1,
  );
  const all = Array.from({ length: 2 * segments.count }, (_, half) => half);
  return tracer.trace(all).map(({ halves }) =>
    segments
      .pointsOf(halves)
      .map(({ x, y }) => `${x},${y}`)
      .join(' '),
  );
}

test('traces an overlap counter-clockwise from its first vertex, and what is left of each square', () => {
  const squares = () => {
    const plane = emptyPlane();
    toggleRing(plane, 0, '0,0 4,0 4,4 0,4');
    toggleRing(plane, 1, '2,2 6,2 6,6 2,6');
    return plane;
  };
  expect(loopsAround(squares(), '0,1')).toEqual(['2,2 4,2 4,4 2,4']);
  expect(loopsAround(squares(), '0')).toEqual(['0,0 4,0 4,2 2,2 2,4 0,4']);
  expect(loopsAround(squares(), '1')).toEqual(['2,4 4,4 4,2 6,2 6,6 2,6']);
});

test('traces a hole clockwise', () => {
  const plane = emptyPlane();
  toggleRing(plane, 0, '0,0 6,0 6,6 0,6');
  toggleRing(plane, 1, '2,2 4,2 4,4 2,4');
  expect(loopsAround(plane, '0').sort()).toEqual(['0,0 6,0 6,6 0,6', '2,2 2,4 4,4 4,2']);
});

//     0 0
//     0 0     two squares of one ring that touch in 2,2
// 0 0
// 0 0
test('keeps faces apart that touch in a vertex', () => {
  const plane = emptyPlane();
  toggleRing(plane, 0, '0,0 2,0 2,4 4,4 4,2 0,2');
  expect(loopsAround(plane, '0').sort()).toEqual(['0,0 2,0 2,2 0,2', '2,2 4,2 4,4 2,4']);
});
