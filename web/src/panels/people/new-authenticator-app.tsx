import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { NewSecondFactor } from '../../state/account.ts';
import { QrCode } from '../qr-code.tsx';
import { useAppStore } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { CodeEntry } from './sign-in-form.tsx';

/** An authenticator app that is being set up: its QR code, its key, and the first code that confirms it. */
export function NewAuthenticatorApp({ uri, backupCodes }: NewSecondFactor) {
  const { t } = useWords();
  const store = useAppStore();
  const [code, setCode] = useState('');
  const [isBusy, doing] = useBusy();
  const confirm = (event: FormEvent) => {
    event.preventDefault();
    void doing(() => store.getState().confirmSecondFactor(code));
  };
  return (
    <Form className="people-form" onSubmit={confirm}>
      <p>{t('people.app.scan')}</p>
      <QrCode text={uri} label={t('people.app')} />
      <p>
        {t('people.app.key')}: <code dir="ltr">{new URL(uri).searchParams.get('secret')}</code>
      </p>
      <p className="quiet">{t('people.app.backup')}</p>
      <ul className="backup-codes" dir="ltr">
        {backupCodes.map((backup) => (
          <li key={backup}>
            <code>{backup}</code>
          </li>
        ))}
      </ul>
      <CodeEntry code={code} onChange={setCode} />
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('people.code.confirm')}
        </Button>
      </div>
    </Form>
  );
}
