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
  return {
    reports: null,
    reportSchedule: null,
    openReports: async () => {
      const area = openArea();
      if (area === null) return;
      set({ reports: LOADING });
      await Promise.all([loadKept(area), loadSchedule(area)]);
    },
    closeReports: () => set({ reports: null, reportSchedule: null }),
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
