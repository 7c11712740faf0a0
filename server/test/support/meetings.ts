import type { AreaId, AreaRole, AssociationId, Meeting, MeetingRoom, Person, Proposal } from '@nitaq/core';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { AFAF, ALL, LITH } from './negotiation.ts';
import { join } from './people.ts';
import { AREA } from './requests.ts';
import type { TestService } from './test-service.ts';

/** The people of the shipped area, and what they ask about meetings. */
export async function meetingPeopleOn({ app, db }: TestService) {
  const cookies: Record<string, string> = { nobody: '' };
  const roles: Record<string, AreaRole> = {
    ...Object.fromEntries(ALL.map((association) => [association, { role: 'coordinator', association }])),
    council: { role: 'council', association: null },
    secretary: { role: 'council', association: null },
    member: { role: 'member', association: AFAF },
    observer: { role: 'observer', association: null },
  };
  const ids: Record<string, string> = {};
  const send = (
    who: string,
    method: InjectOptions['method'],
    url: string,
    rest: InjectOptions = {},
  ): Promise<LightMyRequestResponse> =>
    app.inject({
      ...rest,
      method: method ?? 'GET',
      url: url.startsWith('/') ? url : `${AREA}/${url}`,
      headers: { ...rest.headers, cookie: cookies[who] ?? '' },
    });
  for (const [who, role] of Object.entries(roles)) {
    cookies[who] = await join(app, db, 'al-lith' as AreaId, role);
    ids[who] = (await send(who, 'GET', '/api/v1/session')).json<{ person: Person }>().person.id;
  }
  await sql`update person_session set proven_twice = true where person_id in (
    select person_id from membership where role = 'council')`.execute(db);

  async function done<T>(response: Promise<LightMyRequestResponse>, status = 200): Promise<T> {
    const { statusCode, body } = await response;
    expect(statusCode, body).toBe(status);
    return (body === '' ? null : JSON.parse(body)) as T;
  }
  const room = (meeting: string, who = 'council') =>
    done<MeetingRoom>(send(who, 'GET', `meetings/${meeting}`));
  const write = (
    who: string,
    method: InjectOptions['method'],
    url: string,
    payload: object,
    version?: number,
  ) =>
    send(who, method, url, {
      payload,
      ...(version !== undefined && { headers: { 'if-match': `"${version}"` } }),
    });
  return {
    send,
    done,
    room,
    write,
    idOf: (who: string) => ids[who] ?? '',
    cookieOf: (who: string) => cookies[who] ?? '',
    plan: (startsAt = '2026-12-06T07:00:00Z') =>
      done<Meeting>(
        write('council', 'POST', 'meetings', {
          title: { ar: 'اجتماع القادة', en: 'Leaders’ meeting' },
          startsAt,
          durationMinutes: 90,
          place: 'الليث',
        }),
        201,
      ),
    /** Opens, closes, resumes or cancels a meeting as it is. */
    async step(meeting: string, act: string, more: object = {}) {
      const { version } = (await room(meeting)).meeting;
      return done<Meeting>(write('council', 'PUT', `meetings/${meeting}/state`, { act, ...more }, version));
    },
    /** Everyone who is present approves the minutes as they are. */
    async approvedByAll(meeting: string) {
      const { attendance, contentHash } = await room(meeting);
      for (const { person, approves } of attendance.filter((one) => one.approves)) {
        const who = Object.keys(ids).find((name) => ids[name] === person) ?? '';
        expect(approves).toBe(true);
        await done(write(who, 'POST', `meetings/${meeting}/approvals`, { contentHash }));
      }
    },
    /** A proposal of Lith that everybody affected has signed. */
    async agreedProposal(draft = 'draft-whole') {
      const opened = await done<Proposal>(
        write(LITH, 'POST', 'proposals', {
          draft,
          title: 'خطة بلا فجوات',
          reason: 'لكي لا تُنسى قرية',
          deadline: '2036-12-24T00:00:00Z',
        }),
        201,
      );
      const { contentHash, affected } = opened.revision;
      let signed = opened;
      for (const association of affected as AssociationId[]) {
        const answer = { answer: 'signed', contentHash };
        signed = await done<Proposal>(
          write(association, 'PUT', `proposals/${opened.id}/answers/${association}`, answer),
        );
      }
      return signed;
    },
  };
}
export type MeetingPeople = Awaited<ReturnType<typeof meetingPeopleOn>>;
