import type { AreaId, AreaRole, AssociationId, Initiative, NoticePage } from '@nitaq/core';
import type { LightMyRequestResponse } from 'fastify';
import { join } from './people.ts';
import type { TestService } from './test-service.ts';

const AL_LITH = 'al-lith' as AreaId;
const WHO = ['lith', 'ghumayqah', 'wasqah', 'afaf', 'council', 'observer'] as const;
export type Who = (typeof WHO)[number];

/** A joint initiative of three associations, which needs all of what its budget names. */
export const BUS = {
  title: 'حافلة مدرسية لقرى الوادي',
  purpose: 'يصل الأيتام في القرى البعيدة إلى مدارسهم',
  lead: 'lith',
  partners: ['ghumayqah', 'wasqah'],
  villages: ['saya', 'al-ghalah'],
  place: null as object | null,
  people: { orphans: 40, widows: 0, families: 12 },
  budget: { money: 90_000, people: 2, goods: 0 },
  shares: [
    { association: 'lith', resource: 'money', amount: 60_000, note: null },
    { association: 'ghumayqah', resource: 'money', amount: 30_000, note: null },
    { association: 'wasqah', resource: 'people', amount: 2, note: 'سائقان' },
  ],
  milestones: [
    { id: 'bus', title: 'شراء الحافلة', dueOn: '2027-01-10' },
    { id: 'ride', title: 'أول رحلة', dueOn: '2027-02-01' },
  ],
  risks: [{ text: 'انقطاع الطريق بالسيل', answer: 'طريق بديل عبر غميقة' }],
};

/** People of every association, and how they ask of initiatives. */
export async function initiativePeople(service: TestService, area: AreaId = AL_LITH) {
  const cookies = new Map<Who, string>();
  for (const who of WHO) cookies.set(who, await join(service.app, service.db, area, roleOf(who)));
  const ask = (
    who: Who,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    rest: { payload?: unknown; headers?: Record<string, string> } = {},
  ): Promise<LightMyRequestResponse> =>
    service.app.inject({
      method,
      url: `/api/v1/areas/${area}${path}`,
      headers: { cookie: cookies.get(who) ?? '', ...rest.headers },
      ...(rest.payload === undefined ? {} : { payload: rest.payload as object }),
    });
  /** What somebody was told, the newest first, by any address of the service. */
  const told = async (who: Who) =>
    (
      await service.app.inject({ url: '/api/v1/notices', headers: { cookie: cookies.get(who) ?? '' } })
    ).json<NoticePage>().items;
  const get = async (id: string, who: Who = 'lith') =>
    (await ask(who, 'GET', `/initiatives/${id}`)).json<Initiative>();
  const ifMatch = async (id: string) => ({ 'if-match': `"${(await get(id)).version}"` });
  return {
    ask,
    get,
    told,
    /** The cookie of somebody's session. */
    cookieOf: (who: Who) => cookies.get(who) ?? '',
    open: async (who: Who = 'lith', content: object = BUS, key?: string) =>
      ask(who, 'POST', '/initiatives', {
        payload: content,
        ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
      }),
    change: async (id: string, content: object, who: Who = 'lith') =>
      ask(who, 'PUT', `/initiatives/${id}`, { payload: content, headers: await ifMatch(id) }),
    move: async (id: string, to: string, who: Who = 'lith') =>
      ask(who, 'POST', `/initiatives/${id}/state`, { payload: { to }, headers: await ifMatch(id) }),
    stop: async (id: string, who: Who = 'lith') =>
      ask(who, 'POST', `/initiatives/${id}/stop`, {
        payload: { reason: 'لا تمويل' },
        headers: await ifMatch(id),
      }),
    leave: async (id: string, who: Who) =>
      ask(who, 'POST', `/initiatives/${id}/partners/${who}/withdrawal`, {
        payload: { reason: 'لا سائقين لدينا' },
        headers: await ifMatch(id),
      }),
    /** To the present content, unless another is named. */
    answer: async (id: string, who: Who, answer: 'signed' | 'objected', hash?: string) =>
      ask(who, 'PUT', `/initiatives/${id}/answers/${who}`, {
        payload: {
          answer,
          contentHash: hash ?? (await get(id)).contentHash,
          ...(answer === 'objected' ? { reason: 'الطريق مقطوع' } : {}),
        },
      }),
    reachMilestone: (id: string, milestone: string, reachedOn: string | null, who: Who = 'lith') =>
      ask(who, 'PUT', `/initiatives/${id}/milestones/${milestone}`, {
        payload: { reachedOn, evidence: reachedOn === null ? null : 'محضر الاستلام' },
      }),
    enterReached: (id: string, village: string, counts: object, who: Who = 'lith') =>
      ask(who, 'PUT', `/initiatives/${id}/villages/${village}/reached`, { payload: counts }),
  };
}

export type InitiativePeople = Awaited<ReturnType<typeof initiativePeople>>;

function roleOf(who: Who): AreaRole {
  if (who === 'council' || who === 'observer') return { role: who, association: null };
  return { role: 'coordinator', association: who as string as AssociationId };
}
