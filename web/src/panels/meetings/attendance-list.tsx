import { type Attendee, type Colleague, type MeetingRoom, PRESENCES } from '@nitaq/core';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useColleagues } from '../proposals/use-colleagues.ts';
import { Section } from '../section.tsx';
import { useApp, useAppStore, useArea, useMay } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { GuestList } from './guest-list.tsx';
import { belongsTo } from './meeting-words.ts';

type Person = Pick<Colleague, 'id' | 'name' | 'association'>;

/** Who is there: noted down by the council, or each for themselves. */
export function AttendanceList({ room }: { room: MeetingRoom }) {
  const { meeting, attendance } = room;
  const { t } = useWords();
  const store = useAppStore();
  const mayRun = useMay('meeting.run');
  const colleagues = useColleagues();
  useEffect(() => void store.getState().loadPeople(), [store]);
  const isOpen = meeting.state === 'running' || meeting.state === 'held';
  const noted = attendance.map(
    ({ person, name, association }): Person => ({ id: person, name, association }),
  );
  const others = isOpen ? colleagues.filter(({ id }) => !noted.some((one) => one.id === id)) : [];
  const presentCount = attendance.filter(({ presence }) => presence === 'present').length;
  return (
    <Section title={t('attendance.title')} count={presentCount}>
      <p className="quiet">{t('attendance.count', { count: presentCount })}</p>
      {isOpen && <SelfButton attendance={attendance} />}
      <ul className="people-list">
        {[...noted, ...others].map((person) => (
          <AttendeeRow
            key={person.id}
            person={person}
            noted={attendance.find((one) => one.person === person.id) ?? null}
            isChangeable={isOpen && mayRun}
          />
        ))}
      </ul>
      <GuestList room={room} />
    </Section>
  );
}

/** On one's own phone: that one is there. */
function SelfButton({ attendance }: { attendance: readonly Attendee[] }) {
  const { t } = useWords();
  const store = useAppStore();
  const mayAttend = useMay('meeting.attend');
  const own = useApp((state) => state.session?.person?.id);
  const [isBusy, doing] = useBusy();
  const isThere = attendance.some(({ person, presence }) => person === own && presence === 'present');
  if (!mayAttend || own === undefined || isThere) return null;
  return (
    <Button
      className="button"
      data-look="primary"
      data-busy={isBusy}
      onPress={() => void doing(() => store.getState().noteAttendance(own, 'present'))}
    >
      {t('attendance.self')}
    </Button>
  );
}

interface AttendeeRowProps {
  readonly person: Person;
  readonly noted: Attendee | null;
  readonly isChangeable: boolean;
}

function AttendeeRow({ person, noted, isChangeable }: AttendeeRowProps) {
  const words = useWords();
  const { t } = words;
  const store = useAppStore();
  const area = useArea();
  return (
    <li className="person-row">
      <span>
        <bdi>{person.name}</bdi>
        <span className="quiet block">{belongsTo(person, area, words)}</span>
      </span>
      {isChangeable ? (
        <select
          aria-label={t('attendance.of', { name: person.name })}
          value={noted?.presence ?? ''}
          onChange={({ target }) => {
            const presence = PRESENCES.find((one) => one === target.value);
            if (presence) void store.getState().noteAttendance(person.id, presence);
          }}
        >
          {noted === null && <option value="">{t('attendance.unnoted')}</option>}
          {PRESENCES.map((one) => (
            <option key={one} value={one}>
              {t(`attendance.${one}`)}
            </option>
          ))}
        </select>
      ) : (
        <span>{t(noted === null ? 'attendance.unnoted' : `attendance.${noted.presence}`)}</span>
      )}
    </li>
  );
}
