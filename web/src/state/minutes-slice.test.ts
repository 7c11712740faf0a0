import { expect, test } from 'vitest';
import { memoryStorage } from '../../test/fixtures/memory-storage.ts';
import { ITEM, smallMeetings } from '../../test/fixtures/small-meetings.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import type { MeetingsApi } from '../api/meetings-api.ts';
import { createAppStore } from './app-store.ts';
import type { KeptMinutes } from './minutes.ts';
import { FIRST_VISIT } from './preferences.ts';
import { EMPTY_LINK } from './share-link.ts';

const AT = { area: 'square', meeting: 'meeting-1', item: ITEM };
const unreachable = async () => ({ ok: false, problem: { kind: 'unreachable' } }) as const;

function browser(): KeptMinutes {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (text) => {
      kept = text;
    },
  };
}

async function atMeeting(api: MeetingsApi, keptMinutes: KeptMinutes = browser()) {
  const store = createAppStore({
    api: smallService(api),
    storage: memoryStorage(),
    keptMinutes,
    preferences: FIRST_VISIT,
    systemDark: false,
  });
  await store.getState().start(EMPTY_LINK);
  await store.getState().loadRoom('meeting-1');
  const minute = () => {
    const { room } = store.getState();
    return room?.status === 'ready' ? room.value.agenda[0]?.minute.text : undefined;
  };
  return { store, minute, draft: () => store.getState().minuteDrafts[ITEM] };
}

test('what is written is with the service once it is saved, and no longer kept', async () => {
  const kept = browser();
  const { store, minute, draft } = await atMeeting(smallMeetings(), kept);
  store.getState().writeMinute(ITEM, 'said');
  expect([draft()?.standing.kind, kept.read() === null]).toEqual(['waiting', false]);
  await store.getState().saveMinutes();
  expect([minute(), draft(), kept.read()]).toEqual(['said', undefined, null]);
});

test('what is written without a network is kept over a closed page, and saved when the meeting is opened again', async () => {
  const kept = browser();
  const api = smallMeetings();
  const first = await atMeeting({ ...api, writeMinute: unreachable }, kept);
  first.store.getState().writeMinute(ITEM, 'said in the valley');
  await first.store.getState().saveMinutes();
  expect(first.draft()?.standing.kind).toBe('kept');
  const second = await atMeeting(api, kept);
  await expect.poll(second.minute).toBe('said in the valley');
  expect(kept.read()).toBeNull();
});

test('what was being saved as the meeting was left is not kept once it is saved', async () => {
  const kept = browser();
  const { store } = await atMeeting(smallMeetings(), kept);
  store.getState().writeMinute(ITEM, 'said at the end');
  await store.getState().showMeetings(null);
  await expect.poll(() => kept.read()).toBeNull();
});

test.each([
  ['both', 'theirs\nmine'],
  ['mine', 'mine'],
  ['theirs', 'theirs'],
] as const)('of two texts about an item stays what is chosen: %s', async (choice, text) => {
  const api = smallMeetings();
  const { store, minute, draft } = await atMeeting(api);
  store.getState().writeMinute(ITEM, 'mine');
  await api.writeMinute(AT, 'theirs', 0);
  await store.getState().saveMinutes();
  expect(draft()).toMatchObject({ text: 'mine', standing: { kind: 'conflict', theirs: { text: 'theirs' } } });
  store.getState().settleMinute(ITEM, choice);
  await expect.poll(draft).toBeUndefined();
  expect(minute()).toBe(text);
});

test('what is written while a text is being saved is saved after it', async () => {
  const { store, minute } = await atMeeting(smallMeetings());
  store.getState().writeMinute(ITEM, 'one');
  const saving = store.getState().saveMinutes();
  store.getState().writeMinute(ITEM, 'one two');
  await saving;
  await store.getState().saveMinutes();
  expect(minute()).toBe('one two');
});

test('the same text written by two is no conflict', async () => {
  const api = smallMeetings();
  const { store, draft, minute } = await atMeeting(api);
  store.getState().writeMinute(ITEM, 'same');
  await api.writeMinute(AT, 'same', 0);
  await store.getState().saveMinutes();
  expect([draft(), minute()]).toEqual([undefined, 'same']);
});
