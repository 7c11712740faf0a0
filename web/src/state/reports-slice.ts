import { LOADING, type SliceContext } from './app-state.ts';
import type { ReportsSlice } from './reports.ts';

/** Choosing a report, beside those that are kept. */
export function reportsSlice({ get, set, api }: SliceContext): ReportsSlice {
  return {
    reports: null,
    openReports: async () => {
      const { area } = get();
      if (area.status !== 'ready') return;
      set({ reports: LOADING });
      const kept = await api.keptReports(area.value.area.id);
      if (get().reports === null) return;
      set({
        reports: kept.ok
          ? { status: 'ready', value: kept.value }
          : { status: 'failed', problem: kept.problem },
      });
    },
    closeReports: () => set({ reports: null }),
  };
}
