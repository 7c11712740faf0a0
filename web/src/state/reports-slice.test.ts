import type { NewReportSchedule, OwnReportSchedule, ReportJob, ReportJobId } from '@nitaq/core';
import { expect, test } from 'vitest';
import { firstVisit } from '../../test/fixtures/first-visit.ts';
import { smallService } from '../../test/fixtures/small-service.ts';
import type { Api } from '../api/api.ts';
import { EMPTY_LINK } from './share-link.ts';

const QUESTION = { format: 'pdf', language: 'ar' } as const;
const job = (id: string, state: ReportJob['state']): ReportJob => ({
  ...QUESTION,
  id: id as ReportJobId,
  madeAt: '2026-11-24T09:00:00.000Z',
  state,
  step: null,
  problem: null,
});
const EVERY_SUNDAY: NewReportSchedule = { rule: { kind: 'weekly', weekday: 0 }, language: 'ar' };
const BEGUN: OwnReportSchedule = {
  schedule: { ...EVERY_SUNDAY, nextAt: '2026-11-29T03:00:00.000Z', lastAt: null },
  sendsMail: true,
};
const unreachable = async () => ({ ok: false, problem: { kind: 'unreachable' } }) as const;

async function reportsOf(changes: Partial<Api>) {
  const store = firstVisit(smallService(changes));
  await store.getState().start(EMPTY_LINK);
  await store.getState().openReports();
  return store;
}

test('what was known of reports stays while no answer comes, and that none comes is said', async () => {
  let isOnline = true;
  const store = await reportsOf({
    reportJobs: async () => (isOnline ? { ok: true, value: [job('one', 'working')] } : unreachable()),
  });
  isOnline = false;
  await store.getState().loadReportJobs();
  expect(store.getState()).toMatchObject({
    reportJobs: [{ id: 'one' }],
    reportJobsProblem: { kind: 'unreachable' },
  });
  isOnline = true;
  await store.getState().loadReportJobs();
  expect(store.getState().reportJobsProblem).toBeNull();
});

test('that reports and their days could not be read at first is said', async () => {
  const store = await reportsOf({ reportJobs: unreachable, reportSchedule: unreachable });
  expect(store.getState()).toMatchObject({
    reportJobs: null,
    reportJobsProblem: { kind: 'unreachable' },
    reportSchedule: { status: 'failed', problem: { kind: 'unreachable' } },
  });
});

test('a report that was just asked for is known, and no answer from before takes it away', async () => {
  let answer: (jobs: ReportJob[]) => void = () => {};
  let isAtOnce = true;
  const store = await reportsOf({
    reportJobs: async () => {
      if (isAtOnce) return { ok: true, value: [] };
      return { ok: true, value: await new Promise<ReportJob[]>((resolve) => (answer = resolve)) };
    },
    makeReport: async () => ({ ok: true, value: job('new', 'waiting') }),
  });
  isAtOnce = false;
  const asking = store.getState().loadReportJobs();
  expect(await store.getState().makeReport(QUESTION)).toBeNull();
  answer([]);
  await asking;
  expect(store.getState().reportJobs?.map(({ id }) => id)).toEqual(['new']);
});

test('after a change the days are as the service answered, also when nothing can be read then', async () => {
  let isRead = false;
  const store = await reportsOf({
    reportSchedule: async () => {
      if (isRead) return unreachable();
      isRead = true;
      return { ok: true, value: { schedule: null, sendsMail: true } };
    },
    setReportSchedule: async () => ({ ok: true, value: BEGUN }),
  });
  expect(await store.getState().scheduleReports(EVERY_SUNDAY)).toBeNull();
  expect(store.getState().reportSchedule).toEqual({ status: 'ready', value: BEGUN });
  expect(await store.getState().scheduleReports(null)).toBeNull();
  expect(store.getState().reportSchedule).toEqual({
    status: 'ready',
    value: { schedule: null, sendsMail: true },
  });
});

test('who is signed out has no reports made any more', async () => {
  const store = await reportsOf({ reportJobs: async () => ({ ok: true, value: [job('one', 'working')] }) });
  await store.getState().signOut();
  await store.getState().loadReportJobs();
  expect(store.getState().reportJobs).toBeNull();
});
