import type { Position } from '@nitaq/core';

/** The outline is walked in steps of this length, and each step is the mean of its neighbours within the reach. */
const STEP_DEGREES = 0.01;
const REACH_STEPS = 5;

/**
 * A ring without its sharp corners, for a wide blurred line: at a corner such a line overlaps itself and shows
 * a shard. Within a few kilometres of the ring; closed as the ring is. Small rings come out as they went in.
 */
export function softOutline(ring: readonly Position[]): Position[] {
  const steps = evenSteps(ring);
  if (steps.length <= 4 * REACH_STEPS) return [...ring];
  const soft = roundedOff(roundedOff(steps));
  const [first] = soft;
  return first ? [...soft, first] : [];
}

/** Positions at even distances along a closed ring, the last one short of the first. */
function evenSteps(ring: readonly Position[]): Position[] {
  const steps: Position[] = [];
  let untilNext = 0;
  for (const [index, [fromX, fromY]] of ring.slice(0, -1).entries()) {
    const [toX, toY] = ring[index + 1] ?? [fromX, fromY];
    const length = Math.hypot(toX - fromX, toY - fromY);
    let along = untilNext;
    for (; along < length; along += STEP_DEGREES) {
      const share = along / length;
      steps.push([fromX + (toX - fromX) * share, fromY + (toY - fromY) * share]);
    }
    untilNext = along - length;
  }
  return steps;
}

/** Each position of a ring that is open at its end becomes the mean of those around it. */
function roundedOff(steps: readonly Position[]): Position[] {
  return steps.map((_, index) => {
    let [x, y] = [0, 0];
    for (let offset = -REACH_STEPS; offset <= REACH_STEPS; offset += 1) {
      const [stepX, stepY] = steps.at((index + offset) % steps.length) ?? [0, 0];
      x += stepX;
      y += stepY;
    }
    const count = 2 * REACH_STEPS + 1;
    return [x / count, y / count];
  });
}
