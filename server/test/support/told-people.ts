import type { AreaId, AreaRole, NoticePage, Proposal } from '@nitaq/core';
import { expect } from 'vitest';
import { AFAF, GHUMAYQAH, LITH } from './negotiation.ts';
import { join } from './people.ts';
import { AREA } from './requests.ts';
import type { TestService } from './test-service.ts';

const ROLES = {
  salma: { role: 'coordinator', association: LITH },
  huda: { role: 'coordinator', association: AFAF },
  maryam: { role: 'coordinator', association: GHUMAYQAH },
  noor: { role: 'member', association: AFAF },
  council: { role: 'council', association: null },
} as const satisfies Record<string, AreaRole>;
export type Who = keyof typeof ROLES;

/** Several people of the shipped area, who act on a service and are told of it. */
export async function toldPeopleOn({ app, db }: TestService) {
  const cookies = new Map<Who, string>();
  for (const [who, role] of Object.entries(ROLES) as [Who, AreaRole][]) {
    cookies.set(who, await join(app, db, 'al-lith' as AreaId, role));
  }

  /** What one of them asks of the service. */
  const send = async <T>(
    who: Who,
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
  ): Promise<T> => {
    const response = await app.inject({
      method,
      url: url.startsWith('/') ? url : `${AREA}/${url}`,
      headers: { cookie: cookies.get(who) ?? '' },
      ...(payload === undefined ? {} : { payload }),
    });
    expect(response.statusCode, response.body).toBeLessThan(300);
    return (response.body === '' ? null : response.json()) as T;
  };

  const notices = (who: Who, query = '') => send<NoticePage>(who, 'GET', `/api/v1/notices${query}`);
  return {
    send,
    notices,
    /** What somebody was told, the newest first. */
    kinds: async (who: Who) => (await notices(who)).items.map(({ content }) => content.kind),
    idOf: async (who: Who) =>
      (await send<{ person: { id: string; email: string } }>(who, 'GET', '/api/v1/session')).person,
    open: (who: Who, draft = 'draft-whole', more: object = {}) =>
      send<Proposal>(who, 'POST', 'proposals', {
        draft,
        title: 'خطة بلا فجوات',
        reason: 'لكي لا تُنسى قرية',
        deadline: '2036-12-24T00:00:00Z',
        ...more,
      }),
    answer: (who: Exclude<Who, 'council'>, { id, revision: { contentHash } }: Proposal, more: object = {}) =>
      send<Proposal>(who, 'PUT', `proposals/${id}/answers/${ROLES[who].association}`, {
        answer: 'signed',
        contentHash,
        ...more,
      }),
  };
}
