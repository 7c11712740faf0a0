import type { Answer } from '../api/problem.ts';
import type { ActionsSlice } from './actions.ts';
import { LOADING, loaded, type SliceContext } from './app-state.ts';
import { may } from './people-slice.ts';

/** Who does what until when, in the open area. */
export function actionsSlice({ get, set, api }: SliceContext): ActionsSlice {
  const areaId = () => {
    const { area } = get();
    return area.status === 'ready' ? area.value.area.id : null;
  };

  const loadActions = async () => {
    const area = areaId();
    if (area === null || !may(get(), 'actions.read')) return;
    const [all, own] = await Promise.all([api.actions(area, false), api.actions(area, true)]);
    if (areaId() !== area) return;
    if (all.ok || get().actions?.status !== 'ready') set({ actions: loaded(all) });
    if (own.ok) set({ ownActions: own.value });
  };

  const loadAction = async (id: string) => {
    const area = areaId();
    if (area === null) return;
    const { shownAction } = get();
    const isShown = shownAction?.status === 'ready' && shownAction.value.action.id === id;
    if (!isShown) set({ shownAction: LOADING });
    const answer = await api.action(area, id);
    const { meetingsPlace } = get();
    if (meetingsPlace?.kind === 'action' && meetingsPlace.id === id) set({ shownAction: loaded(answer) });
  };

  /** Shows why something was refused, and the action as it is now; resolves to whether it was taken. */
  const act = async (id: string | null, ask: (area: string) => Promise<Answer<unknown>>) => {
    const area = areaId();
    if (area === null) return false;
    set({ meetingProblem: null });
    const answer = await ask(area);
    if (!answer.ok) set({ meetingProblem: answer.problem });
    await Promise.all([loadActions(), id === null ? null : loadAction(id)]);
    return answer.ok;
  };

  return {
    actions: null,
    ownActions: null,
    shownAction: null,
    loadActions,
    loadAction,
    openAction: (action) => act(null, (area) => api.openAction(area, action, crypto.randomUUID())),
    changeAction: ({ id: action, version }, edit) =>
      act(action, (area) => api.changeAction({ area, action, version }, edit)),
    commentOnAction: ({ id }, text) =>
      act(id, (area) => api.commentOnAction({ area, action: id }, text, crypto.randomUUID())),
    hearOfAction: async (id) => {
      const { meetingsPlace } = get();
      const isOpen = meetingsPlace?.kind === 'action' && meetingsPlace.id === id;
      await Promise.all([loadActions(), isOpen ? loadAction(id) : null]);
    },
  };
}
