import type { Meeting } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useApp, useAppStore, useArea, useMay } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { CancelForm, MoveForm } from './meeting-changes.tsx';
import { meetingTitle, whenSentence } from './meeting-words.ts';

/** What meeting it is, when and where, and what its convenor can do with it. */
export function MeetingHead({ meeting }: { meeting: Meeting }) {
  const words = useWords();
  const { t } = words;
  const area = useArea();
  const isProjecting = useApp((state) => state.isProjecting);
  const { state } = meeting;
  return (
    <header className="meeting-head">
      {isProjecting && area && <h1 className="visually-hidden">{words.name(area.area.name)}</h1>}
      <h2>
        <bdi>{meetingTitle(meeting, words)}</bdi>{' '}
        <span className="chip" data-state={state === 'running' ? 'in-force' : state}>
          {t(`meetings.state.${state}`)}
        </span>
      </h2>
      {state !== 'running' && <Particulars meeting={meeting} />}
      {state === 'running' && isProjecting && <ProjectButton />}
      {!isProjecting && <Acts key={`${meeting.id} ${meeting.version}`} meeting={meeting} />}
    </header>
  );
}

/** When and where it is, which those who are there know. */
function Particulars({ meeting }: { meeting: Meeting }) {
  const words = useWords();
  const { t, day } = words;
  const { place, movedFrom, convenedAt, durationMinutes } = meeting;
  return (
    <>
      <p>
        {whenSentence(meeting, words)} · {t('meetings.minutes', { count: durationMinutes })}
      </p>
      {place !== '' && <p className="quiet">{t('meetings.place', { place })}</p>}
      {movedFrom !== null && <p className="quiet">{t('meetings.moved', { date: day(movedFrom) })}</p>}
      {convenedAt !== null && <p className="quiet">{t('meetings.convened', { date: day(convenedAt) })}</p>}
      {isApart(meeting) && <p className="quiet">{t('meetings.apart')}</p>}
      {meeting.state === 'cancelled' && (
        <p className="note">{t('meetings.cancelled.why', { reason: meeting.reason })}</p>
      )}
    </>
  );
}

/** Whether it was changed by itself, and its series goes on without it. */
function isApart({ series, state, follows, convenedAt }: Meeting): boolean {
  return series !== null && state === 'planned' && !follows && convenedAt === null;
}

function ProjectButton() {
  const { t } = useWords();
  const store = useAppStore();
  const isProjecting = useApp((state) => state.isProjecting);
  return (
    <Button className="button project-button" onPress={() => store.getState().setProjecting(!isProjecting)}>
      <Icon name={isProjecting ? 'close' : 'whole'} />
      {t(isProjecting ? 'room.project.end' : 'room.project')}
    </Button>
  );
}

function Acts({ meeting }: { meeting: Meeting }) {
  const { t } = useWords();
  const store = useAppStore();
  const mayConvene = useMay('meeting.convene');
  const mayRun = useMay('meeting.run');
  const { id, state } = meeting;
  const isOver = state === 'held' || state === 'approved';
  return (
    <>
      <div className="bar-actions">
        {state === 'running' && <ProjectButton />}
        {mayRun && <StepButton meeting={meeting} />}
        {mayConvene && state === 'planned' && <ConveneButton meeting={meeting} />}
        {isOver && (
          <Button
            className="button"
            onPress={() => void store.getState().showMeetings({ kind: 'minutes', id })}
          >
            {t('minutes.print')}
          </Button>
        )}
      </div>
      {mayConvene && state === 'planned' && <Changes meeting={meeting} />}
    </>
  );
}

/** Opening it, closing it, opening it again. */
function StepButton({ meeting }: { meeting: Meeting }) {
  const { t } = useWords();
  const store = useAppStore();
  const [isSure, setSure] = useState(false);
  const [isBusy, doing] = useBusy();
  const step = (act: 'open' | 'close' | 'resume') =>
    void doing(async () => {
      await store.getState().saveMinutes();
      return store.getState().stepMeeting(meeting, { act });
    });
  switch (meeting.state) {
    case 'planned':
      return (
        <Button className="button" data-look="primary" data-busy={isBusy} onPress={() => step('open')}>
          {t('meetings.begin')}
        </Button>
      );
    case 'running':
      return (
        <Button
          className="button"
          data-busy={isBusy}
          onPress={() => (isSure ? step('close') : setSure(true))}
        >
          {t(isSure ? 'meetings.close.sure' : 'meetings.close')}
        </Button>
      );
    case 'held':
      return (
        <Button className="button" data-busy={isBusy} onPress={() => step('resume')}>
          {t('meetings.resume')}
        </Button>
      );
    case 'approved':
    case 'cancelled':
      return null;
  }
}

function ConveneButton({ meeting }: { meeting: Meeting }) {
  const { t } = useWords();
  const store = useAppStore();
  const [isBusy, doing] = useBusy();
  return (
    <Button
      className="button"
      data-busy={isBusy}
      onPress={() => void doing(() => store.getState().convene(meeting))}
    >
      <Icon name="bell" />
      {t(meeting.convenedAt === null ? 'meetings.convene' : 'meetings.convene.again')}
    </Button>
  );
}

function Changes({ meeting }: { meeting: Meeting }) {
  const { t } = useWords();
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null);
  return (
    <>
      <div className="bar-actions">
        {(['move', 'cancel'] as const).map((kind) => (
          <Button
            key={kind}
            className="button"
            data-look="small"
            aria-expanded={open === kind}
            onPress={() => setOpen(open === kind ? null : kind)}
          >
            {t(`meetings.${kind}`)}
          </Button>
        ))}
      </div>
      {open === 'move' && <MoveForm meeting={meeting} />}
      {open === 'cancel' && <CancelForm meeting={meeting} />}
    </>
  );
}
