import type { Decision, Wording } from '@nitaq/core';
import { type FormEvent, useEffect, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { LongEntry } from '../proposals/text-entry.tsx';
import { useAppStore, useMay } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';

interface DecisionWordingProps {
  readonly decision: Decision;
  /** Whether the minutes are still open. */
  readonly isOpen: boolean;
}

/** Saying a decision in other words while its minutes are open, and what it said before. */
export function DecisionWording({ decision, isOpen }: DecisionWordingProps) {
  const { t, number } = useWords();
  const mayReword = useMay('decision.take') && isOpen;
  const [shown, setShown] = useState<'form' | 'earlier' | null>(null);
  const toggle = (what: 'form' | 'earlier') => setShown(shown === what ? null : what);
  const of = { number: number(decision.number) };
  if (!mayReword && decision.version === 1) return null;
  return (
    <>
      <div className="bar-actions no-print">
        {mayReword && (
          <Button
            className="button"
            data-look="small"
            aria-expanded={shown === 'form'}
            aria-label={t('decisions.reword.of', of)}
            onPress={() => toggle('form')}
          >
            {t('decisions.reword')}
          </Button>
        )}
        {decision.version > 1 && (
          <Button
            className="button"
            data-look="small"
            aria-expanded={shown === 'earlier'}
            aria-label={t('decisions.wordings.of', of)}
            onPress={() => toggle('earlier')}
          >
            {t('decisions.wordings')}
          </Button>
        )}
      </div>
      {mayReword && shown === 'form' && <RewordForm decision={decision} onDone={() => setShown(null)} />}
      {shown === 'earlier' && <Wordings key={decision.version} decision={decision} />}
    </>
  );
}

function RewordForm({ decision, onDone }: { decision: Decision; onDone: () => void }) {
  const { t } = useWords();
  const store = useAppStore();
  const [text, setText] = useState(decision.text);
  // As it was when it was opened: what another said meanwhile is not replaced before it was seen.
  const [seen, setSeen] = useState<Decision | null>(decision);
  if (seen === null) setSeen(decision);
  const [isBusy, doing] = useBusy();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing(() => store.getState().rewordDecision(seen ?? decision, text.trim())).then((isTaken) => {
      if (isTaken) onDone();
      else if (isTaken === false) setSeen(null);
    });
  };
  return (
    <Form className="people-form" aria-label={t('decisions.reword')} onSubmit={submit}>
      <LongEntry label={t('decisions.text')} value={text} onChange={setText} />
      <div className="bar-actions">
        <Button type="submit" className="button" data-look="primary" data-busy={isBusy}>
          {t('decisions.reword.save')}
        </Button>
      </div>
    </Form>
  );
}

/** What it said before, the latest first. */
function Wordings({ decision }: { decision: Decision }) {
  const { t, day, time } = useWords();
  const wordings = useWordings(decision);
  if (wordings === 'loading') return <p className="quiet">{t('state.loading')}</p>;
  if (wordings === null) return <p role="status">{t('state.failed')}</p>;
  return (
    <ol className="history-list">
      {wordings
        .filter(({ version }) => version < decision.version)
        .toReversed()
        .map(({ version, text, by, at }) => (
          <li key={version} className="history-entry">
            <p className="minute-text">
              <bdi>{text}</bdi>
            </p>
            <p className="quiet">
              {by && <bdi>{by.name}</bdi>}
              {by && at && ' · '}
              {at && `${day(at)} · ${time(at)}`}
            </p>
          </li>
        ))}
    </ol>
  );
}

/** Asked for as they are opened; null: that failed. */
function useWordings(decision: Decision): readonly Wording[] | 'loading' | null {
  const store = useAppStore();
  const [wordings, setWordings] = useState<readonly Wording[] | 'loading' | null>('loading');
  useEffect(() => {
    let isLate = false;
    void store
      .getState()
      .wordingsOf(decision)
      .then((answer) => isLate || setWordings(answer));
    return () => {
      isLate = true;
    };
  }, [store, decision]);
  return wordings;
}
