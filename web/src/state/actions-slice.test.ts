import type { ActionDetail } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { smallMeetings } from '../../test/fixtures/small-meetings.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import { EMPTY_LINK } from './share-link.ts';

test('what is told of another action leaves the open one on the screen', async () => {
  const action = (_: string, id: string) =>
    Promise.resolve({ ok: true as const, value: { action: { id }, entries: [] } as unknown as ActionDetail });
  const store = firstVisit(smallService({ ...smallMeetings(), action }));
  await store.getState().start(EMPTY_LINK);
  await store.getState().showMeetings({ kind: 'action', id: 'mine' });
  const before = store.getState().shownAction;
  expect(before?.status).toBe('ready');
  await store.getState().hearOfAction('another');
  expect(store.getState().shownAction).toEqual(before);
});
