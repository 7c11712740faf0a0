import type { Association, Position, Village } from '@nitaq/core';
import { type Answer, isOutrun } from '../api/problem.ts';
import type { AreaData, PlacingSlice, PlacingTarget, SliceContext } from './app-state.ts';

/** Giving a village or a seat its location, on the map or by coordinates, and taking it back. */
export function placingSlice(context: SliceContext): PlacingSlice {
  const { get, set } = context;
  return {
    placing: null,
    placed: null,
    startPlacing: (target, by) => {
      set({ placing: { target, by, saving: false, problem: null }, placed: null });
      if (by === 'map') set({ sheet: 'low' });
    },
    cancelPlacing: () => set({ placing: null, sheet: 'half' }),
    place: async (location) => {
      const { placing, area } = get();
      if (!placing || placing.saving || area.status !== 'ready') return false;
      const { target } = placing;
      const before = locationOf(area.value, target);
      set({ placing: { ...placing, saving: true, problem: null } });
      const saved = await save(context, target, location);
      if (!saved.ok) {
        set({ placing: { ...placing, saving: false, problem: saved.problem } });
        return false;
      }
      set({ placing: null, placed: { target, before }, sheet: 'half' });
      if (target.kind === 'village') await get().select({ kind: 'village', id: target.id });
      return true;
    },
    undoPlacing: async () => {
      const { placed } = get();
      if (!placed) return;
      set({ placed: null });
      const saved = await save(context, placed.target, placed.before);
      if (!saved.ok)
        set({ placing: { target: placed.target, by: 'map', saving: false, problem: saved.problem } });
      else if (placed.target.kind === 'village') await get().selectOnMap(get().selection);
    },
    dismissPlaced: () => set({ placed: null }),
  };
}

async function save({ get, set, api }: SliceContext, target: PlacingTarget, location: Position | null) {
  const { area } = get();
  if (area.status !== 'ready') throw new Error('A location is saved only in an open area');
  const data = area.value;
  const relocation = { area: data.area.id, id: target.id, version: versionOf(data, target), location };
  const answer: Answer<AreaData> =
    target.kind === 'village'
      ? mapAnswer(await api.moveVillage(relocation), (village) => withVillage(data, village))
      : mapAnswer(await api.moveSeat(relocation), (association) => withAssociation(data, association));
  if (answer.ok) {
    set({ area: { status: 'ready', value: answer.value } });
    await Promise.all([reloadCoverage({ get, set, api }), get().loadNeed()]);
  } else if (isOutrun(answer.problem)) {
    await reloadPlaces({ get, set, api });
  }
  return answer;
}

/** Somebody changed it first: show what they made of it, so that the next try starts from there. */
async function reloadPlaces({ get, set, api }: SliceContext) {
  const { area } = get();
  if (area.status !== 'ready') return;
  const id = area.value.area.id;
  const [villages, associations] = await Promise.all([api.villages(id), api.associations(id)]);
  if (!villages.ok || !associations.ok) return;
  const value = { ...area.value, villages: villages.value, associations: associations.value };
  set({ area: { status: 'ready', value } });
}

/** Only villages have moved: the territories on screen stay, the report is fetched anew. */
async function reloadCoverage({ get, set, api }: SliceContext) {
  // What is drawn may not be saved yet: the page works it out by itself.
  if (get().editing) return get().seePlaces();
  const { area, plan } = get();
  if (area.status !== 'ready' || plan.status !== 'ready' || !plan.value) return;
  const coverage = await api.coverage(area.value.area.id, plan.value.plan.id);
  if (!coverage.ok) return set({ plan: { status: 'failed', problem: coverage.problem } });
  if (get().plan === plan)
    set({ plan: { status: 'ready', value: { ...plan.value, coverage: coverage.value } } });
}

function mapAnswer<T, U>(answer: Answer<T>, change: (value: T) => U): Answer<U> {
  return answer.ok ? { ok: true, value: change(answer.value) } : answer;
}

function withVillage(data: AreaData, moved: Village): AreaData {
  return { ...data, villages: data.villages.map((village) => (village.id === moved.id ? moved : village)) };
}

function withAssociation(data: AreaData, moved: Association): AreaData {
  const associations = data.associations.map((one) => (one.id === moved.id ? moved : one));
  return { ...data, associations };
}

function locationOf(data: AreaData, { kind, id }: PlacingTarget): Position | null {
  return kind === 'village'
    ? (data.villages.find((village) => village.id === id)?.location ?? null)
    : (data.associations.find((association) => association.id === id)?.seat.location ?? null);
}

function versionOf(data: AreaData, { kind, id }: PlacingTarget): number {
  const found =
    kind === 'village'
      ? data.villages.find((village) => village.id === id)
      : data.associations.find((association) => association.id === id);
  return found?.version ?? 0;
}
