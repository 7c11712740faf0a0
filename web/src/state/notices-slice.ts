import type { NoticeChoice } from '@nitaq/core';
import type { SliceContext } from './app-state.ts';
import type { NoticesSlice } from './notices.ts';

/** What the person who is signed in is told, in the app and outside. */
export function noticesSlice({ get, set, api }: SliceContext): NoticesSlice {
  const personNow = () => get().session?.person?.id ?? null;

  const loadNotices = async () => {
    const person = personNow();
    if (person === null) return set({ notices: null, noticeChoice: null });
    const answer = await api.notices(null);
    if (answer.ok && personNow() === person) set({ notices: answer.value });
  };

  const choose = async (choice: NoticeChoice) => {
    if ((await api.chooseNotices(choice)).ok) set({ noticeChoice: choice });
  };

  return {
    notices: null,
    noticeChoice: null,
    loadNotices,
    loadOlderNotices: async () => {
      const shown = get().notices;
      if (shown === null || shown.next === null) return;
      const answer = await api.notices(shown.next);
      if (!answer.ok || get().notices !== shown) return;
      set({ notices: { ...answer.value, items: [...shown.items, ...answer.value.items] } });
    },
    followNotice: async ({ id, area, proposal, meeting, action, initiative, read }) => {
      const { area: open } = get();
      if (!read && (await api.readNotices([id])).ok) void loadNotices();
      if (open.status !== 'ready' || open.value.area.id !== area) await get().openArea(area);
      if (meeting !== null) await get().showMeetings({ kind: 'meeting', id: meeting.id });
      else if (action !== null) await get().showMeetings({ kind: 'action', id: action.id });
      else if (initiative !== null) await get().showInitiative(initiative.id);
      else if (proposal !== null) await get().showProposal(proposal.id);
    },
    readAllNotices: async () => {
      if ((await api.readNotices('all')).ok) await loadNotices();
    },
    loadNoticeChoice: async () => {
      if (personNow() === null) return;
      const answer = await api.noticeChoice();
      if (!answer.ok) return;
      const { language } = get().preferences;
      set({ noticeChoice: answer.value });
      if (answer.value.language !== language) await choose({ ...answer.value, language });
    },
    watchVillage: async (village, email) => {
      const { area, preferences } = get();
      if (area.status !== 'ready') return { kind: 'unreachable' };
      const { language } = preferences;
      const answer = await api.watchVillage(area.value.area.id, { village, email, language });
      return answer.ok ? null : answer.problem;
    },
    chooseNoticeMail: (mail) => choose({ mail, language: get().preferences.language }),
  };
}
