import { hasEnded, type Initiative, partiesOf } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { LongEntry } from '../proposals/text-entry.tsx';
import { useAppStore, useOwnRole } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** Stopping an initiative, for its lead and the council; leaving it, for a partner. With the reason. */
export function InitiativeEnding({ initiative }: { initiative: Initiative }) {
  const { t } = useWords();
  const store = useAppStore();
  const own = useOwnRole();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [isBusy, doing] = useBusy();
  const { state, content } = initiative;
  const association = own?.role === 'coordinator' ? own.association : null;
  const isPartner =
    association !== null && association !== content.lead && partiesOf(content).includes(association);
  // The council of the area that keeps it.
  const mayStop = (own?.role === 'council' && own.area === initiative.area) || association === content.lead;
  if (hasEnded(state) || (!mayStop && !isPartner)) return null;
  const kind = isPartner ? 'leave' : 'stop';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const said = reason.trim();
    const { leaveInitiative, stopInitiative } = store.getState();
    void doing(() =>
      isPartner && association !== null ? leaveInitiative(association, said) : stopInitiative(said),
    );
  };
  if (!isOpen) {
    return (
      <Button className="button" onPress={() => setOpen(true)}>
        {t(`initiatives.do.${kind}`)}
      </Button>
    );
  }
  return (
    <Form className="people-form" aria-label={t(`initiatives.do.${kind}`)} onSubmit={submit}>
      <p className="quiet">{t(`initiatives.${kind}.what`)}</p>
      <LongEntry label={t('initiatives.end.reason')} value={reason} onChange={setReason} />
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t(`initiatives.do.${kind}`)}
        </Button>
        <Button className="button" onPress={() => setOpen(false)}>
          {t('initiatives.cancel')}
        </Button>
      </div>
    </Form>
  );
}
