import { once } from 'node:events';
import { expect, test } from 'vitest';
import { oneThread } from '../../src/one-thread.ts';

test('what fails when no task waits for it any more, as right after a deadline, is told of and ends nothing', async () => {
  const pool = oneThread({
    file: new URL('../../src/analysis/analysis-worker.ts', import.meta.url),
    mostMemoryMb: 64,
  });
  const warned = once(process, 'warning');
  pool.emit('error', new Error('Out of memory'));
  expect(await warned).toMatchObject([{ message: 'Out of memory' }]);
  await pool.destroy();
});
