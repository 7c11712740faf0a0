import { type FormEvent, useEffect, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { MailChoice } from '../notices/mail-choice.tsx';
import { NewPasswordEntry, TextEntry } from '../proposals/text-entry.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { ApiKeys } from './api-keys.tsx';
import { OpenSessions } from './open-sessions.tsx';
import { PeopleProblem } from './people-problem.tsx';
import { SecondProof } from './second-proof.tsx';

/** One's own account: second proof, open sessions, password. */
export function AccountSettings() {
  const store = useAppStore();
  const person = useApp((state) => state.session?.person ?? null);
  const account = useApp((state) => state.account);
  useEffect(() => void store.getState().loadAccount(), [store]);
  if (person === null) return null;
  return (
    <div className="people-sections">
      <p className="quiet">
        <bdi>{person.name}</bdi> · <bdi dir="ltr">{person.email}</bdi>
      </p>
      <PeopleProblem />
      <SecondProof person={person} passkeys={account?.passkeys ?? []} />
      <MailChoice />
      <ApiKeys />
      <OpenSessions sessions={account?.sessions ?? []} />
      <PasswordForm />
    </div>
  );
}

function PasswordForm() {
  const { t } = useWords();
  const store = useAppStore();
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [isChanged, setChanged] = useState(false);
  const [isBusy, doing] = useBusy();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChanged(false);
    if (!(await doing(() => store.getState().changePassword(present, next)))) return;
    setChanged(true);
    setPresent('');
    setNext('');
  };
  return (
    <section>
      <h3 className="small-title">{t('people.password.change')}</h3>
      <Form className="people-form" onSubmit={(event) => void submit(event)}>
        <TextEntry
          label={t('people.password.present')}
          type="password"
          autoComplete="current-password"
          value={present}
          onChange={setPresent}
        />
        <NewPasswordEntry label={t('people.password.new')} value={next} onChange={setNext} />
        {isChanged && <p role="status">{t('people.password.changed')}</p>}
        <div className="bar-actions">
          <Button type="submit" className="button" data-busy={isBusy}>
            {t('people.password.change')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
