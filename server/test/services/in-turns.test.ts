import { expect, test } from 'vitest';
import { inTurns } from '../../src/services/tiles/in-turns.ts';

/** Work whose answers come when they are let go, each with what was asked last before it began. */
function heldWork() {
  const begun: { readonly asked: number; readonly letGo: () => void; readonly fail: () => void }[] = [];
  const ask = inTurns(
    (asked: number) =>
      new Promise<number>((resolve, reject) => {
        begun.push({ asked, letGo: () => resolve(asked), fail: () => reject(new Error('away')) });
      }),
  );
  return { begun, ask };
}

test('who asks while an answer is under way gets one that was begun later, together with all others who do', async () => {
  const { begun, ask } = heldWork();
  const first = ask(1);
  await Promise.resolve();
  const others = [ask(2), ask(3)];
  expect(begun.map(({ asked }) => asked)).toEqual([1]);
  begun[0]?.letGo();
  expect(await first).toBe(1);
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.letGo();
  expect(await Promise.all(others)).toEqual([3, 3]);
});

test('a failure is told to those who waited for it and to nobody after them', async () => {
  const { begun, ask } = heldWork();
  const first = ask(1);
  await Promise.resolve();
  const second = ask(2);
  begun[0]?.fail();
  await expect(first).rejects.toThrow('away');
  await expect.poll(() => begun.length).toBe(2);
  begun[1]?.letGo();
  expect(await second).toBe(2);
});
