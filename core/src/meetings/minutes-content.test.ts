import { expect, test } from 'vitest';
import type { Guest } from '../model/guest.ts';
import type { GuestId, MeetingId } from '../model/ids.ts';
import { canonicalMinutes, type MinutesContent } from './minutes-content.ts';

const MINUTES: MinutesContent = {
  meeting: { id: 'm' as MeetingId, startsAt: '2026-12-06T07:00:00.000Z', place: 'الليث' },
  agenda: [],
  attendance: [],
  guests: [],
  decisions: [],
};
const guest = (id: string, name: string): Guest => ({ id: id as GuestId, name, from: null });

test('minutes without guests read as they did before there were any', () => {
  expect(canonicalMinutes(MINUTES)).toBe('[["m","2026-12-06T07:00:00.000Z","الليث"],[],[],[]]');
});

test('whoever is noted down as a guest changes what is approved, in whatever order', () => {
  const [one, other] = [guest('1', 'سالم'), guest('2', 'خالد')];
  const text = (...guests: Guest[]) => canonicalMinutes({ ...MINUTES, guests });
  expect(text(one, other)).toBe(text(other, one));
  expect(new Set([text(), text(one), text(other), text(one, other)]).size).toBe(4);
});
