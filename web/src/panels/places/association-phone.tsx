import type { Association } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { Problem } from '../../state/app-state.ts';
import { parsePhone } from '../../state/phone-number.ts';
import { ProblemText } from '../problem-text.tsx';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useAppStore, useMay } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** The telephone of an association, to call; for its own people to state. */
export function AssociationPhone({ association }: { association: Association }) {
  const { t } = useWords();
  const mayState = useMay('phone.state', association.id);
  const { id, phone, version } = association;
  return (
    <>
      {phone !== null && (
        <p>
          <a href={`tel:${phone}`}>{t('phone.call', { phone })}</a>
        </p>
      )}
      {phone === null && mayState && <p className="quiet">{t('phone.none')}</p>}
      {mayState && <PhoneForm key={`${id} ${version}`} association={association} />}
    </>
  );
}

function PhoneForm({ association: { id, phone } }: { association: Association }) {
  const { t } = useWords();
  const store = useAppStore();
  const [text, setText] = useState(phone ?? '');
  const [problem, setProblem] = useState<'wrong' | Problem | null>(null);
  const [isBusy, doing] = useBusy();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const stated = text.trim() === '' ? null : parsePhone(text);
    if (stated === null && text.trim() !== '') return setProblem('wrong');
    void doing(async () => setProblem(await store.getState().statePhone(id, stated)));
  };
  return (
    <details className="correction">
      <summary>{t('phone.edit')}</summary>
      <Form className="need-form" aria-label={t('phone.edit')} onSubmit={save}>
        <TextEntry
          label={t('phone.label')}
          hint={t('phone.hint')}
          autoComplete="off"
          inputMode="tel"
          isRequired={false}
          value={text}
          onChange={setText}
        />
        {problem === 'wrong' && (
          <p className="problem" role="alert">
            {t('phone.wrong')}
          </p>
        )}
        {problem !== null && typeof problem === 'object' && <ProblemText problem={problem} />}
        <div className="bar-actions">
          <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
            {t('need.form.save')}
          </Button>
        </div>
      </Form>
    </details>
  );
}
