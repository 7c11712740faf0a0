import type { Initiative } from '@nitaq/core';
import { useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { LongEntry } from '../proposals/text-entry.tsx';
import { useAppStore, useArea, useOwnRole } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** Approving exactly this content for one's association, or objecting with a reason; nothing for those who take no part. */
export function InitiativeAnswer({ initiative }: { initiative: Initiative }) {
  const { t, name } = useWords();
  const store = useAppStore();
  const area = useArea();
  const own = useOwnRole();
  const [reason, setReason] = useState('');
  const [lacksReason, setLacksReason] = useState(false);
  const [isBusy, doing] = useBusy();
  const association = area?.associations.find(({ id }) => id === own?.association);
  const standing = initiative.standings.find((one) => one.association === association?.id)?.standing;
  const isAsked = initiative.state === 'proposed' || initiative.state === 'agreed';
  if (own?.role !== 'coordinator' || !association || standing === undefined || !isAsked) return null;
  const { contentHash } = initiative;
  const { answerInitiative } = store.getState();
  const given = reason.trim();
  const sign = () =>
    void doing(() =>
      answerInitiative(association.id, {
        answer: 'signed',
        contentHash,
        ...(given === '' ? {} : { reason: given }),
      }),
    ).then((isTaken) => isTaken && setReason(''));
  const object = () => {
    setLacksReason(given === '');
    if (given === '') return;
    void doing(() =>
      answerInitiative(association.id, { answer: 'objected', contentHash, reason: given }),
    ).then((isTaken) => isTaken && setReason(''));
  };
  return (
    <section>
      <h3 className="small-title">
        {t('initiatives.answer.title', { association: name(association.name) })}
      </h3>
      <p className="quiet">{t('initiatives.answer.what')}</p>
      <Form className="people-form">
        <LongEntry
          label={t('initiatives.answer.reason')}
          value={reason}
          onChange={setReason}
          isRequired={false}
        />
        {lacksReason && (
          <p className="problem" role="alert">
            {t('answer.object.needs')}
          </p>
        )}
        <div className="bar-actions">
          {standing !== 'signed' && (
            <Button className="button" data-look="primary" data-busy={isBusy} onPress={sign}>
              {t('initiatives.answer.sign')}
            </Button>
          )}
          <Button className="button" data-busy={isBusy} onPress={object}>
            {t('initiatives.answer.object')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
