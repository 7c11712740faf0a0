import type { OwnReportSchedule } from '@nitaq/core';
import type { Answer } from '../api/problem.ts';
import { LOADING, loaded, type SliceContext } from './app-state.ts';
import { may } from './people-slice.ts';
import type { ReportsSlice } from './reports.ts';

const NOTHING = { reportJobs: null, reportJobsProblem: null, reportSchedule: null };

/** Choosing a report, beside those that are kept. */
export function reportsSlice({ get, set, api }: SliceContext): ReportsSlice {
  // An answer that comes late would undo what is known since.
  let jobsKnown = 0;
  const openArea = () => {
    const { area } = get();
    return area.status === 'ready' ? area.value.area.id : null;
  };
  const loadKept = async (area: string) => {
    const reports = loaded(await api.keptReports(area));
    if (get().reports !== null) set({ reports });
  };
  const loadReportSchedule = async () => {
    const area = openArea();
    if (area === null || !may(get(), 'report-schedule.own')) return;
    const reportSchedule = loaded(await api.reportSchedule(area));
    if (get().reports !== null) set({ reportSchedule });
  };
  const loadReportJobs = async () => {
    const area = openArea();
    const asked = ++jobsKnown;
    if (area === null || !may(get(), 'report-jobs.own')) {
      set({ reportJobs: null, reportJobsProblem: null });
      return;
    }
    const answer = await api.reportJobs(area);
    if (get().reports === null || asked !== jobsKnown) return;
    // What was known is shown until more is.
    if (answer.ok) set({ reportJobs: answer.value, reportJobsProblem: null });
    else set({ reportJobsProblem: answer.problem });
  };
  return {
    reports: null,
    ...NOTHING,
    openReports: async () => {
      const area = openArea();
      if (area === null) return;
      set({ reports: LOADING });
      await Promise.all([loadKept(area), loadReportSchedule(), loadReportJobs()]);
    },
    closeReports: () => set({ reports: null, ...NOTHING }),
    loadReportJobs,
    loadReportSchedule,
    makeReport: async (question) => {
      const area = openArea();
      if (area === null) return null;
      const answer = await api.makeReport(area, question, crypto.randomUUID());
      if (!answer.ok) return answer.problem;
      jobsKnown++;
      if (get().reports !== null)
        set({ reportJobs: [answer.value, ...(get().reportJobs ?? [])], reportJobsProblem: null });
      return null;
    },
    scheduleReports: async (input) => {
      const area = openArea();
      if (area === null) return null;
      const answer =
        input === null
          ? await stopped(api.stopReportSchedule(area))
          : await api.setReportSchedule(area, input);
      if (!answer.ok) return answer.problem;
      if (get().reports !== null) set({ reportSchedule: loaded(answer) });
      return null;
    },
  };
}

/** What is known once no more reports come: one could have them. */
async function stopped(stopping: Promise<Answer<unknown>>): Promise<Answer<OwnReportSchedule>> {
  const answer = await stopping;
  return answer.ok ? { ok: true, value: { schedule: null, sendsMail: true } } : answer;
}
