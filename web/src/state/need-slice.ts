import type { Association, AssociationId } from '@nitaq/core';
import type { StatedOf } from '../api/need-api.ts';
import { type Answer, isOutrun, type Problem } from '../api/problem.ts';
import { type AppState, loaded, type SliceContext } from './app-state.ts';
import type { NeedSlice } from './need.ts';
import { may, ownRole } from './people-slice.ts';

/** Whether the counts of a village that these cover in the plan in force may be entered. */
export function mayCount(
  state: Pick<AppState, 'session' | 'area'>,
  owners: readonly AssociationId[],
): boolean {
  return owners.length === 0
    ? may(state, 'need.count', null)
    : owners.some((owner) => may(state, 'need.count', owner));
}

/** The association on whose behalf the person who is signed in acts in the open area; null: none. */
export function ownAssociation(state: Pick<AppState, 'session' | 'area'>): AssociationId | null {
  return ownRole(state)?.association ?? null;
}

/** How many need care, as far as one may know; and what associations state of themselves: whom they can care for, how to reach them. */
export function needSlice({ get, set, api }: SliceContext): NeedSlice {
  let latest = 0;

  const areaId = () => {
    const { area } = get();
    if (area.status !== 'ready') throw new Error('Need is counted only in an open area');
    return area.value.area.id;
  };

  const loadNeed = async () => {
    const mine = ++latest;
    if (!may(get(), 'need.read')) return set({ need: null });
    const answer = await api.need(areaId(), get().day);
    // What is known stays on the screen when only the newest cannot be had.
    if (mine === latest && (answer.ok || get().need?.status !== 'ready')) set({ need: loaded(answer) });
  };

  const replaceAssociations = (change: (before: readonly Association[]) => readonly Association[]) => {
    const { area } = get();
    if (area.status !== 'ready') return;
    set({
      area: { status: 'ready', value: { ...area.value, associations: change(area.value.associations) } },
    });
  };

  const state = async (
    id: AssociationId,
    send: (of: StatedOf) => Promise<Answer<Association>>,
  ): Promise<Problem | null> => {
    const { area } = get();
    const version =
      (area.status === 'ready' && area.value.associations.find((one) => one.id === id)?.version) || 0;
    const open = areaId();
    const answer = await send({ area: open, id, version });
    if (answer.ok) {
      replaceAssociations((all) => all.map((one) => (one.id === id ? answer.value : one)));
      return null;
    }
    // Somebody changed it first: the next try starts from what they made of it.
    if (isOutrun(answer.problem)) {
      const associations = await api.associations(open);
      if (associations.ok && areaId() === open) replaceAssociations(() => associations.value);
    }
    return answer.problem;
  };

  return {
    need: null,
    loadNeed,
    countNeed: async (village, counts) => {
      const answer = await api.countNeed(areaId(), village, counts);
      if (!answer.ok) return answer.problem;
      await loadNeed();
      return null;
    },
    shareNeed: async (reader, until) => {
      const answer = await api.shareNeed(areaId(), reader, until);
      if (!answer.ok) return answer.problem;
      await loadNeed();
      return null;
    },
    stateCapacity: (id, capacity) => state(id, (of) => api.stateCapacity({ ...of, capacity })),
    statePhone: (id, phone) => state(id, (of) => api.statePhone({ ...of, phone })),
  };
}
