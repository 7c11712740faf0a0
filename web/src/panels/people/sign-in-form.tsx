import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { PeopleProblem } from './people-problem.tsx';

/** Signing in: with a password, a passkey, or a link by e-mail. */
export function SignInForm() {
  const { t } = useWords();
  const store = useAppStore();
  const canSendMail = useApp((state) => state.session?.mail ?? false);
  const canUsePasskeys = useApp((state) => state.canUsePasskeys);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isSent, setSent] = useState(false);
  const [isBusy, doing] = useBusy();
  const { signIn, signInByPasskey, sendSignInLink } = store.getState();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing(() => signIn(email, password));
  };
  return (
    <Form className="people-form" onSubmit={submit}>
      <p className="quiet">{t('people.signIn.who')}</p>
      <TextEntry
        label={t('people.email')}
        type="email"
        autoComplete="username webauthn"
        value={email}
        onChange={setEmail}
        autoFocus
      />
      <TextEntry
        label={t('people.password')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <PeopleProblem />
      {isSent && <p role="status">{t('people.link.sent')}</p>}
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('people.signIn')}
        </Button>
        {canUsePasskeys && (
          <Button className="button" data-busy={isBusy} onPress={() => void doing(() => signInByPasskey())}>
            {t('people.passkey.use')}
          </Button>
        )}
        {canSendMail && (
          <Button
            className="button"
            data-busy={isBusy}
            isDisabled={email === ''}
            onPress={() => void doing(() => sendSignInLink(email)).then((sent) => setSent(sent === true))}
          >
            {t('people.link.send')}
          </Button>
        )}
      </div>
    </Form>
  );
}

/** The code of the authenticator app, after the password or to prove oneself again. */
export function CodeForm() {
  const { t } = useWords();
  const store = useAppStore();
  const [code, setCode] = useState('');
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing(() => store.getState().signInWithCode(code));
  };
  return (
    <Form className="people-form" onSubmit={submit}>
      <CodeEntry code={code} onChange={setCode} />
      <PeopleProblem />
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('people.code.confirm')}
        </Button>
      </div>
    </Form>
  );
}

const ARABIC_ZERO = '٠'.charCodeAt(0);

/** Six digits; typed in either script they are the same code. */
export function CodeEntry({ code, onChange }: { code: string; onChange: (code: string) => void }) {
  const { t } = useWords();
  return (
    <TextEntry
      label={t('people.code.label')}
      autoComplete="one-time-code"
      inputMode="numeric"
      maxLength={6}
      minLength={6}
      value={code}
      onChange={(text) =>
        onChange(text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO)))
      }
      autoFocus
    />
  );
}
