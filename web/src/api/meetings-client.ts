import type { MeetingSeries } from '@nitaq/core';
import { allPages, answerOf, type HttpClient } from './http.ts';
import type { ActionAt, MeetingAt, MeetingsApi } from './meetings-api.ts';

/** Meetings and actions of the service as the web app uses them. */
export function createMeetingsApi(http: HttpClient): MeetingsApi {
  return {
    ...createPlanning(http),
    ...createRoom(http),
    ...createActions(http),
  };
}

type Planning = Pick<
  MeetingsApi,
  | 'meetings'
  | 'meetingSeries'
  | 'beginSeries'
  | 'changeSeries'
  | 'endSeries'
  | 'planMeeting'
  | 'moveMeeting'
  | 'stepMeeting'
  | 'convene'
  | 'makeCalendarAddress'
>;

/** When an area meets. */
function createPlanning(http: HttpClient): Planning {
  return {
    meetings: (area) =>
      allPages(() => http.GET('/api/v1/areas/{area}/meetings', { params: { path: { area } } })),
    meetingSeries: (area) =>
      allPages(() => http.GET('/api/v1/areas/{area}/meeting-series', { params: { path: { area } } })),
    beginSeries: (area, body, key) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/meeting-series', {
          params: { path: { area }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    changeSeries: (area, series, body) =>
      answerOf(
        http.PATCH('/api/v1/areas/{area}/meeting-series/{series}', {
          params: seriesParams(area, series),
          body,
        }),
      ),
    endSeries: (area, series, body) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/meeting-series/{series}/end', {
          params: seriesParams(area, series),
          body,
        }),
      ),
    planMeeting: (area, body, key) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/meetings', {
          params: { path: { area }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    moveMeeting: (at, body) =>
      answerOf(http.PATCH('/api/v1/areas/{area}/meetings/{meeting}', { params: paramsOf(at), body })),
    stepMeeting: (at, body) =>
      answerOf(http.PUT('/api/v1/areas/{area}/meetings/{meeting}/state', { params: paramsOf(at), body })),
    convene: (at) =>
      answerOf(http.POST('/api/v1/areas/{area}/meetings/{meeting}/invitations', { params: paramsOf(at) })),
    makeCalendarAddress: (area) =>
      answerOf(http.POST('/api/v1/areas/{area}/calendar', { params: { path: { area } } })),
  };
}

type Room = Pick<
  MeetingsApi,
  | 'meetingRoom'
  | 'minutes'
  | 'progress'
  | 'addToAgenda'
  | 'orderAgenda'
  | 'takeOffAgenda'
  | 'minute'
  | 'writeMinute'
  | 'noteAttendance'
  | 'addGuest'
  | 'removeGuest'
  | 'showItem'
  | 'decide'
  | 'rewordDecision'
  | 'wordings'
  | 'approveMinutes'
>;

/** One meeting. */
function createRoom(http: HttpClient): Room {
  return {
    meetingRoom: (path) =>
      answerOf(http.GET('/api/v1/areas/{area}/meetings/{meeting}', { params: { path } })),
    minutes: (path) =>
      answerOf(http.GET('/api/v1/areas/{area}/meetings/{meeting}/minutes', { params: { path } })),
    progress: (path) =>
      answerOf(http.GET('/api/v1/areas/{area}/meetings/{meeting}/progress', { params: { path } })),
    addToAgenda: (path, body, key) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/meetings/{meeting}/agenda', {
          params: { path, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    orderAgenda: (path, items) =>
      answerOf(
        http.PUT('/api/v1/areas/{area}/meetings/{meeting}/agenda', {
          params: { path },
          body: { items: [...items] },
        }),
      ),
    takeOffAgenda: ({ area, meeting, item }) =>
      answerOf(
        http.DELETE('/api/v1/areas/{area}/meetings/{meeting}/agenda/{item}', {
          params: { path: { area, meeting, item } },
        }),
      ),
    minute: ({ area, meeting, item }) =>
      answerOf(
        http.GET('/api/v1/areas/{area}/meetings/{meeting}/agenda/{item}/minute', {
          params: { path: { area, meeting, item } },
        }),
      ),
    writeMinute: ({ area, meeting, item }, text, version) =>
      answerOf(
        http.PUT('/api/v1/areas/{area}/meetings/{meeting}/agenda/{item}/minute', {
          params: { path: { area, meeting, item }, header: { 'if-match': `"${version}"` } },
          body: { text },
        }),
      ),
    noteAttendance: ({ area, meeting }, person, presence) =>
      answerOf(
        http.PUT('/api/v1/areas/{area}/meetings/{meeting}/attendance/{person}', {
          params: { path: { area, meeting, person } },
          body: { presence },
        }),
      ),
    addGuest: (path, body, key) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/meetings/{meeting}/guests', {
          params: { path, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    removeGuest: ({ area, meeting }, guest) =>
      answerOf(
        http.DELETE('/api/v1/areas/{area}/meetings/{meeting}/guests/{guest}', {
          params: { path: { area, meeting, guest } },
        }),
      ),
    showItem: (path, body) =>
      answerOf(http.PUT('/api/v1/areas/{area}/meetings/{meeting}/position', { params: { path }, body })),
    decide: (path, body, key) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/meetings/{meeting}/decisions', {
          params: { path, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    rewordDecision: (area, { number, version }, text) =>
      answerOf(
        http.PATCH('/api/v1/areas/{area}/decisions/{number}', {
          params: { path: { area, number }, header: { 'if-match': `"${version}"` } },
          body: { text },
        }),
      ),
    wordings: (area, number) =>
      allPages(() =>
        http.GET('/api/v1/areas/{area}/decisions/{number}/wordings', { params: { path: { area, number } } }),
      ),
    approveMinutes: (path, contentHash) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/meetings/{meeting}/approvals', {
          params: { path },
          body: { contentHash },
        }),
      ),
  };
}

type Actions = Pick<MeetingsApi, 'actions' | 'action' | 'openAction' | 'changeAction' | 'commentOnAction'>;

/** Who does what until when. */
function createActions(http: HttpClient): Actions {
  return {
    actions: (area, mine) =>
      allPages((cursor) => {
        const query = { ...(mine ? { mine } : {}), ...(cursor === null ? {} : { cursor }) };
        return http.GET('/api/v1/areas/{area}/actions', { params: { path: { area }, query } });
      }),
    action: (area, action) =>
      answerOf(http.GET('/api/v1/areas/{area}/actions/{action}', { params: { path: { area, action } } })),
    openAction: (area, body, key) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/actions', {
          params: { path: { area }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    changeAction: (at, body) =>
      answerOf(http.PATCH('/api/v1/areas/{area}/actions/{action}', { params: actionParams(at), body })),
    commentOnAction: (path, text, key) =>
      answerOf(
        http.POST('/api/v1/areas/{area}/actions/{action}/comments', {
          params: { path, header: { 'idempotency-key': key } },
          body: { text },
        }),
      ),
  };
}

function seriesParams(area: string, { id, version }: MeetingSeries) {
  return { path: { area, series: id }, header: { 'if-match': `"${version}"` } };
}

function paramsOf({ area, meeting, version }: MeetingAt) {
  return { path: { area, meeting }, header: { 'if-match': `"${version}"` } };
}

function actionParams({ area, action, version }: ActionAt) {
  return { path: { area, action }, header: { 'if-match': `"${version}"` } };
}
