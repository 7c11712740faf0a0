import type { AgendaSubject } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { ChoiceEntry } from '../choice-entry.tsx';
import { LongEntry, TextEntry } from '../proposals/text-entry.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** Putting something on the agenda: its words, and a place on the map if it has one. */
export function AddItemForm({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const store = useAppStore();
  const places = usePlaces();
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const [placeKey, setPlace] = useState('none');
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const about = places.find(({ key }) => key === placeKey)?.about ?? { kind: 'note' };
    const item = { about, title: title.trim(), note: note.trim() === '' ? null : note.trim() };
    void doing(() => store.getState().addToAgenda(item)).then((isTaken) => isTaken && onDone());
  };
  return (
    <Form className="people-form" aria-label={t('agenda.add')} onSubmit={submit}>
      <TextEntry
        label={t('agenda.add.title')}
        value={title}
        onChange={setTitle}
        autoComplete="off"
        maxLength={300}
      />
      <LongEntry label={t('agenda.add.note')} value={note} onChange={setNote} isRequired={false} />
      <ChoiceEntry
        label={t('agenda.add.place')}
        value={placeKey}
        choices={places.map(({ key, said }) => ({ value: key, text: said }))}
        onChange={setPlace}
      />
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('agenda.add.save')}
        </Button>
      </div>
    </Form>
  );
}

interface Place {
  readonly key: string;
  readonly said: string;
  readonly about: AgendaSubject;
}

/** Where an item can be: nowhere, at what is chosen on the map, or in its middle. */
function usePlaces(): Place[] {
  const { t, name } = useWords();
  const selection = useApp((state) => state.selection);
  const view = useApp((state) => state.view);
  const area = useApp((state) => state.area);
  const villages = area.status === 'ready' ? area.value.villages : [];
  const nowhere: Place = { key: 'none', said: t('agenda.add.place.none'), about: { kind: 'note' } };
  const village = selection.kind === 'village' ? villages.find(({ id }) => id === selection.id) : undefined;
  return [
    nowhere,
    ...(village
      ? [
          {
            key: 'village',
            said: t('agenda.add.place.chosen', { place: name(village.name) }),
            about: { kind: 'village', village: village.id } as const,
          },
        ]
      : []),
    ...(view
      ? [
          {
            key: 'middle',
            said: t('agenda.add.place.middle'),
            about: { kind: 'place', position: view.centre } as const,
          },
        ]
      : []),
  ];
}
