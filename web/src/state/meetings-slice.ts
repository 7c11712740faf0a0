import type { Meeting, MeetingSeries } from '@nitaq/core';
import type { Answer } from '../api/problem.ts';
import { loaded, type SliceContext } from './app-state.ts';
import type { MeetingsOfArea, MeetingsPlace, MeetingsSlice } from './meetings.ts';
import { may } from './people-slice.ts';
import { isSameSubject } from './same-subject.ts';

/** When the open area meets, and where in the pages of meetings somebody is. */
export function meetingsSlice({ get, set, api }: SliceContext): MeetingsSlice {
  let latest = 0;

  const areaId = () => {
    const { area } = get();
    return area.status === 'ready' ? area.value.area.id : null;
  };

  const loadMeetings = async () => {
    const mine = ++latest;
    const area = areaId();
    if (area === null || !may(get(), 'meetings.read')) return leave();
    const [meetings, series] = await Promise.all([api.meetings(area), api.meetingSeries(area)]);
    if (mine !== latest) return;
    const answer = bothOf(meetings, series);
    // What is known stays on the screen when only the newest cannot be had.
    if (answer.ok || get().meetings?.status !== 'ready') set({ meetings: loaded(answer) });
  };

  const leave = () => {
    get().closeRoom();
    set({ meetings: null, meetingsPlace: null, actions: null, ownActions: null, shownAction: null });
  };

  /** Shows why something was refused, and what is so now; resolves to whether it was taken. */
  const act = async (ask: (area: string) => Promise<Answer<unknown>>): Promise<boolean> => {
    const area = areaId();
    if (area === null) return false;
    set({ meetingProblem: null });
    const answer = await ask(area);
    if (!answer.ok) set({ meetingProblem: answer.problem });
    await Promise.all([loadMeetings(), get().reloadRoom()]);
    return answer.ok;
  };

  const enter = async (place: MeetingsPlace) => {
    switch (place.kind) {
      case 'list':
        return loadMeetings();
      case 'meeting':
        return get().loadRoom(place.id);
      case 'minutes':
        return get().loadMinutesDocument(place.id);
      case 'actions':
        return get().loadActions();
      case 'action':
        return get().loadAction(place.id);
    }
  };

  return {
    meetingsPlace: null,
    isBesideMeeting: false,
    meetings: null,
    meetingProblem: null,
    calendarAddress: null,
    linkedMeeting: null,
    loadMeetings,
    showMeetings: async (place) => {
      set({ meetingsPlace: place, meetingProblem: null, isBesideMeeting: false, calendarAddress: null });
      const { room } = get();
      const isOpen =
        place?.kind === 'meeting' && room?.status === 'ready' && room.value.meeting.id === place.id;
      if (!isOpen) get().closeRoom();
      if (place) return enter(place);
      // The way back leads to the lists, not to what one of its items was about.
      if (get().shownInitiative) await get().showInitiative(null);
      if (get().shownProposal) await get().showProposal(null);
    },
    openLinkedMeeting: async (link) => {
      const isAllowed = may(get(), 'meetings.read');
      set({ linkedMeeting: isAllowed ? null : link });
      if (!isAllowed) return;
      await get().showMeetings({ kind: 'meeting', id: link.id });
      if (link.projects) get().setProjecting(true);
    },
    leaveMeetingAside: (isBesideMeeting) => set({ isBesideMeeting }),
    beginSeries: (series) => act((area) => api.beginSeries(area, series, crypto.randomUUID())),
    changeSeries: (series, edit) => act((area) => api.changeSeries(area, series, edit)),
    endSeries: (series, end) => act((area) => api.endSeries(area, series, end)),
    planMeeting: (meeting) => act((area) => api.planMeeting(area, meeting, crypto.randomUUID())),
    moveMeeting: ({ id: meeting, version }, edit) =>
      act((area) => api.moveMeeting({ area, meeting, version }, edit)),
    stepMeeting: ({ id: meeting, version }, step) =>
      act((area) => api.stepMeeting({ area, meeting, version }, step)),
    convene: ({ id: meeting, version }) => act((area) => api.convene({ area, meeting, version })),
    makeCalendarAddress: () =>
      act(async (area) => {
        const answer = await api.makeCalendarAddress(area);
        if (answer.ok) set({ calendarAddress: answer.value.address });
        return answer;
      }),
    putOnAgenda: (meeting, item) =>
      act((area) => api.addToAgenda({ area, meeting }, item, crypto.randomUUID())),
    findOnAgenda: async (meeting, about) => {
      const area = areaId();
      const room = area === null ? null : await api.meetingRoom({ area, meeting });
      if (!room?.ok) return null;
      return room.value.agenda.find((item) => isSameSubject(item.about, about)) ?? null;
    },
    hearOfMeeting: async (told) => {
      const isOfList = told.change === 'planned' || told.change === 'changed' || told.change === 'approval';
      await Promise.all([get().hearInRoom(told), isOfList ? loadMeetings() : null]);
      if (isOfList) await get().loadNotices();
    },
  };
}

function bothOf(meetings: Answer<Meeting[]>, series: Answer<MeetingSeries[]>): Answer<MeetingsOfArea> {
  if (!meetings.ok) return meetings;
  if (!series.ok) return series;
  return { ok: true, value: { meetings: meetings.value, series: series.value } };
}
