import { isRecorded, type MeetingRoom } from '@nitaq/core';
import { useEffect } from 'react';
import { projectedItem } from '../../state/meeting-room-slice.ts';
import { ProblemText } from '../problem-text.tsx';
import { useApp, useAppStore, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { AgendaList } from './agenda-list.tsx';
import { ApprovalList } from './approval-list.tsx';
import { AttendanceList } from './attendance-list.tsx';
import { DecisionList } from './decision-list.tsx';
import { ItemOfNow } from './item-of-now.tsx';
import { MeetingHead } from './meeting-head.tsx';
import { ProgressView } from './progress-view.tsx';
import { ReportLink } from './report-link.tsx';

/** A meeting: before it its agenda, while it is held the room, afterwards its minutes. */
export function MeetingPage() {
  const { t } = useWords();
  const room = useApp((state) => state.room);
  if (room === null || room.status === 'loading') return <p className="quiet">{t('state.loading')}</p>;
  if (room.status === 'failed') return <ProblemText problem={room.problem} />;
  return <OpenMeeting room={room.value} />;
}

function OpenMeeting({ room }: { room: MeetingRoom }) {
  const isProjecting = useApp((state) => state.isProjecting);
  const chosen = useApp((state) => state.chosenItem);
  const progress = useApp((state) => state.progress);
  const shown = chosen ?? projectedItem(room);
  const { meeting, agenda, decisions } = room;
  const isHeld = meeting.state !== 'planned' && meeting.state !== 'cancelled';
  useTurningKeys(room);
  return (
    <>
      <MeetingHead meeting={meeting} />
      {room.report && !isProjecting && <ReportLink report={room.report} />}
      {isHeld && <ItemOfNow room={room} item={agenda.find(({ id }) => id === shown) ?? null} />}
      {meeting.state === 'held' && <ApprovalList room={room} />}
      {!isHeld && <AgendaList room={room} shown={shown} />}
      {progress && <ProgressView progress={progress} />}
      {isHeld && !isProjecting && <AgendaList room={room} shown={shown} />}
      {isHeld && !isProjecting && (
        <DecisionList decisions={decisions} agenda={agenda} isOpen={isRecorded(meeting.state)} />
      )}
      {isHeld && !isProjecting && <AttendanceList room={room} />}
      {meeting.state === 'approved' && <ApprovalList room={room} />}
    </>
  );
}

/** Page Down and Page Up, which are also what a presenter in the hand sends: the next item, and the one before. */
function useTurningKeys({ meeting, agenda }: MeetingRoom): void {
  const store = useAppStore();
  const mayRun = useMay('meeting.run');
  const isOn = mayRun && meeting.state === 'running';
  useEffect(() => {
    if (!isOn) return;
    const turn = (event: KeyboardEvent) => {
      const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
      const isWriting = event.target instanceof Element && event.target.closest('textarea, input, select');
      if (by === 0 || isWriting) return;
      event.preventDefault();
      const { room, chosenItem } = store.getState();
      const shown = chosenItem ?? (room?.status === 'ready' ? projectedItem(room.value) : null);
      const next = agenda[agenda.findIndex(({ id }) => id === shown) + by];
      if (next) void store.getState().goToItem(next.id);
    };
    window.addEventListener('keydown', turn);
    return () => window.removeEventListener('keydown', turn);
  }, [store, isOn, agenda]);
}
