import type { ComparisonSlice, SliceContext } from './app-state.ts';
import { fetchPlan } from './fetch-plan.ts';

/** Another plan beside the one that is shown: its borders on the map, and what is another in it. */
export function comparisonSlice({ get, set, api }: SliceContext): ComparisonSlice {
  let latest = 0;
  return {
    comparison: null,
    comparisonView: 'dashed',
    chooseComparisonView: (comparisonView) => set({ comparisonView }),
    compareWith: async (plan) => {
      const mine = ++latest;
      const { area } = get();
      if (plan === null || area.status !== 'ready') return set({ comparison: null });
      const answer = await fetchPlan(api, area.value, plan);
      if (mine === latest && answer.ok) set({ comparison: answer.value });
    },
  };
}
