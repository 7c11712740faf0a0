import type { ActionItem, ActionOwner } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { dayAfter, today } from '../../state/day-in-area.ts';
import { DayEntry } from '../proposals/day-entry.tsx';
import { LongEntry } from '../proposals/text-entry.tsx';
import { useAppStore, useArea, useOwnRole } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { OwnerEntry } from './owner-entry.tsx';

const DAYS_TO_DO = 14;

interface ActionFormProps {
  /** The one that is changed; left out: a new one. */
  readonly action?: ActionItem;
  readonly onDone: () => void;
}

/** What is to be done, by whom, until when. */
export function ActionForm({ action, onDone }: ActionFormProps) {
  const { t } = useWords();
  const store = useAppStore();
  const now = today(useArea()?.area.timeZone ?? 'UTC');
  const own = useOwnRole();
  const [title, setTitle] = useState(action?.title ?? '');
  const [dueOn, setDueOn] = useState(action?.dueOn ?? dayAfter(now, DAYS_TO_DO));
  const [owner, setOwner] = useState<ActionOwner>({
    association: action ? action.owner.association : (own?.association ?? null),
    person: action?.owner.person ?? null,
  });
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { openAction, changeAction } = store.getState();
    const terms = { title: title.trim(), owner, dueOn };
    void doing(() => (action ? changeAction(action, terms) : openAction(terms))).then(
      (isTaken) => isTaken && onDone(),
    );
  };
  return (
    <Form className="people-form" aria-label={t(action ? 'actions.change' : 'actions.new')} onSubmit={submit}>
      <LongEntry label={t('decisions.text.action')} value={title} onChange={setTitle} />
      <OwnerEntry owner={owner} onChange={setOwner} />
      <DayEntry label={t('actions.dueOn')} value={dueOn} min={action ? '' : now} onChange={setDueOn} />
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t(action ? 'actions.change.save' : 'actions.new.save')}
        </Button>
      </div>
    </Form>
  );
}
