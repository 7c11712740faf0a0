import type { AreaId, Notice, NoticeContent } from '@nitaq/core';
import { expect, test } from 'vitest';
import { noticeMail } from '../../src/mail/notice-mail.ts';

const notice = (content: NoticeContent, about: Partial<Notice>) =>
  ({
    area: 'east',
    proposal: null,
    meeting: null,
    action: null,
    initiative: null,
    answeredBy: null,
    content,
    ...about,
  }) as Notice;
const DUE = [
  notice({ kind: 'action-soon' } as NoticeContent, {
    action: { id: 'a', title: 'Map', dueOn: '2026-12-01' } as Notice['action'],
  }),
  notice({ kind: 'initiative-late', milestone: 'Bus', dueOn: '2026-12-01' } as NoticeContent, {
    initiative: { id: 'i', title: 'Winter' } as Notice['initiative'],
  }),
];

test.each(['Pacific/Kiritimati', 'Asia/Riyadh', 'Pacific/Pago_Pago'])(
  'what is due on a day is due on that day wherever the area is: %s',
  (timeZone) => {
    const place = { publicUrl: new URL('https://example.org'), language: 'en' } as const;
    const area = { id: 'east' as AreaId, name: { ar: 'الشرق', en: 'East' }, timeZone };
    for (const due of DUE) expect(noticeMail([due], { ...place, area }).text).toContain('December 1, 2026');
  },
);
