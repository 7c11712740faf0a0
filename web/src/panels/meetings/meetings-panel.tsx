import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { MeetingsPlace } from '../../state/meetings.ts';
import { Icon } from '../icons.tsx';
import { ProblemText } from '../problem-text.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { ActionPage } from './action-page.tsx';
import { ActionsPage } from './actions-page.tsx';
import { MeetingList } from './meeting-list.tsx';
import { MeetingPage } from './meeting-page.tsx';
import { MinutesPage } from './minutes-page.tsx';

/** The pages of meetings, in the place of the lists. */
export function MeetingsPanel({ place }: { place: MeetingsPlace }) {
  const problem = useApp((state) => state.meetingProblem);
  const isProjecting = useApp((state) => state.isProjecting);
  const article = useRef<HTMLElement>(null);
  const { kind } = place;
  const id = 'id' in place ? place.id : null;
  // Whoever goes to another page begins at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, though nothing here reads which
  useEffect(() => {
    article.current?.scrollIntoView({ block: 'start' });
    article.current?.focus({ preventScroll: true });
  }, [kind, id]);
  return (
    <article className="meetings people-sections" tabIndex={-1} ref={article}>
      {!isProjecting && <BackButton place={place} />}
      {problem && <ProblemText problem={problem} />}
      {pageOf(place)}
    </article>
  );
}

function pageOf(place: MeetingsPlace) {
  switch (place.kind) {
    case 'list':
      return <MeetingList />;
    case 'meeting':
      return <MeetingPage />;
    case 'minutes':
      return <MinutesPage id={place.id} />;
    case 'actions':
      return <ActionsPage whose={place.whose} />;
    case 'action':
      return <ActionPage />;
  }
}

function BackButton({ place }: { place: MeetingsPlace }) {
  const { t } = useWords();
  const store = useAppStore();
  const { to, said } = wayBack(place);
  return (
    <Button className="button" data-look="quiet" onPress={() => void store.getState().showMeetings(to)}>
      <Icon name="undo" />
      {t(said)}
    </Button>
  );
}

function wayBack(place: MeetingsPlace) {
  switch (place.kind) {
    case 'list':
    case 'actions':
      return { to: null, said: 'meetings.back' } as const;
    case 'meeting':
      return { to: { kind: 'list' }, said: 'meetings.back.list' } as const;
    case 'minutes':
      return { to: { kind: 'meeting', id: place.id }, said: 'meetings.back.meeting' } as const;
    case 'action':
      return { to: { kind: 'actions', whose: 'mine' }, said: 'actions.back' } as const;
  }
}

/** The way back to a meeting, from what one of its items is about. */
export function BackToMeeting() {
  const { t } = useWords();
  const store = useAppStore();
  return (
    <Button
      className="button back-to-meeting"
      data-look="primary"
      onPress={() => store.getState().leaveMeetingAside(false)}
    >
      <Icon name="undo" />
      {t('meetings.back.meeting')}
    </Button>
  );
}
