import type { AgendaSubject, NewAgendaItem } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { ChoiceEntry } from '../choice-entry.tsx';
import { LongEntry, TextEntry } from '../proposals/text-entry.tsx';
import { useApp } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { type SubjectChoice, useChosenSubjects, useListedSubjects } from './use-subject-choices.ts';

const LISTED = ['proposal', 'action', 'initiative'] as const;
type Listed = (typeof LISTED)[number];
const LONGEST_TITLE = 300;

interface AddItemFormProps {
  /** It is about what is chosen on the map, to begin with. */
  readonly isAboutChosen?: boolean;
  readonly onAdd: (item: NewAgendaItem) => Promise<boolean>;
  readonly onDone: () => void;
}

/** Putting something on the agenda: its words, and what it is about. */
export function AddItemForm({ isAboutChosen = false, onAdd, onDone }: AddItemFormProps) {
  const { t } = useWords();
  const chosen = useChosenSubjects();
  const listed = useListedSubjects();
  const view = useApp((state) => state.view);
  const [kind, setKind] = useState<string>((isAboutChosen && chosen[0]?.key) || 'none');
  const [which, setWhich] = useState('');
  // Until somebody writes a title, an item is called as what it is about.
  const [written, setWritten] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isBusy, doing] = useBusy();
  const list: readonly SubjectChoice[] = LISTED.some((one) => one === kind) ? listed[kind as Listed] : [];
  const subject = chosen.find(({ key }) => key === kind) ?? list.find(({ key }) => key === which) ?? list[0];
  const title = (written ?? subject?.title ?? '').slice(0, LONGEST_TITLE);
  const kinds = [
    { value: 'none', text: t('agenda.add.place.none') },
    ...chosen.map(({ key, said: place }) => ({
      value: key,
      text: t('agenda.add.place.chosen', { place }),
    })),
    ...(view ? [{ value: 'middle', text: t('agenda.add.place.middle') }] : []),
    ...LISTED.filter((one) => listed[one].length > 0).map((one) => ({
      value: one,
      text: t(`agenda.add.about.${one}`),
    })),
  ];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const middle: AgendaSubject | null =
      kind === 'middle' && view ? { kind: 'place', position: view.centre } : null;
    const about = subject?.about ?? middle ?? { kind: 'note' };
    const item = { about, title: title.trim(), note: note.trim() === '' ? null : note.trim() };
    void doing(() => onAdd(item)).then((isTaken) => isTaken && onDone());
  };
  return (
    <Form className="people-form" aria-label={t('agenda.add')} onSubmit={submit}>
      <ChoiceEntry
        label={t('agenda.add.place')}
        value={kinds.some(({ value }) => value === kind) ? kind : 'none'}
        choices={kinds}
        onChange={setKind}
      />
      {list.length > 0 && (
        <ChoiceEntry
          label={t('agenda.add.which')}
          value={subject?.key ?? ''}
          choices={list.map(({ key, said: text }) => ({ value: key, text }))}
          onChange={setWhich}
        />
      )}
      <TextEntry
        label={t('agenda.add.title')}
        value={title}
        onChange={setWritten}
        autoComplete="off"
        maxLength={LONGEST_TITLE}
      />
      <LongEntry label={t('agenda.add.note')} value={note} onChange={setNote} isRequired={false} />
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('agenda.add.save')}
        </Button>
      </div>
    </Form>
  );
}
