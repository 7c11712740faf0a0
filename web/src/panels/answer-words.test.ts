import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { answerInA, answerInGap, associations } from '../../test/fixtures/small-area.ts';
import { CATALOGUES } from '../messages/catalogue.ts';
import { answerSentence, borderSentence } from './answer-words.ts';
import { wordsOf } from './words.tsx';

const ISOLATES = /[\u2066-\u2069]/g;
function speaker(language: 'ar' | 'en') {
  const locale = language === 'ar' ? 'ar-SA-u-nu-arab' : 'en-GB-u-nu-latn';
  const intl = createIntl({ locale, messages: CATALOGUES[language] });
  return wordsOf(intl, language, 'Asia/Riyadh');
}
const said = (sentence: string | null) => sentence?.replace(ISOLATES, '');

test('a gap names the nearest association and how far it is', () => {
  expect(said(answerSentence(answerInGap, associations, speaker('ar')))).toBe(
    'لا تخدمها أي جمعية حتى الآن. أقرب جمعية: جمعية b، على بُعد ١٢٫٤ كم',
  );
  expect(said(answerSentence(answerInGap, associations, speaker('en')))).toBe(
    'No association serves it yet. The nearest is Association b, 12.4 km away',
  );
});

test('a covered place names who serves it, and the border that is near', () => {
  const words = speaker('en');
  expect(said(answerSentence(answerInA, associations, words))).toBe('Served by Association a');
  expect(said(borderSentence(answerInA, associations, words))).toBe(
    'Close to the border of Association b (600 m)',
  );
  expect(borderSentence(answerInGap, associations, words)).toBeNull();
});

test('an overlap names all who claim the place', () => {
  const both = associations.map(({ id, name }) => ({ id, name }));
  const answer = { ...answerInA, status: 'overlap' as const, associations: both };
  expect(said(answerSentence(answer, associations, speaker('en')))).toBe(
    'It lies in the territories of Association b and Association a',
  );
  expect(said(answerSentence(answer, associations, speaker('ar')))).toBe('تقع ضمن نطاق جمعية b وجمعية a معًا');
});

test('without a plan in force nobody is named', () => {
  expect(answerSentence({ ...answerInGap, plan: null }, associations, speaker('en'))).toBe(
    'No plan is in force yet',
  );
});

test('outside the area and without a location have answers of their own', () => {
  const words = speaker('en');
  expect(answerSentence({ ...answerInGap, status: 'outside' }, associations, words)).toBe(
    'It lies outside the area',
  );
  expect(answerSentence({ ...answerInGap, status: 'unlocated' }, associations, words)).toContain('not known');
});
