import { type Guest, isRecorded, type MeetingRoom } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useAppStore, useMay } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** Who is there without an account, noted down by the council. */
export function GuestList({ room: { meeting, guests } }: { room: MeetingRoom }) {
  const { t } = useWords();
  const mayNote = useMay('meeting.run') && isRecorded(meeting.state);
  const [isAdding, setAdding] = useState(false);
  if (guests.length === 0 && !mayNote) return null;
  return (
    <>
      {guests.length > 0 && (
        <>
          <h4 className="small-title">{t('guests.title')}</h4>
          <ul className="people-list">
            {guests.map((guest) => (
              <GuestRow key={guest.id} guest={guest} mayTakeOff={mayNote} />
            ))}
          </ul>
        </>
      )}
      {mayNote && (
        <div className="bar-actions">
          <Button
            className="button"
            data-look="small"
            aria-expanded={isAdding}
            onPress={() => setAdding(!isAdding)}
          >
            <Icon name="plus" />
            {t('guests.add')}
          </Button>
        </div>
      )}
      {mayNote && isAdding && <GuestForm onDone={() => setAdding(false)} />}
    </>
  );
}

function GuestRow({ guest: { id, name, from }, mayTakeOff }: { guest: Guest; mayTakeOff: boolean }) {
  const { t } = useWords();
  const store = useAppStore();
  const [isBusy, doing] = useBusy();
  return (
    <li className="person-row">
      <span>
        <bdi>{name}</bdi>
        {from !== null && (
          <span className="quiet block">
            <bdi>{from}</bdi>
          </span>
        )}
      </span>
      {mayTakeOff && (
        <Button
          className="icon-button"
          data-busy={isBusy}
          aria-label={t('guests.remove.of', { name })}
          onPress={() => void doing(() => store.getState().takeOffGuest(id))}
        >
          <Icon name="close" />
        </Button>
      )}
    </li>
  );
}

function GuestForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const store = useAppStore();
  const [name, setName] = useState('');
  const [from, setFrom] = useState('');
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const guest = { name: name.trim(), from: from.trim() === '' ? null : from.trim() };
    void doing(() => store.getState().noteGuest(guest)).then((isTaken) => isTaken && onDone());
  };
  return (
    <Form className="people-form" aria-label={t('guests.add')} onSubmit={submit}>
      <TextEntry
        label={t('guests.name')}
        hint={t('guests.name.hint')}
        value={name}
        onChange={setName}
        autoComplete="off"
        maxLength={120}
      />
      <TextEntry
        label={t('guests.from')}
        value={from}
        onChange={setFrom}
        autoComplete="off"
        isRequired={false}
        maxLength={200}
      />
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('guests.save')}
        </Button>
      </div>
    </Form>
  );
}
