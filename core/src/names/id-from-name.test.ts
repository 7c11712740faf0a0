import { expect, test } from 'vitest';
import { idFromName } from './id-from-name.ts';

const none = new Set<string>();

test('an id is the name in plain Latin letters, as an address takes it', () => {
  expect(idFromName('Ash Shāqqah al-ʿUlyā (1)', none)).toBe('ash-shaqqah-al-ulya-1');
});

test('of two villages of one name the second gets a number', () => {
  expect(idFromName('Wadi', new Set(['wadi']))).toBe('wadi-2');
  expect(idFromName('Wadi', new Set(['wadi', 'wadi-2']))).toBe('wadi-3');
});

test('a name without Latin letters still gets an id, and a long one is cut', () => {
  expect(idFromName('قرية', none)).toBe('village');
  expect(idFromName('a'.repeat(500), none)).toHaveLength(56);
});
