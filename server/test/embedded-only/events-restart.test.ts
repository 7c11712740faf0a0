import { rmSync } from 'node:fs';
import type { Plan } from '@nitaq/core';
import { afterAll, expect, test } from 'vitest';
import { openStream } from '../support/event-stream.ts';
import { signedIn } from '../support/people.ts';
import { type RunningService, runService, temporaryFolder } from '../support/run-service.ts';

const folders = [temporaryFolder(), temporaryFolder()] as const;
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function makePlan({ address }: RunningService): Promise<string> {
  const response = await fetch(`${address}/api/v1/areas/al-lith/plans`, {
    method: 'POST',
    headers: { ...signedIn, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'Draft' }),
  });
  return ((await response.json()) as Plan).id;
}

test('after the service was killed and started again a reader gets what it missed, and nothing else', async () => {
  const first = await runService({ DATA_DIR: folders[0] });
  const stream = await openStream(first.address);
  await makePlan(first);
  await stream.received(1);
  const lastEventId = stream.lastEventId();
  const missed = [await makePlan(first), await makePlan(first)];
  await first.end('SIGKILL');
  await stream.ended;

  const second = await runService({ DATA_DIR: folders[0] });
  const resumed = await openStream(second.address, { lastEventId });
  const plans = [...missed, await makePlan(second)];
  expect((await resumed.received(3)).map(({ data }) => data.plan)).toEqual(plans);
  await second.end('SIGTERM');
  await resumed.ended;

  // Another database: its numbers begin anew and mean something else.
  const other = await runService({ DATA_DIR: folders[1] });
  for (let i = 0; i < 4; i++) await makePlan(other);
  const lost = await openStream(other.address, { lastEventId });
  expect((await lost.received(1))[0]).toMatchObject({ event: 'reset' });
  await other.end('SIGTERM');
  await lost.ended;
});
