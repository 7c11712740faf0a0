import type { InvitationView } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { NewPasswordEntry, TextEntry } from '../proposals/text-entry.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { PeopleProblem } from './people-problem.tsx';
import { roleWords } from './role-words.ts';

/** Accepting an invitation: as who is signed in, or with a new account. */
export function InvitationForm({ view }: { view: InvitationView | null }) {
  const words = useWords();
  const { t } = words;
  const store = useAppStore();
  const area = useArea();
  const person = useApp((state) => state.session?.person ?? null);
  const [isBusy, doing] = useBusy();
  if (view === null) return <PeopleProblem />;
  const { acceptInvitation } = store.getState();
  const role = roleWords(view, area?.area.id === view.area ? area : null, words);
  return (
    <>
      <p>{t('people.invitation.to', { role })}</p>
      {person === null ? (
        <AccountForm email={view.email} />
      ) : (
        <div className="people-form">
          <p className="quiet">{t('people.invitation.as', { name: person.name })}</p>
          <PeopleProblem />
          <div className="bar-actions">
            <Button
              className="button"
              data-look="primary"
              data-busy={isBusy}
              onPress={() => void doing(() => acceptInvitation(null))}
            >
              {t('people.invitation.accept')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

function AccountForm({ email: invited }: { email: string | null }) {
  const { t } = useWords();
  const store = useAppStore();
  const [name, setName] = useState('');
  const [email, setEmail] = useState(invited ?? '');
  const [password, setPassword] = useState('');
  const [isBusy, doing] = useBusy();
  const { acceptInvitation, openPeopleDialog } = store.getState();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing(() => acceptInvitation({ name: name.trim(), email, password }));
  };
  return (
    <Form className="people-form" onSubmit={submit}>
      <p className="quiet">{t('people.invitation.new')}</p>
      <TextEntry
        label={t('people.name')}
        autoComplete="name"
        maxLength={60}
        value={name}
        onChange={setName}
        autoFocus
      />
      <TextEntry
        label={t('people.email')}
        type="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
      />
      <NewPasswordEntry label={t('people.password')} value={password} onChange={setPassword} />
      <PeopleProblem />
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('people.invitation.accept')}
        </Button>
        <Button
          className="button"
          data-look="quiet"
          onPress={() => openPeopleDialog({ kind: 'sign-in', step: 'password' })}
        >
          {t('people.invitation.have')}
        </Button>
      </div>
    </Form>
  );
}
