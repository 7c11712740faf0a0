import type { AreaId, AreaRole, NoticeChoice, NoticePage } from '@nitaq/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AFAF, GHUMAYQAH } from '../support/negotiation.ts';
import { join } from '../support/people.ts';
import { AREA } from '../support/requests.ts';
import { startTestService, type TestService } from '../support/test-service.ts';
import { toldPeopleOn } from '../support/told-people.ts';

let service: TestService;
let people: Awaited<ReturnType<typeof toldPeopleOn>>;
// Each reading of the clock is a second later, so that what is told has an order.
let clock = Date.parse('2026-11-24T09:00:00Z');
const now = () => {
  clock += 1_000;
  return new Date(clock);
};

beforeAll(async () => {
  service = await startTestService({ now });
  people = await toldPeopleOn(service);
});
afterAll(() => service.close());

describe('a proposal', () => {
  test('is told to those it concerns as it goes, and never to who did it', async () => {
    const proposal = await people.open('salma');
    expect(await people.kinds('salma')).toEqual([]);
    expect(await people.kinds('huda')).toEqual(['signature-needed']);
    expect(await people.kinds('noor')).toEqual(['affected']);
    expect(await people.kinds('council')).toEqual([]);

    await people.answer('huda', proposal, { answer: 'objected', reason: 'قرية سعيا لنا' });
    const [told] = (await people.notices('salma')).items;
    expect(told).toMatchObject({
      area: 'al-lith',
      proposal: { id: proposal.id, title: { ar: 'خطة بلا فجوات' }, association: { id: 'lith' } },
      content: { kind: 'answered', answer: 'objected', by: 'afaf' },
      answeredBy: { id: 'afaf', name: { ar: expect.stringContaining('عفف') } },
      read: false,
    });

    await people.send('huda', 'POST', 'proposals', {
      draft: 'draft-whole',
      title: 'بديل',
      reason: 'أقرب',
      deadline: '2036-12-24T00:00:00Z',
      counterTo: proposal.id,
    });
    expect((await people.kinds('salma')).toSorted()).toEqual(['answered', 'answered', 'signature-needed']);
    expect(await people.kinds('huda')).toEqual(['signature-needed']);
  });

  test('names a person in what is said of it, who is told by whom and where', async () => {
    const proposal = await people.open('salma');
    const { id } = await people.idOf('council');
    const text = 'ما رأي المجلس؟';
    const thread = await people.send<{ id: string }>('huda', 'POST', `proposals/${proposal.id}/threads`, {
      pin: { kind: 'whole' },
      text,
      mentions: [id, 'somebody-else'],
    });
    const { items, unread } = await people.notices('council');
    expect(items.map(({ content }) => content)).toEqual([
      { kind: 'mentioned', by: expect.stringMatching(/^Person/), thread: thread.id },
    ]);
    expect(unread).toBe(1);
  });
});

describe('whoever is given a role', () => {
  const arrive = async (role: AreaRole) => {
    const cookie = await join(service.app, service.db, 'al-lith' as AreaId, role);
    const response = await service.app.inject({ url: '/api/v1/notices', headers: { cookie } });
    return response
      .json<NoticePage>()
      .items.map(({ content, proposal }) => `${content.kind} ${proposal?.id}`);
  };

  test('is told what waits for them, as those were who were there when it began', async () => {
    const agreed = await people.open('salma');
    for (const { association } of agreed.standings) {
      const coordinator = await join(service.app, service.db, 'al-lith' as AreaId, {
        role: 'coordinator',
        association,
      });
      const answer = { answer: 'signed', contentHash: agreed.revision.contentHash };
      const url = `${AREA}/proposals/${agreed.id}/answers/${association}`;
      await service.app.inject({ method: 'PUT', url, payload: answer, headers: { cookie: coordinator } });
    }
    const { id } = await people.open('salma');
    expect(await arrive({ role: 'coordinator', association: AFAF })).toContain(`signature-needed ${id}`);
    expect(await arrive({ role: 'member', association: AFAF })).toContain(`affected ${id}`);
    expect(await arrive({ role: 'observer', association: null })).toEqual([]);
    expect(await arrive({ role: 'council', association: null })).toEqual([`agreed ${agreed.id}`]);
    await people.answer('huda', { ...agreed, id });
    const later = await arrive({ role: 'coordinator', association: AFAF });
    expect(later).not.toContain(`signature-needed ${id}`);
    const short = await people.open('salma', 'draft-whole', { deadline: '2026-11-25T00:00:00Z' });
    const before = clock;
    clock = Date.parse('2026-11-25T01:00:00Z');
    const late = await arrive({ role: 'coordinator', association: GHUMAYQAH });
    expect(late).toEqual(expect.arrayContaining([`signature-needed ${id}`, `affected ${short.id}`]));
    clock = before;
  });
});

describe('notices', () => {
  test('come in pages, the newest first, each once', async () => {
    const all = (await people.notices('maryam')).items;
    expect(all.length).toBeGreaterThan(2);
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const paged = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await people.notices('maryam', `?limit=1${next && `&cursor=${next}`}`);
      paged.push(...page.items);
      next = page.next;
    }
    expect(paged).toEqual(all);
  });

  test('are read by their own person alone, some or all', async () => {
    const { items, unread } = await people.notices('maryam');
    const [first] = items;
    await people.send('huda', 'PUT', '/api/v1/notices/read', { notices: [first?.id] });
    expect((await people.notices('maryam')).unread).toBe(unread);
    await people.send('maryam', 'PUT', '/api/v1/notices/read', { notices: [first?.id] });
    expect(await people.notices('maryam')).toMatchObject({
      unread: unread - 1,
      items: [{ id: first?.id, read: true }, ...items.slice(1)],
    });
    await people.send('maryam', 'PUT', '/api/v1/notices/read', { notices: 'all' });
    expect((await people.notices('maryam')).unread).toBe(0);
    expect((await people.notices('huda')).unread).toBeGreaterThan(0);
  });

  test('come by e-mail once a day in Arabic until their person chooses otherwise', async () => {
    const choice = () => people.send<NoticeChoice>('noor', 'GET', '/api/v1/notices/choice');
    expect(await choice()).toEqual({ mail: 'daily', language: 'ar' });
    await people.send('noor', 'PUT', '/api/v1/notices/choice', { mail: 'at-once', language: 'en' });
    expect(await choice()).toEqual({ mail: 'at-once', language: 'en' });
  });

  test('wait for no e-mail where the service has no mail server', async () => {
    expect(await service.db.selectFrom('mail').selectAll().execute()).toEqual([]);
  });
});
