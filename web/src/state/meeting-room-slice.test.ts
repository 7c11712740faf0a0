import type { AgendaItemId, MeetingEvent } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { ITEM, PLACE, smallMeetings } from '../../test/fixtures/small-meetings.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import { projectedItem } from './meeting-room-slice.ts';
import { EMPTY_LINK } from './share-link.ts';

async function following() {
  const store = firstVisit(smallService(smallMeetings()));
  await store.getState().start({ ...EMPTY_LINK, meeting: 'meeting-1' });
  const projected = () => {
    const { room } = store.getState();
    return room?.status === 'ready' ? projectedItem(room.value) : undefined;
  };
  return { store, projected };
}

const at = (item: AgendaItemId | null) =>
  ({
    area: 'square',
    meeting: 'meeting-1',
    change: 'position',
    item,
    version: 2,
    client: null,
  }) as MeetingEvent;

test('where the projector goes there goes the map of whoever follows', async () => {
  const { store, projected } = await following();
  await store.getState().hearOfMeeting(at(ITEM));
  expect(projected()).toBe(ITEM);
  expect(store.getState().flight?.target).toEqual({ kind: 'point', at: PLACE });
});

test('whoever looks at another item stays there until they follow again', async () => {
  const { store, projected } = await following();
  await store.getState().goToItem(ITEM);
  const { flight } = store.getState();
  await store.getState().hearOfMeeting(at(null));
  expect([store.getState().chosenItem, store.getState().flight, projected()]).toEqual([ITEM, flight, null]);
  await store.getState().goToItem(null);
  expect(store.getState().chosenItem).toBeNull();
});

test('what is told of another meeting leaves the open one as it is', async () => {
  const { store, projected } = await following();
  await store.getState().hearOfMeeting({ ...at(ITEM), meeting: 'meeting-2' as MeetingEvent['meeting'] });
  expect(projected()).toBeNull();
});
