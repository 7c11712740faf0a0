import {
  type AppState,
  type FlightTarget,
  LOADING,
  loaded,
  type SelectionSlice,
  type SliceContext,
} from './app-state.ts';
import { boundsOfGeometry } from './bounds.ts';
import { partNow } from './detached-parts.ts';
import { nextProblem } from './next-problem.ts';
import { faceOf, isSameSelection, NOTHING, type Selection } from './selection.ts';

/** What is chosen, and what the service answers about it. */
export function selectionSlice({ get, set, api }: SliceContext): SelectionSlice {
  const ask = async (selection: Selection) => {
    const { area } = get();
    if (area.status !== 'ready' || (selection.kind !== 'village' && selection.kind !== 'point')) return;
    const { day } = get();
    set({ question: LOADING });
    const answer = await (selection.kind === 'village'
      ? api.whoCoversVillage(area.value.area.id, selection.id, day)
      : api.whoCoversPoint(selection.at, day));
    if (isSameSelection(get().selection, selection) && get().day === day) set({ question: loaded(answer) });
  };

  const selectOnMap = async (selection: Selection) => {
    set({ selection, question: null });
    // A person on a phone sees the answer in the sheet, and the map above it.
    if (get().sheet === 'low' && selection.kind !== 'none') set({ sheet: 'half' });
    await ask(selection);
  };

  return {
    selection: NOTHING,
    question: null,
    select: async (selection) => {
      if (get().sheet === 'full') set({ sheet: 'half' });
      const target = flightTo(get(), selection);
      if (target) get().fly(target);
      await selectOnMap(selection);
    },
    selectOnMap,
    askAgain: () => ask(get().selection),
    goToProblem: (by) => {
      const problem = nextProblem(get(), by);
      const { editing } = get();
      if (problem) {
        if (editing) set({ editing: { ...editing, notice: null } });
        void get().select(problem);
      } else if (editing) set({ editing: { ...editing, notice: { kind: 'no-problem' } } });
    },
    clearSelection: () => set({ selection: NOTHING, question: null }),
  };
}

function flightTo(state: AppState, selection: Selection): FlightTarget | null {
  const { area, plan } = state;
  const coverage = plan.status === 'ready' ? plan.value?.coverage : undefined;
  switch (selection.kind) {
    case 'none':
      return null;
    case 'point':
      return { kind: 'point', at: selection.at };
    case 'village': {
      const villages = area.status === 'ready' ? area.value.villages : [];
      const at = villages.find((village) => village.id === selection.id)?.location;
      return at ? { kind: 'point', at } : null;
    }
    case 'association': {
      const territories = plan.status === 'ready' ? plan.value?.territories.features : undefined;
      return toBounds(territories?.find((feature) => feature.id === selection.id)?.geometry ?? null);
    }
    case 'part':
      return toBounds(partNow(state, selection.id)?.geometry ?? null);
    case 'gap':
    case 'overlap':
    case 'shared':
    case 'sliver':
      return toBounds((coverage && faceOf(coverage, selection)?.geometry) ?? null);
  }
}

function toBounds(geometry: Parameters<typeof boundsOfGeometry>[0] | null): FlightTarget | null {
  const bounds = geometry && boundsOfGeometry(geometry);
  return bounds && { kind: 'bounds', bounds, besideCard: true };
}
