import type {
  AgendaItem,
  AgendaItemId,
  AgendaSubject,
  Attendee,
  Decision,
  GuestId,
  Meeting,
  MeetingEdit,
  MeetingEvent,
  MeetingRoom,
  MeetingSeries,
  MeetingStep,
  Minutes,
  NewAgendaItem,
  NewDecision,
  NewGuest,
  NewMeeting,
  NewSeries,
  PersonId,
  Progress,
  SeriesEdit,
  SeriesEnd,
  Wording,
} from '@nitaq/core';
import type { Problem } from '../api/problem.ts';
import type { Loadable } from './loadable.ts';

/** Where in the pages of meetings somebody is. */
export type MeetingsPlace =
  | { readonly kind: 'list' }
  | { readonly kind: 'meeting'; readonly id: string }
  /** The minutes as they are printed. */
  | { readonly kind: 'minutes'; readonly id: string }
  | { readonly kind: 'actions'; readonly whose: 'mine' | 'all' }
  | { readonly kind: 'action'; readonly id: string };

/** The meetings of an area, the latest first. */
export interface MeetingsOfArea {
  readonly meetings: readonly Meeting[];
  readonly series: readonly MeetingSeries[];
}

/** The meeting of a link; `projects`: in large type, for all to see. */
export interface LinkedMeeting {
  readonly id: string;
  readonly projects: boolean;
}

export interface MeetingsSlice {
  /** Null: nothing of meetings is on the screen. */
  readonly meetingsPlace: MeetingsPlace | null;
  /** What the meeting is about was opened beside it; it is come back to. */
  readonly isBesideMeeting: boolean;
  /** Null: not for whoever is signed in, or not asked yet. */
  readonly meetings: Loadable<MeetingsOfArea> | null;
  /** Why the last act was refused. */
  readonly meetingProblem: Problem | null;
  /** The address of the calendar that was just made; it is told once. */
  readonly calendarAddress: string | null;
  /** The meeting of a link, until somebody signs in who may see it; null: none waits. */
  readonly linkedMeeting: LinkedMeeting | null;
  loadMeetings(): Promise<void>;
  showMeetings(place: MeetingsPlace | null): Promise<void>;
  openLinkedMeeting(link: LinkedMeeting): Promise<void>;
  leaveMeetingAside(isBeside: boolean): void;
  /** These are true when the service took them. */
  beginSeries(series: NewSeries): Promise<boolean>;
  changeSeries(series: MeetingSeries, edit: SeriesEdit): Promise<boolean>;
  endSeries(series: MeetingSeries, end: SeriesEnd): Promise<boolean>;
  planMeeting(meeting: NewMeeting): Promise<boolean>;
  moveMeeting(meeting: Meeting, edit: MeetingEdit): Promise<boolean>;
  stepMeeting(meeting: Meeting, step: MeetingStep): Promise<boolean>;
  convene(meeting: Meeting): Promise<boolean>;
  makeCalendarAddress(): Promise<boolean>;
  /** Puts something on the agenda of a meeting, whichever is open. */
  putOnAgenda(meeting: string, item: NewAgendaItem): Promise<boolean>;
  /** The item of a meeting that is about the same already; null: none is, or that cannot be told. */
  findOnAgenda(meeting: string, about: AgendaSubject): Promise<AgendaItem | null>;
  /** Others did something with a meeting. */
  hearOfMeeting(told: MeetingEvent): Promise<void>;
}

export interface MeetingRoomSlice {
  /** The meeting that is open, with all that belongs to it; null: none. */
  readonly room: Loadable<MeetingRoom> | null;
  /** What changed since the meeting before; null: not there yet. */
  readonly progress: Progress | null;
  /** The minutes of the open meeting as a document; null: not asked for. */
  readonly minutesDocument: Loadable<Minutes> | null;
  /** The item that was chosen on this screen; null: that of the projector. */
  readonly chosenItem: AgendaItemId | null;
  /** In large type, for all to see. */
  readonly isProjecting: boolean;
  loadRoom(id: string): Promise<void>;
  /** The open meeting as it is now; nothing where none is open. */
  reloadRoom(): Promise<void>;
  /** Others did something in a meeting; if it is the open one, that is shown. */
  hearInRoom(told: MeetingEvent): Promise<void>;
  loadMinutesDocument(id: string): Promise<void>;
  closeRoom(): void;
  setProjecting(isProjecting: boolean): void;
  /** Goes to an item; whoever runs a meeting takes all along who follow. Null: back to where the projector is. */
  goToItem(item: AgendaItemId | null): Promise<void>;
  /** Opens what an item is about. */
  openSubject(item: AgendaItemId): Promise<void>;
  addToAgenda(item: NewAgendaItem): Promise<boolean>;
  /** In this order; what is not named comes after. */
  orderAgenda(items: readonly AgendaItemId[]): Promise<boolean>;
  takeOffAgenda(item: AgendaItemId): Promise<boolean>;
  noteAttendance(person: PersonId, presence: Attendee['presence']): Promise<boolean>;
  noteGuest(guest: NewGuest): Promise<boolean>;
  takeOffGuest(guest: GuestId): Promise<boolean>;
  decide(decision: NewDecision): Promise<boolean>;
  /** Says a decision in other words. */
  rewordDecision(decision: Decision, text: string): Promise<boolean>;
  /** All that a decision has said, the first wording first; null: that cannot be told now. */
  wordingsOf(decision: Decision): Promise<readonly Wording[] | null>;
  approveMinutes(): Promise<boolean>;
}
