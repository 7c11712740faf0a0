import type {
  ActionDetail,
  ActionEdit,
  ActionItem,
  AgendaItemId,
  Attendee,
  Decision,
  Guest,
  GuestId,
  Meeting,
  MeetingEdit,
  MeetingPosition,
  MeetingRoom,
  MeetingSeries,
  MeetingStep,
  Minute,
  Minutes,
  NewAction,
  NewAgendaItem,
  NewDecision,
  NewGuest,
  NewMeeting,
  NewSeries,
  Progress,
  SeriesEdit,
  SeriesEnd,
  Wording,
} from '@nitaq/core';
import type { Answer } from './problem.ts';

/** A meeting of an area. */
export interface MeetingIn {
  readonly area: string;
  readonly meeting: string;
}

/** An item of an agenda. */
export interface ItemIn extends MeetingIn {
  readonly item: AgendaItemId;
}

/** A meeting as one version of it. */
export interface MeetingAt extends MeetingIn {
  readonly version: number;
}

/** An action as one version of it. */
export interface ActionAt {
  readonly area: string;
  readonly action: string;
  readonly version: number;
}

/** What the web app asks of the service about meetings, and about the actions that come of them. */
export interface MeetingsApi {
  meetings(area: string): Promise<Answer<Meeting[]>>;
  meetingSeries(area: string): Promise<Answer<MeetingSeries[]>>;
  /** Repeated with the same key it plans nothing more. */
  beginSeries(area: string, series: NewSeries, key: string): Promise<Answer<MeetingSeries>>;
  changeSeries(area: string, series: MeetingSeries, edit: SeriesEdit): Promise<Answer<MeetingSeries>>;
  endSeries(area: string, series: MeetingSeries, end: SeriesEnd): Promise<Answer<MeetingSeries>>;
  planMeeting(area: string, meeting: NewMeeting, key: string): Promise<Answer<Meeting>>;
  moveMeeting(at: MeetingAt, edit: MeetingEdit): Promise<Answer<Meeting>>;
  stepMeeting(at: MeetingAt, step: MeetingStep): Promise<Answer<Meeting>>;
  convene(at: MeetingAt): Promise<Answer<Meeting>>;
  makeCalendarAddress(area: string): Promise<Answer<{ readonly address: string }>>;
  meetingRoom(meeting: MeetingIn): Promise<Answer<MeetingRoom>>;
  minutes(meeting: MeetingIn): Promise<Answer<Minutes>>;
  progress(meeting: MeetingIn): Promise<Answer<Progress>>;
  addToAgenda(meeting: MeetingIn, item: NewAgendaItem, key: string): Promise<Answer<unknown>>;
  /** What is not named comes after. */
  orderAgenda(meeting: MeetingIn, items: readonly AgendaItemId[]): Promise<Answer<unknown>>;
  takeOffAgenda(item: ItemIn): Promise<Answer<unknown>>;
  minute(item: ItemIn): Promise<Answer<Minute>>;
  /** On the version that was read; 412 where somebody else wrote meanwhile. */
  writeMinute(item: ItemIn, text: string, version: number): Promise<Answer<Minute>>;
  noteAttendance(
    meeting: MeetingIn,
    person: string,
    presence: Attendee['presence'],
  ): Promise<Answer<unknown>>;
  addGuest(meeting: MeetingIn, guest: NewGuest, key: string): Promise<Answer<Guest>>;
  removeGuest(meeting: MeetingIn, guest: GuestId): Promise<Answer<unknown>>;
  showItem(meeting: MeetingIn, position: MeetingPosition): Promise<Answer<unknown>>;
  decide(meeting: MeetingIn, decision: NewDecision, key: string): Promise<Answer<Decision>>;
  /** On the version that was read; 412 where somebody else said it otherwise meanwhile. */
  rewordDecision(area: string, decision: Decision, text: string): Promise<Answer<Decision>>;
  /** All that it has said, the first wording first. */
  wordings(area: string, decision: number): Promise<Answer<Wording[]>>;
  approveMinutes(meeting: MeetingIn, contentHash: string): Promise<Answer<Meeting>>;
  actions(area: string, mine: boolean): Promise<Answer<ActionItem[]>>;
  action(area: string, action: string): Promise<Answer<ActionDetail>>;
  openAction(area: string, action: NewAction, key: string): Promise<Answer<ActionItem>>;
  changeAction(at: ActionAt, edit: ActionEdit): Promise<Answer<ActionItem>>;
  commentOnAction(of: Omit<ActionAt, 'version'>, text: string, key: string): Promise<Answer<ActionItem>>;
}
