import type { Colleague, PersonId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { begunMention, mentionPieces, peopleNamed, stillMentioned, withMention } from './mentions.ts';

const person = (id: string, name: string): Colleague => ({
  id: id as PersonId,
  name,
  role: 'observer',
  association: null,
});
const PEOPLE = [person('h', 'هدى العتيبي'), person('a', 'Amina'), person('am', 'Amina Zahrani')];

test.each([
  ['اسأل @هد', 8, { start: 5, end: 8, name: 'هد' }],
  ['@', 1, { start: 0, end: 1, name: '' }],
  ['@Amina Z and', 8, { start: 0, end: 8, name: 'Amina Z' }],
  ['mail@example', 12, null],
  ['@ nobody', 8, null],
  ['@one\nline', 9, null],
  ['@Amina ?', 8, null],
  ['@هدى،', 5, null],
  ['nothing', 7, null],
])('in %j a mention is begun after @ at the beginning of a word, up to the caret', (text, caret, begun) => {
  expect(begunMention(text, caret)).toEqual(begun);
});

test('people are found by the beginning of any of their names, however it is spelt', () => {
  expect(peopleNamed(PEOPLE, 'هدي').map(({ id }) => id)).toEqual(['h']);
  expect(peopleNamed(PEOPLE, 'zah').map(({ id }) => id)).toEqual(['am']);
  expect(peopleNamed(PEOPLE, '')).toHaveLength(3);
});

test('a chosen name takes the place of what was begun, and counts while it stands there', () => {
  const begun = { start: 4, end: 7, name: 'Am' };
  const { text, caret } = withMention('Ask @Am please', begun, { name: 'Amina' });
  expect(text).toBe('Ask @Amina please');
  expect(caret).toBe('Ask @Amina '.length);
  expect(stillMentioned(text, PEOPLE)).toEqual(['a']);
  expect(stillMentioned('Ask her', PEOPLE)).toEqual([]);
});

test('names of those who are mentioned are told apart, the longest that fits', () => {
  expect(mentionPieces('@Amina Zahrani, @Amina!', PEOPLE)).toEqual([
    { at: 0, text: '@Amina Zahrani', isMention: true },
    { at: 14, text: ', ', isMention: false },
    { at: 16, text: '@Amina', isMention: true },
    { at: 22, text: '!', isMention: false },
  ]);
  expect(mentionPieces('no one', [])).toEqual([{ at: 0, text: 'no one', isMention: false }]);
});
