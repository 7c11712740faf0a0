import type { VillageId } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { Problem } from '../../state/app-state.ts';
import { ProblemText } from '../problem-text.tsx';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** For whoever is not signed in too: an e-mail when the association of a village changes; nothing where the service sends none. */
export function WatchVillage({ id }: { id: VillageId }) {
  const { t } = useWords();
  const sendsMail = useApp((state) => state.session?.mail ?? false);
  if (!sendsMail) return null;
  return (
    <details className="correction">
      <summary>{t('watch.title')}</summary>
      <WatchForm key={id} id={id} />
    </details>
  );
}

function WatchForm({ id }: { id: VillageId }) {
  const { t } = useWords();
  const store = useAppStore();
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, doing] = useBusy();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const refused = await doing(() => store.getState().watchVillage(id, email.trim()));
    if (refused === undefined) return;
    setProblem(refused);
    setAsked(refused === null);
  };
  if (isAsked) return <p role="status">{t('watch.asked')}</p>;
  return (
    <Form className="people-form" onSubmit={(event) => void submit(event)}>
      <p className="quiet">{t('watch.what')}</p>
      <TextEntry
        label={t('people.email')}
        type="email"
        autoComplete="email"
        value={email}
        onChange={setEmail}
      />
      {problem && <ProblemText problem={problem} />}
      <div className="bar-actions">
        <Button type="submit" className="button" data-busy={isBusy}>
          {t('watch.send')}
        </Button>
      </div>
    </Form>
  );
}
