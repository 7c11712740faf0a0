import { expect, test } from 'vitest';
import { givingWay } from '../../src/giving-way.ts';

/** Keeps the event loop busy, in short pieces, until what it returns is called. */
function keepBusy(): () => void {
  let isOver = false;
  const work = () => {
    const until = performance.now() + 3;
    while (performance.now() < until);
    if (!isOver) setImmediate(work);
  };
  work();
  return () => {
    isOver = true;
  };
}

test('where the event loop is busy, work in the background rests as long as it took; what fails is rested from, too', async () => {
  const giveWay = givingWay();
  const times: [begun: number, ended: number][] = [];
  const piece = async () => {
    const begun = performance.now();
    for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
    times.push([begun, performance.now()]);
  };
  const stop = keepBusy();
  await giveWay(piece);
  await expect(
    giveWay(async () => {
      await piece();
      throw new Error('failed');
    }),
  ).rejects.toThrow('failed');
  await giveWay(piece);
  stop();
  const [first, second, third] = times;
  for (const [[begun, ended] = [0, 0], [next] = [0]] of [
    [first, second],
    [second, third],
  ]) {
    // Timers count whole milliseconds.
    expect(next - ended).toBeGreaterThanOrEqual(ended - begun - 1);
  }
});
