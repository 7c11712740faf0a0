import { type AgendaItem, isRecorded, type MeetingRoom } from '@nitaq/core';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { projectedItem } from '../../state/meeting-room-slice.ts';
import { Icon } from '../icons.tsx';
import { KnownCounts } from '../need/known-counts.tsx';
import { useApp, useAppStore, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { DecisionForm } from './decision-form.tsx';
import { DecisionCard } from './decision-list.tsx';
import { reasonWords } from './meeting-words.ts';
import { MinuteEntry } from './minute-entry.tsx';

interface ItemOfNowProps {
  readonly room: MeetingRoom;
  readonly item: AgendaItem | null;
}

/** The item that is talked about: what it is, what is written down, what was decided, and the way to the next. */
export function ItemOfNow({ room, item }: ItemOfNowProps) {
  const words = useWords();
  const { t, name, number } = words;
  const { agenda, decisions, meeting } = room;
  const at = agenda.findIndex(({ id }) => id === item?.id);
  const top = useRef<HTMLParagraphElement>(null);
  const id = item?.id;
  // Whoever follows sees what is talked about, wherever they had read to; nobody is taken away from what they write.
  useEffect(() => {
    const isWriting = document.activeElement?.closest('textarea, input, select');
    if (id !== undefined && !isWriting) top.current?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  return (
    <section className="item-of-now" aria-labelledby="item-of-now">
      {meeting.state === 'running' && <Following room={room} />}
      {item === null ? (
        <p id="item-of-now" className="quiet">
          {t('room.none')}
        </p>
      ) : (
        <>
          <p className="quiet item-place" aria-live="polite" ref={top}>
            {t('room.item', { number: number(at + 1), count: number(agenda.length) })} ·{' '}
            {reasonWords(item, words)}
          </p>
          <h3 className="item-title" id="item-of-now">
            <bdi>{name(item.title)}</bdi>
          </h3>
          {item.note !== null && item.note !== '' && (
            <p className="item-note">
              <bdi>{item.note}</bdi>
            </p>
          )}
          {item.need && <KnownCounts counts={item.need} />}
          <SubjectButton item={item} />
        </>
      )}
      <TurnButtons room={room} at={at} />
      {item && <MinuteEntry key={item.id} item={item} meeting={meeting} />}
      {item &&
        decisions
          .filter((decision) => decision.item === item.id)
          .map((decision) => (
            <DecisionCard key={decision.number} decision={decision} isOpen={isRecorded(meeting.state)} />
          ))}
      {item && <Deciding key={`decide ${item.id}`} room={room} item={item} />}
    </section>
  );
}

/** Whether this screen is where the projector is. */
function Following({ room }: { room: MeetingRoom }) {
  const { t } = useWords();
  const store = useAppStore();
  const chosen = useApp((state) => state.chosenItem);
  const mayRun = useMay('meeting.run');
  const isApart = chosen !== null && chosen !== projectedItem(room);
  if (mayRun && !isApart) return null;
  return (
    <p className="following" data-apart={isApart} role="status">
      <Icon name={isApart ? 'unlinked' : 'link'} />
      {t(isApart ? 'room.apart' : 'room.follow')}
      {isApart && (
        <Button className="button" data-look="small" onPress={() => void store.getState().goToItem(null)}>
          {t('room.follow.again')}
        </Button>
      )}
    </p>
  );
}

function SubjectButton({ item }: { item: AgendaItem }) {
  const { t, name } = useWords();
  const store = useAppStore();
  const isProjecting = useApp((state) => state.isProjecting);
  if (item.about.kind === 'note' || isProjecting) return null;
  return (
    <Button
      className="button"
      data-look="small"
      aria-label={t('agenda.open.of', { title: name(item.title) })}
      onPress={() => void store.getState().openSubject(item.id)}
    >
      <Icon name="pin" />
      {t('agenda.open')}
    </Button>
  );
}

function TurnButtons({ room: { agenda, meeting }, at }: { room: MeetingRoom; at: number }) {
  const { t } = useWords();
  const store = useAppStore();
  const mayRun = useMay('meeting.run');
  const isDriving = mayRun && meeting.state === 'running';
  const turn = (by: 1 | -1) => {
    const next = agenda[at + by];
    if (next) void store.getState().goToItem(next.id);
  };
  return (
    <div className="bar-actions turn-buttons">
      <Button className="button" isDisabled={at <= 0} onPress={() => turn(-1)}>
        {t('room.previous')}
      </Button>
      <Button
        className="button"
        data-look={isDriving ? 'primary' : undefined}
        isDisabled={at + 1 >= agenda.length}
        onPress={() => turn(1)}
      >
        {t('room.next')}
      </Button>
      {isDriving && <span className="quiet">{t('room.keys')}</span>}
    </div>
  );
}

function Deciding({ room, item }: ItemOfNowProps) {
  const { t } = useWords();
  const mayDecide = useMay('decision.take');
  const [isOpen, setOpen] = useState(false);
  const { state } = room.meeting;
  if (!mayDecide || item === null || !isRecorded(state)) return null;
  return (
    <>
      <Button className="button" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {t('decisions.take')}
      </Button>
      {isOpen && <DecisionForm item={item} onDone={() => setOpen(false)} />}
    </>
  );
}
