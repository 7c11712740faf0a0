import { expect, test } from 'vitest';
import { EMPTY_LINK, formatShareLink, parseShareLink, type ShareLink } from './share-link.ts';

test('a link restores area, plan, language, position, selection and the proposal that is read', () => {
  const link: ShareLink = {
    area: 'square',
    plan: 'first',
    day: null,
    language: 'en',
    view: { centre: [40.5, 20.25], zoom: 8.5 },
    selection: { kind: 'village', id: 'west' },
    proposal: 'p-1',
    initiative: 'i-1',
    meeting: 'm-1',
    projects: true,
  };
  expect(formatShareLink(link)).toBe(
    '?area=square&plan=first&lang=en&at=40.50000,20.25000,8.50&select=village:west&proposal=p-1&initiative=i-1&meeting=m-1&view=projector',
  );
  expect(parseShareLink(formatShareLink(link))).toEqual(link);
});

test('a day other than today is in the link, and stands for the plan of that day', () => {
  const link: ShareLink = { ...EMPTY_LINK, area: 'square', day: '2026-11-30' };
  expect(formatShareLink(link)).toBe('?area=square&day=2026-11-30');
  expect(parseShareLink(formatShareLink(link))).toEqual(link);
});

test('a chosen place is in the link to about a metre', () => {
  const link: ShareLink = { ...EMPTY_LINK, selection: { kind: 'point', at: [40.123456, 20.1] } };
  expect(formatShareLink(link)).toBe('?select=point:40.12346,20.10000');
});

test.each([
  '',
  '?at=here&select=nothing',
  '?at=999,0,8&select=point:1',
  '?lang=fr&select=village:',
  '?at=1,2,99',
  '?day=2026-02-30',
])('an address that makes no sense (%s) opens the page as on a first visit', (address) => {
  expect(parseShareLink(address)).toEqual(EMPTY_LINK);
});
