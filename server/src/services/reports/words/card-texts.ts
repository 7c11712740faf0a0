import type { WordTexts } from './word-text.ts';

/** What the card of a village says. */
export const CARD_TEXTS = {
  'card.title': { ar: 'من يخدم {village}؟', en: 'Who serves {village}?' },
  'card.covered': { ar: 'تخدمها', en: 'Served by' },
  'card.shared': { ar: 'تخدمها معًا باتفاق', en: 'Served together, by agreement, by' },
  'card.overlap': { ar: 'تقع ضمن نطاق هذه الجمعيات معًا', en: 'Lies in the territories of' },
  'card.gap': {
    ar: 'لا تخدمها أي جمعية حتى الآن. الأقرب:',
    en: 'No association serves it yet. The nearest:',
  },
  'card.unlocated': {
    ar: 'موقعها غير معروف بعد، فلا يُعرف من يخدمها. اسأل أي جمعية:',
    en: 'Where it lies is not known yet, so nobody can say who serves it. Ask any association:',
  },
  'card.outside': { ar: 'تقع خارج المنطقة.', en: 'It lies outside the area.' },
  'card.centre': { ar: 'مركز {name}', en: 'Centre: {name}' },
  'card.seat': { ar: 'المقر: {place}', en: 'Seat: {place}' },
  'card.phone': { ar: 'الهاتف: {phone}', en: 'Telephone: {phone}' },
  'card.scan': {
    ar: 'صوّر الرمز لترى من يخدمها اليوم',
    en: 'Scan the code to see who serves it today',
  },
  'card.asOf': { ar: 'كما في {day}', en: 'As of {day}' },
  'card.qr': { ar: 'رمز يفتح صفحة {village}', en: 'A code that opens the page of {village}' },
} as const satisfies WordTexts;
