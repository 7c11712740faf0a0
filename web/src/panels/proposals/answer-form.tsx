import type { Proposal } from '@nitaq/core';
import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { useAppStore, useArea, useOwnRole } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { LongEntry } from './text-entry.tsx';

/** Signing for one's association, or objecting with a reason; nothing for those who are not affected. */
export function AnswerForm({ proposal }: { proposal: Proposal }) {
  const { t, name, day } = useWords();
  const store = useAppStore();
  const area = useArea();
  const [reason, setReason] = useState('');
  const [lacksReason, setLacksReason] = useState(false);
  const [isBusy, doing] = useBusy();
  const own = useOwnRole();
  const association = area?.associations.find(({ id }) => id === own?.association);
  const standing = proposal.standings.find((one) => one.association === association?.id)?.standing;
  const isOpen = proposal.state === 'open' || proposal.state === 'objected' || proposal.state === 'agreed';
  if (own?.role !== 'coordinator' || !association || standing === undefined || !isOpen) return null;
  const { contentHash } = proposal.revision;
  const { answer } = store.getState();
  const done = (isTaken: boolean | undefined) => isTaken && setReason('');
  const given = reason.trim();
  const sign = () =>
    void doing(() =>
      answer(association.id, { answer: 'signed', contentHash, ...(given === '' ? {} : { reason: given }) }),
    ).then(done);
  const object = () => {
    setLacksReason(given === '');
    if (given === '') return;
    void doing(() => answer(association.id, { answer: 'objected', contentHash, reason: given })).then(done);
  };
  return (
    <section>
      <h3 className="small-title">{t('answer.title', { association: name(association.name) })}</h3>
      <p className="quiet">
        {t('answer.what', { date: day(new Date(Date.parse(proposal.deadline) - 1).toISOString()) })}
      </p>
      {standing !== 'silent' && <p>{t('answer.present', { standing: t(`standings.${standing}`) })}</p>}
      <Form className="people-form">
        <LongEntry label={t('answer.reason')} value={reason} onChange={setReason} isRequired={false} />
        {lacksReason && (
          <p className="problem" role="alert">
            {t('answer.object.needs')}
          </p>
        )}
        <div className="bar-actions">
          {standing !== 'signed' && (
            <Button className="button" data-look="primary" data-busy={isBusy} onPress={sign}>
              {t('answer.sign')}
            </Button>
          )}
          <Button className="button" data-busy={isBusy} onPress={object}>
            {t('answer.object')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
