import type { Meeting } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { meetingTitle, whenSentence } from './meeting-words.ts';

/** A meeting in a list, and the way into it. */
export function MeetingRow({ meeting }: { meeting: Meeting }) {
  const words = useWords();
  const store = useAppStore();
  const { id, state } = meeting;
  return (
    <Button
      className="row-button meeting-row"
      onPress={() => void store.getState().showMeetings({ kind: 'meeting', id })}
    >
      <span className="row-text">
        <bdi className="row-title">{meetingTitle(meeting, words)}</bdi>
        <span className="quiet">{whenSentence(meeting, words)}</span>
      </span>
      <span className="chip" data-state={state === 'running' ? 'in-force' : state}>
        {words.t(`meetings.state.${state}`)}
      </span>
    </Button>
  );
}
