import type { MeetingState } from '../model/meeting.ts';

/** What can happen to a meeting. */
export type MeetingAct = 'move' | 'cancel' | 'open' | 'close' | 'resume' | 'approve';

/** The state that follows when something happens; null where it cannot happen. */
export function meetingAfter(state: MeetingState, act: MeetingAct): MeetingState | null {
  switch (state) {
    case 'planned':
      return afterPlanned(act);
    case 'running':
      return act === 'close' ? 'held' : null;
    case 'held':
      if (act === 'resume') return 'running';
      return act === 'approve' ? 'approved' : null;
    case 'approved':
    case 'cancelled':
      return null;
  }
}

function afterPlanned(act: MeetingAct): MeetingState | null {
  switch (act) {
    case 'move':
      return 'planned';
    case 'cancel':
      return 'cancelled';
    case 'open':
      return 'running';
    case 'close':
    case 'resume':
    case 'approve':
      return null;
  }
}

/** Whether minutes may be written and decisions taken in a state. */
export function isRecorded(state: MeetingState): boolean {
  return state === 'running' || state === 'held';
}
