import type { Answer } from '../api/problem.ts';

import { LOADING, type SliceContext } from './app-state.ts';
import type { Loadable } from './loadable.ts';
import { may } from './people-slice.ts';
import type { ReportsSlice } from './reports.ts';

/** Choosing a report, beside those that are kept. */
export function reportsSlice({ get, set, api }: SliceContext): ReportsSlice {
  const openArea = () => {
    const { area } = get();
    return area.status === 'ready' ? area.value.area.id : null;
  };
  const loadSchedule = async (area: string) => {
    if (!may(get(), 'report-schedule.own')) return;
    const reportSchedule = loaded(await api.reportSchedule(area));
    if (get().reports !== null) set({ reportSchedule });
  };
  const loadKept = async (area: string) => {
    const reports = loaded(await api.keptReports(area));
    if (get().reports !== null) set({ reports });
  };
  const loadReportJobs = async () => {
    const area = openArea();
    if (area === null || !may(get(), 'report-jobs.own')) return;
    const reportJobs = loaded(await api.reportJobs(area));
    // What was known is shown until more is.
    const isWorse = reportJobs.status === 'failed' && get().reportJobs?.status === 'ready';
    if (get().reports !== null && !isWorse) set({ reportJobs });
  };
  return {
    reports: null,
    reportJobs: null,
    reportSchedule: null,
    openReports: async () => {
      const area = openArea();
      if (area === null) return;
      set({ reports: LOADING });
      await Promise.all([loadKept(area), loadSchedule(area), loadReportJobs()]);
    },
    closeReports: () => set({ reports: null, reportJobs: null, reportSchedule: null }),
    loadReportJobs,
    makeReport: async (question) => {
      const area = openArea();
      if (area === null) return null;
      const answer = await api.makeReport(area, question, crypto.randomUUID());
      if (!answer.ok) return answer.problem;
      await loadReportJobs();
      return null;
    },
    scheduleReports: async (input) => {
      const area = openArea();
      if (area === null) return null;
      const answer =
        input === null ? await api.stopReportSchedule(area) : await api.setReportSchedule(area, input);
      if (!answer.ok) return answer.problem;
      await loadSchedule(area);
      return null;
    },
  };
}

function loaded<T>(answer: Answer<T>): Loadable<T> {
  return answer.ok ? { status: 'ready', value: answer.value } : { status: 'failed', problem: answer.problem };
}
