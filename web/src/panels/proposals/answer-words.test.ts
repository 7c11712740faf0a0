import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { answerInA, answerInGap, associations } from '../../../test/fixtures/small-area.ts';
import { CATALOGUES } from '../../messages/catalogue.ts';
import { wordsOf } from '../words.tsx';
import { answerSentence, borderSentence } from './answer-words.ts';

const ISOLATES = /[\u2066-\u2069]/g;
function speaker(language: 'ar' | 'en') {
  const locale = language === 'ar' ? 'ar-SA-u-nu-arab' : 'en-GB-u-nu-latn';
  const intl = createIntl({ locale, messages: CATALOGUES[language] });
  return wordsOf(intl, language, 'Asia/Riyadh');
}
const said = (sentence: string | null) => sentence?.replace(ISOLATES, '');

test('a gap names the nearest association and how far it is', () => {
  expect(said(answerSentence({ answer: answerInGap, about: 'village' }, associations, speaker('ar')))).toBe(
    'لا تخدمها أي جمعية حتى الآن. أقرب جمعية: جمعية b، على بُعد ١٢٫٤ كم',
  );
  expect(said(answerSentence({ answer: answerInGap, about: 'village' }, associations, speaker('en')))).toBe(
    'No association serves it yet. The nearest is Association b, 12.4 km away',
  );
});

test('a covered place names who serves it, and the border that is near', () => {
  const words = speaker('en');
  expect(said(answerSentence({ answer: answerInA, about: 'village' }, associations, words))).toBe(
    'Served by Association a',
  );
  expect(said(borderSentence({ answer: answerInA, about: 'village' }, associations, words))).toBe(
    'Close to the border of Association b (600 m)',
  );
  expect(borderSentence({ answer: answerInGap, about: 'village' }, associations, words)).toBeNull();
});

test('an overlap names all who claim the place', () => {
  const both = associations.map(({ id, name }) => ({ id, name }));
  const answer = { ...answerInA, status: 'overlap' as const, associations: both };
  expect(said(answerSentence({ answer, about: 'village' }, associations, speaker('en')))).toBe(
    'It lies in the territories of Association b and Association a',
  );
  expect(said(answerSentence({ answer, about: 'village' }, associations, speaker('ar')))).toBe(
    'تقع ضمن نطاق جمعية b وجمعية a معًا',
  );
});

test('without a plan in force nobody is named', () => {
  expect(
    answerSentence({ answer: { ...answerInGap, plan: null }, about: 'village' }, associations, speaker('en')),
  ).toBe('No plan is in force yet');
});

test('outside the area and without a location have answers of their own', () => {
  const words = speaker('en');
  expect(
    answerSentence({ answer: { ...answerInGap, status: 'outside' }, about: 'village' }, associations, words),
  ).toBe('It lies outside the area');
  expect(
    answerSentence(
      { answer: { ...answerInGap, status: 'unlocated' }, about: 'village' },
      associations,
      words,
    ),
  ).toContain('not known');
});

test('in Arabic a place is masculine where a village is feminine', () => {
  const words = speaker('ar');
  const about = (answer: typeof answerInA) =>
    said(answerSentence({ answer, about: 'place' }, associations, words));
  expect(about(answerInA)).toBe('تخدمه: جمعية a');
  expect(about(answerInGap)).toContain('لا تخدمه أي جمعية حتى الآن');
  expect(about({ ...answerInA, status: 'overlap' })).toMatch(/^يقع ضمن/);
  expect(about({ ...answerInA, status: 'outside' })).toMatch(/^يقع خارج/);
  expect(borderSentence({ answer: answerInA, about: 'place' }, associations, words)).toMatch(/^قريب من/);
});
