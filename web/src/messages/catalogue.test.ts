import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { CATALOGUES, type MessageKey } from './catalogue.ts';

function say(locale: string, id: MessageKey, values: Record<string, string | number>): string {
  const messages = CATALOGUES[locale.startsWith('ar') ? 'ar' : 'en'];
  const intl = createIntl({ locale, messages, onError: (error) => expect.fail(error.message) });
  return intl.formatMessage<Record<string, string | number>>({ id }, values);
}

// Zero, one, two, few (3–10), many (11–99), other (100): the six forms of Arabic.
test.each([
  [
    'count.villages',
    ['لا قرى', 'قرية واحدة', 'قريتان', '٣ قرى', '١٠ قرى', '١١ قرية', '٩٩ قرية', '١٠٠ قرية', '١٠٣ قرى'],
  ],
  [
    'count.slivers',
    [
      'لا شرائح',
      'شريحة واحدة',
      'شريحتان',
      '٣ شرائح',
      '١٠ شرائح',
      '١١ شريحة',
      '٩٩ شريحة',
      '١٠٠ شريحة',
      '١٠٣ شرائح',
    ],
  ],
  [
    'notices.bell',
    [
      'لا إشعارات جديدة',
      'إشعار جديد',
      'إشعاران جديدان',
      '٣ إشعارات جديدة',
      '١٠ إشعارات جديدة',
      '١١ إشعارًا جديدًا',
      '٩٩ إشعارًا جديدًا',
      '١٠٠ إشعار جديد',
      '١٠٣ إشعارات جديدة',
    ],
  ],
  [
    'missing.count',
    [
      'لا بلاغات',
      'بلاغ واحد',
      'بلاغان',
      '٣ بلاغات',
      '١٠ بلاغات',
      '١١ بلاغًا',
      '٩٩ بلاغًا',
      '١٠٠ بلاغ',
      '١٠٣ بلاغات',
    ],
  ],
  [
    'need.orphans',
    [
      'لا أيتام',
      'يتيم واحد',
      'يتيمان',
      '٣ أيتام',
      '١٠ أيتام',
      '١١ يتيمًا',
      '٩٩ يتيمًا',
      '١٠٠ يتيم',
      '١٠٣ أيتام',
    ],
  ],
  [
    'need.widows',
    [
      'لا أرامل',
      'أرملة واحدة',
      'أرملتان',
      '٣ أرامل',
      '١٠ أرامل',
      '١١ أرملة',
      '٩٩ أرملة',
      '١٠٠ أرملة',
      '١٠٣ أرامل',
    ],
  ],
  [
    'attendance.count',
    [
      'لم يُسجَّل حاضرون',
      'حاضر واحد',
      'حاضران',
      '٣ حاضرين',
      '١٠ حاضرين',
      '١١ حاضرًا',
      '٩٩ حاضرًا',
      '١٠٠ حاضر',
      '١٠٣ حاضرين',
    ],
  ],
  [
    'actions.open.count',
    [
      'لا مهام مفتوحة',
      'مهمة واحدة مفتوحة',
      'مهمتان مفتوحتان',
      '٣ مهام مفتوحة',
      '١٠ مهام مفتوحة',
      '١١ مهمة مفتوحة',
      '٩٩ مهمة مفتوحة',
      '١٠٠ مهمة مفتوحة',
      '١٠٣ مهام مفتوحة',
    ],
  ],
  [
    'meetings.minutes',
    [
      'بلا مدة',
      'دقيقة واحدة',
      'دقيقتان',
      '٣ دقائق',
      '١٠ دقائق',
      '١١ دقيقة',
      '٩٩ دقيقة',
      '١٠٠ دقيقة',
      '١٠٣ دقائق',
    ],
  ],
  [
    'meetings.series.follow',
    [
      'لا يتغيّر بالتعديل أي موعد محدَّد.',
      'يتغيّر بالتعديل موعد محدَّد واحد.',
      'يتغيّر بالتعديل موعدان محدَّدان.',
      'تتغيّر بالتعديل ٣ مواعيد محدَّدة.',
      'تتغيّر بالتعديل ١٠ مواعيد محدَّدة.',
      'يتغيّر بالتعديل ١١ موعدًا محدَّدًا.',
      'يتغيّر بالتعديل ٩٩ موعدًا محدَّدًا.',
      'يتغيّر بالتعديل ١٠٠ موعد محدَّد.',
      'تتغيّر بالتعديل ١٠٣ مواعيد محدَّدة.',
    ],
  ],
  [
    'need.families',
    ['لا أسر', 'أسرة واحدة', 'أسرتان', '٣ أسر', '١٠ أسر', '١١ أسرة', '٩٩ أسرة', '١٠٠ أسرة', '١٠٣ أسر'],
  ],
] as const)('%s has all six plural forms in Arabic', (id, forms) => {
  const counts = [0, 1, 2, 3, 10, 11, 99, 100, 103];
  expect(counts.map((count) => say('ar-SA-u-nu-arab', id, { count }))).toEqual(forms);
});

test('a sentence with a number in it takes the right form too', () => {
  const orphans = (count: number) => say('ar-SA-u-nu-arab', 'association.capacity', { count });
  expect([0, 1, 2, 5, 20, 100].map(orphans)).toEqual([
    'الطاقة: لا أيتام',
    'الطاقة: يتيم واحد',
    'الطاقة: يتيمان',
    'الطاقة: ٥ أيتام',
    'الطاقة: ٢٠ يتيمًا',
    'الطاقة: ١٠٠ يتيم',
  ]);
});

test('digits follow the choice and not the language', () => {
  expect(say('ar-SA-u-nu-latn', 'count.villages', { count: 12 })).toBe('12 قرية');
  expect(say('en-GB-u-nu-arab', 'count.villages', { count: 12 })).toBe('١٢ villages');
});

test('English says one village and two villages', () => {
  expect([0, 1, 2].map((count) => say('en-GB', 'count.villages', { count }))).toEqual([
    'no villages',
    '1 village',
    '2 villages',
  ]);
});

test('both languages ask for the same values in every message', () => {
  // Names before a comma or a closing brace that follow an opening one: not the texts of plural forms.
  const valuesIn = (message: string) =>
    [...new Set([...message.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name))].sort();
  for (const id of Object.keys(CATALOGUES.en) as MessageKey[]) {
    expect(valuesIn(CATALOGUES.ar[id]), id).toEqual(valuesIn(CATALOGUES.en[id]));
  }
});

test('nothing in a catalogue is empty, shouts or carries digits of its own', () => {
  for (const messages of Object.values(CATALOGUES)) {
    for (const [id, message] of Object.entries(messages)) {
      expect(message.trim(), id).not.toBe('');
      expect(message, id).not.toMatch(/!|[٠-٩]|\d(?! \{)/);
    }
  }
});
