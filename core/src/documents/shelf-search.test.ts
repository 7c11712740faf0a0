import { expect, test } from 'vitest';
import { searchTextOf, wordsAsked } from './shelf-search.ts';

const lesson = {
  title: 'زيارة القرى قبل التوزيع',
  text: 'سألنا إمام المسجد عن الأُسَر، فوجدنا ١٢ أسرة لم تُسجَّل.',
  tags: ['دروس', 'Field visits'],
};

function isFound(question: string): boolean {
  const text = searchTextOf(lesson);
  return wordsAsked(question).every((word) => text.includes(word));
}

test.each(['القرى', 'قرى زيارة', 'اسر', 'أسرة 12', 'الامام', 'FIELD', 'المسجد', 'دروس'])(
  '“%s” finds the lesson, however its letters are written',
  (question) => {
    expect(isFound(question)).toBe(true);
  },
);

test.each(['الشتاء', 'زيارة المدارس', 'winter'])('“%s” does not find it: every word counts', (question) => {
  expect(isFound(question)).toBe(false);
});

test('a question without words asks for everything', () => {
  expect(wordsAsked(' ، - ')).toEqual([]);
});
