import type { Person } from '@nitaq/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { OwnPasskey } from '../../state/account.ts';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { NewAuthenticatorApp } from './new-authenticator-app.tsx';

interface SecondProofProps {
  readonly person: Person;
  readonly passkeys: readonly OwnPasskey[];
}

/** Passkeys and the authenticator app: what proves a person besides the password. */
export function SecondProof({ person, passkeys }: SecondProofProps) {
  const { t } = useWords();
  const isCouncil = person.memberships.some(({ role }) => role === 'council');
  return (
    <section>
      <h3 className="small-title">{t('people.proof.title')}</h3>
      {isCouncil && <p className="quiet">{t('people.proof.council')}</p>}
      <p>
        {t(person.secondFactor ? 'people.proof.have' : 'people.proof.none')}{' '}
        {person.secondFactor && t(person.provenTwice ? 'people.proof.proven' : 'people.proof.again')}
      </p>
      {person.secondFactor && !person.provenTwice && <ProveAgain />}
      <Passkeys passkeys={passkeys} />
      <AuthenticatorApp />
    </section>
  );
}

function ProveAgain() {
  const { t } = useWords();
  const { openPeopleDialog, signInByPasskey, canUsePasskeys } = useAppStore().getState();
  return (
    <div className="bar-actions">
      <Button className="button" onPress={() => openPeopleDialog({ kind: 'sign-in', step: 'code' })}>
        {t('people.code.label')}
      </Button>
      {canUsePasskeys && (
        <Button className="button" onPress={() => void signInByPasskey()}>
          {t('people.passkey.use')}
        </Button>
      )}
    </div>
  );
}

function Passkeys({ passkeys }: { passkeys: readonly OwnPasskey[] }) {
  const { t, day } = useWords();
  const store = useAppStore();
  const canUse = useApp((state) => state.canUsePasskeys);
  const [isBusy, doing] = useBusy();
  const { addPasskey, removePasskey } = store.getState();
  return (
    <>
      <h4 className="small-title">{t('people.passkeys')}</h4>
      {passkeys.length === 0 && <p className="quiet">{t('people.passkeys.none')}</p>}
      <ul className="people-list">
        {passkeys.map(({ id, name, createdAt }) => (
          <li key={id} className="person-row">
            <span>
              <bdi>{name ?? t('people.passkeys')}</bdi>
              {createdAt !== null && (
                <span className="quiet block">{t('people.passkeys.of', { date: day(createdAt) })}</span>
              )}
            </span>
            <Button className="button" data-look="small" onPress={() => void removePasskey(id)}>
              {t('people.passkeys.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {canUse ? (
        <Button
          className="button"
          data-busy={isBusy}
          onPress={() => void doing(() => addPasskey(t('people.passkeys')))}
        >
          {t('people.passkeys.add')}
        </Button>
      ) : (
        <p className="quiet">{t('people.passkeys.impossible')}</p>
      )}
    </>
  );
}

function AuthenticatorApp() {
  const { t } = useWords();
  const store = useAppStore();
  const waiting = useApp((state) => state.newSecondFactor);
  const [password, setPassword] = useState('');
  const [isBusy, doing] = useBusy();
  const heading = useRef<HTMLHeadingElement>(null);
  const wasWaiting = useRef(false);
  // The form that had the focus is gone once the code is confirmed: from the heading the keyboard goes on.
  useEffect(() => {
    if (wasWaiting.current && !waiting) heading.current?.focus();
    wasWaiting.current = waiting !== null;
  }, [waiting]);
  const start = async (event: FormEvent) => {
    event.preventDefault();
    await doing(() => store.getState().startSecondFactor(password));
    setPassword('');
  };
  return (
    <>
      <h4 className="small-title" ref={heading} tabIndex={-1}>
        {t('people.app')}
      </h4>
      {waiting ? (
        <NewAuthenticatorApp {...waiting} />
      ) : (
        <Form className="people-form" onSubmit={(event) => void start(event)}>
          <TextEntry
            label={t('people.password.present')}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
          <div className="bar-actions">
            <Button type="submit" className="button" data-busy={isBusy}>
              {t('people.app.start')}
            </Button>
          </div>
        </Form>
      )}
    </>
  );
}
