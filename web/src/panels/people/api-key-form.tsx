import { API_KEY_ADDRESSES, type ApiKeyAddress } from '@nitaq/core';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import type { Problem } from '../../state/app-state.ts';
import { ProblemText } from '../problem-text.tsx';
import { TextEntry } from '../proposals/text-entry.tsx';
import { useAppStore, useArea } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

/** Making a key: what for, what it opens; then its secret, this once. */
export function ApiKeyForm() {
  const { t, name } = useWords();
  const store = useAppStore();
  const area = useArea();
  const [title, setTitle] = useState('');
  const [addresses, setAddresses] = useState<readonly ApiKeyAddress[]>(API_KEY_ADDRESSES);
  const [onlyHere, setOnlyHere] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [problem, setProblem] = useState<'nothing' | Problem | null>(null);
  const [isBusy, doing] = useBusy();
  const opener = useRef<HTMLElement>(null);
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (addresses.length === 0) return setProblem('nothing');
    void doing(async () => {
      const made = await store.getState().makeApiKey({ title: title.trim(), addresses, onlyHere });
      setProblem(made.ok ? null : made.problem);
      if (!made.ok) return;
      setSecret(made.value);
      setTitle('');
    });
  };
  const open = (one: ApiKeyAddress, isOpen: boolean) =>
    setAddresses(API_KEY_ADDRESSES.filter((each) => (each === one ? isOpen : addresses.includes(each))));
  const done = () => {
    setSecret(null);
    opener.current?.focus();
  };
  const form = (
    <Form className="people-form" aria-label={t('keys.add')} onSubmit={make}>
      <TextEntry
        label={t('keys.add.title')}
        autoComplete="off"
        maxLength={60}
        value={title}
        onChange={setTitle}
      />
      <fieldset className="key-choices">
        <legend>{t('keys.add.opens')}</legend>
        {API_KEY_ADDRESSES.map((one) => (
          <label key={one} className="key-choice">
            <input
              type="checkbox"
              checked={addresses.includes(one)}
              onChange={(event) => open(one, event.target.checked)}
            />
            {t(`keys.${one}`)}
          </label>
        ))}
      </fieldset>
      {area && (
        <label className="key-choice">
          <input type="checkbox" checked={onlyHere} onChange={(event) => setOnlyHere(event.target.checked)} />
          {t('keys.add.onlyHere', { area: name(area.area.name) })}
        </label>
      )}
      {problem === 'nothing' && (
        <p className="problem" role="alert">
          {t('keys.add.nothing')}
        </p>
      )}
      {problem !== null && typeof problem === 'object' && <ProblemText problem={problem} />}
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('keys.add')}
        </Button>
      </div>
    </Form>
  );
  return (
    <details className="correction">
      <summary ref={opener}>{t('keys.add')}</summary>
      {secret === null ? form : <MadeKey secret={secret} onDone={done} />}
    </details>
  );
}

/** Stands where the form was and has the keyboard: it is shown this once, and nobody may miss it. */
function MadeKey({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { t } = useWords();
  const [isCopied, setCopied] = useState(false);
  const shown = useRef<HTMLElement>(null);
  const title = useId();
  useEffect(() => shown.current?.focus(), []);
  const copy = () => void navigator.clipboard.writeText(secret).then(() => setCopied(true));
  return (
    <section ref={shown} tabIndex={-1} aria-labelledby={title} className="made-link made-key">
      <p id={title}>{t('keys.made')}</p>
      <code dir="ltr">{secret}</code>
      <p className="quiet">{t('keys.made.how', { header: 'Authorization: Bearer …' })}</p>
      <div className="bar-actions">
        <Button className="button" data-look="primary" onPress={copy}>
          {t(isCopied ? 'people.invite.copied' : 'keys.copy')}
        </Button>
        <Button className="button" onPress={onDone}>
          {t('keys.done')}
        </Button>
      </div>
    </section>
  );
}
