import type { AgendaItem, AgendaItemId, MeetingRoom } from '@nitaq/core';
import type { MeetingIn } from '../api/meetings-api.ts';
import type { Answer } from '../api/problem.ts';
import { showSubject } from './agenda-subject.ts';
import { LOADING, loaded, type SliceContext } from './app-state.ts';
import type { MeetingRoomSlice } from './meetings.ts';
import { may } from './people-slice.ts';

/** The meeting that is open: its agenda, who is there, what is decided, and where the projector is. */
export function meetingRoomSlice(context: SliceContext): MeetingRoomSlice {
  const { get, set, api } = context;
  let latest = 0;
  let isLoading = false;

  const meetingIn = (id: string): MeetingIn | null => {
    const { area } = get();
    return area.status === 'ready' ? { area: area.value.area.id, meeting: id } : null;
  };
  const open = (): MeetingRoom | null => {
    const { room } = get();
    return room?.status === 'ready' ? room.value : null;
  };
  const itemOf = (id: AgendaItemId | null): AgendaItem | null =>
    open()?.agenda.find((item) => item.id === id) ?? null;

  /** Takes the map to where the projector went, unless this screen is elsewhere of its own will. */
  const follow = async (before: MeetingRoom | null, now: MeetingRoom) => {
    const item = projectedItem(now);
    if (item === null || get().chosenItem !== null) return;
    if (before?.meeting.id === now.meeting.id && projectedItem(before) === item) return;
    const found = itemOf(item);
    if (found) await showSubject(context, found.about);
  };

  const loadRoom = async (id: string) => {
    const mine = ++latest;
    const at = meetingIn(id);
    if (at === null) return;
    const before = open();
    if (before?.meeting.id !== id) set({ room: LOADING, progress: null, chosenItem: null });
    isLoading = true;
    const room = await api.meetingRoom(at);
    if (mine !== latest) return;
    isLoading = false;
    if (!room.ok && before?.meeting.id === id) return;
    set({ room: loaded(room) });
    if (!room.ok) return;
    if (before?.meeting.id !== id) {
      get().takeUpMinutes();
      void loadProgress(at);
    }
    await follow(before, room.value);
  };

  const loadProgress = async (at: MeetingIn) => {
    const progress = await api.progress(at);
    if (progress.ok && open()?.meeting.id === at.meeting) set({ progress: progress.value });
  };

  /** Goes where the projector went, without asking for the whole meeting; what is being loaded may be older than that. */
  const moveTo = async (item: AgendaItemId | null) => {
    const before = open();
    if (before?.meeting.state !== 'running') return;
    if (isLoading) return loadRoom(before.meeting.id);
    const meeting = { ...before.meeting, position: { item, view: null } };
    set({ room: { status: 'ready', value: { ...before, meeting } } });
    await follow(before, { ...before, meeting });
  };

  /** Shows why something was refused, and the meeting as it is now; resolves to whether it was taken. */
  const act = async (ask: (at: MeetingIn) => Promise<Answer<unknown>>): Promise<boolean> => {
    const id = open()?.meeting.id;
    const at = id === undefined ? null : meetingIn(id);
    if (at === null) return false;
    set({ meetingProblem: null });
    const answer = await ask(at);
    if (!answer.ok) set({ meetingProblem: answer.problem });
    await loadRoom(at.meeting);
    return answer.ok;
  };

  return {
    room: null,
    progress: null,
    minutesDocument: null,
    chosenItem: null,
    isProjecting: false,
    loadRoom,
    reloadRoom: async () => {
      const id = open()?.meeting.id;
      const at = id === undefined ? null : meetingIn(id);
      if (at) await Promise.all([loadRoom(at.meeting), loadProgress(at)]);
    },
    hearInRoom: async ({ change, item, meeting }) => {
      if (open()?.meeting.id !== meeting) return;
      const at = meetingIn(meeting);
      if (change === 'position') return moveTo(item);
      if (change === 'minute' && item !== null && at && !isLoading) {
        const minute = await api.minute({ ...at, item });
        if (minute.ok) get().seeMinute(item, minute.value);
        return;
      }
      if (change === 'decision' || change === 'changed') return get().reloadRoom();
      await loadRoom(meeting);
    },
    loadMinutesDocument: async (id) => {
      const at = meetingIn(id);
      if (at === null) return;
      set({ minutesDocument: LOADING });
      set({ minutesDocument: loaded(await api.minutes(at)) });
    },
    closeRoom: () => {
      latest += 1;
      void get().saveMinutes();
      set({ room: null, progress: null, chosenItem: null, isProjecting: false, minutesDocument: null });
    },
    setProjecting: (isProjecting) => {
      set({ isProjecting });
      if (isProjecting) get().clearSelection();
    },
    goToItem: async (id) => {
      const room = open();
      if (room === null) return;
      const isDriving = id !== null && room.meeting.state === 'running' && may(get(), 'meeting.run');
      set({ chosenItem: isDriving ? null : id });
      const item = itemOf(id ?? projectedItem(room));
      if (!isDriving) return item ? showSubject(context, item.about) : undefined;
      const at = meetingIn(room.meeting.id);
      if (at === null) return;
      const [answer] = await Promise.all([api.showItem(at, { item: id, view: null }), moveTo(id)]);
      set({ meetingProblem: answer.ok ? null : answer.problem });
    },
    openSubject: async (id) => {
      const about = itemOf(id)?.about;
      if (about?.kind === 'action') return get().showMeetings({ kind: 'action', id: about.action });
      if (about?.kind === 'proposal') return get().showProposal(about.proposal);
      if (about?.kind === 'initiative') return get().showInitiative(about.initiative);
      if (about === undefined) return;
      get().leaveMeetingAside(true);
      await showSubject(context, about);
    },
    addToAgenda: (item) => act((at) => api.addToAgenda(at, item, crypto.randomUUID())),
    orderAgenda: (items) => act((at) => api.orderAgenda(at, items)),
    takeOffAgenda: (item) => act((at) => api.takeOffAgenda({ ...at, item })),
    noteAttendance: (person, presence) => act((at) => api.noteAttendance(at, person, presence)),
    noteGuest: (guest) => act((at) => api.addGuest(at, guest, crypto.randomUUID())),
    takeOffGuest: (guest) => act((at) => api.removeGuest(at, guest)),
    decide: async (decision) => {
      const isTaken = await act((at) => api.decide(at, decision, crypto.randomUUID()));
      const { loadActions, loadProposals, loadPlans, room } = get();
      const at = room?.status === 'ready' ? meetingIn(room.value.meeting.id) : null;
      if (isTaken)
        await Promise.all([
          loadActions(),
          loadProposals(),
          loadPlans(),
          at === null ? null : loadProgress(at),
        ]);
      return isTaken;
    },
    rewordDecision: (decision, text) => act(({ area }) => api.rewordDecision(area, decision, text)),
    wordingsOf: async ({ number, meeting }) => {
      const at = meetingIn(meeting);
      const answer = at && (await api.wordings(at.area, number));
      return answer?.ok ? answer.value : null;
    },
    approveMinutes: async () => {
      const hash = open()?.contentHash;
      if (!hash) return false;
      const isTaken = await act((at) => api.approveMinutes(at, hash));
      await get().loadMeetings();
      return isTaken;
    },
  };
}

/** The item that the projector shows; null: none, or the meeting is not running. */
export function projectedItem({ meeting }: MeetingRoom): AgendaItemId | null {
  return meeting.state === 'running' ? meeting.position.item : null;
}
