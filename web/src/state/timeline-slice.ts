import { dayAt } from '@nitaq/core';
import type { SliceContext } from './app-state.ts';
import { parseDay, periodsOf, planOn, type TimelineSlice, tenseOf } from './timeline.ts';

/** The day of which everything is shown. */
export function timelineSlice({ get }: SliceContext): TimelineSlice {
  const showDay = async (asked: string | null) => {
    const { area } = get();
    if (area.status !== 'ready') return;
    const { timeZone } = area.value.area;
    const wanted = parseDay(asked);
    const day = wanted !== null && tenseOf(wanted, timeZone) !== 'present' ? wanted : null;
    const { plans } = area.value;
    const plan =
      day === null ? plans.find(({ state }) => state === 'in-force') : planOn(plans, day, timeZone);
    await get().openPlanOn(plan?.id ?? null, day);
  };
  return {
    day: null,
    showDay,
    showPeriod: async (plan) => {
      const { area } = get();
      if (area.status !== 'ready') return;
      const period = periodsOf(area.value.plans).find((one) => one.plan.id === plan);
      if (!period) return;
      const isPresent = period.plan.state === 'in-force';
      await showDay(isPresent ? null : dayAt(Date.parse(period.from), area.value.area.timeZone));
    },
  };
}
