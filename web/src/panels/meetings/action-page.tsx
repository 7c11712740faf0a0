import type { ActionDetail, ActionEntry, ActionItem } from '@nitaq/core';
import { type FormEvent, useState } from 'react';
import { Button, Form } from 'react-aria-components';
import { ProblemText } from '../problem-text.tsx';
import { LongEntry } from '../proposals/text-entry.tsx';
import { useApp, useAppStore, useArea, useMay } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { ActionForm } from './action-form.tsx';
import { ActionTiming } from './action-row.tsx';
import { ownerWords } from './meeting-words.ts';

/** One action, with all that happened to it. */
export function ActionPage() {
  const { t } = useWords();
  const shown = useApp((state) => state.shownAction);
  if (shown === null || shown.status === 'loading') return <p className="quiet">{t('state.loading')}</p>;
  if (shown.status === 'failed') return <ProblemText problem={shown.problem} />;
  return <ShownAction detail={shown.value} />;
}

function ShownAction({ detail: { action, history } }: { detail: ActionDetail }) {
  const words = useWords();
  const { t, dayOf, number } = words;
  const area = useArea();
  return (
    <>
      <header className="meeting-head">
        <h2>
          <bdi>{action.title}</bdi> <ActionTiming action={action} />
        </h2>
        <p>{ownerWords(action.owner, area, words)}</p>
        <p>{t('actions.due', { date: dayOf(action.dueOn) })}</p>
        {action.decision !== null && (
          <p className="quiet">{t('actions.decision', { number: number(action.decision) })}</p>
        )}
        <StateButtons action={action} />
      </header>
      <section>
        <h3 className="small-title">{t('actions.history')}</h3>
        <ol className="history-list">
          {history.map((entry) => (
            <Entry key={entry.number} entry={entry} />
          ))}
        </ol>
        <CommentForm action={action} />
      </section>
    </>
  );
}

function Entry({ entry: { change, text, by, at } }: { entry: ActionEntry }) {
  const { t, day, time } = useWords();
  return (
    <li className="history-entry">
      <p>
        {t(`actions.entry.${change}`)}
        {by && ' · '}
        {by && <bdi>{by.name}</bdi>}
      </p>
      {text !== null && (
        <p className="minute-text">
          <bdi>{text}</bdi>
        </p>
      )}
      <p className="quiet">
        {day(at)} · {time(at)}
      </p>
    </li>
  );
}

function StateButtons({ action }: { action: ActionItem }) {
  const { t } = useWords();
  const store = useAppStore();
  const mayChange = useMay('action.change', action.owner.association);
  const [isChanging, setChanging] = useState(false);
  const [isBusy, doing] = useBusy();
  if (!mayChange) return null;
  const become = (state: ActionItem['state']) => () =>
    void doing(() => store.getState().changeAction(action, { state }));
  return (
    <>
      <div className="bar-actions">
        {action.state === 'open' ? (
          <>
            <Button className="button" data-look="primary" data-busy={isBusy} onPress={become('done')}>
              {t('actions.done')}
            </Button>
            <Button className="button" data-busy={isBusy} onPress={become('dropped')}>
              {t('actions.drop')}
            </Button>
            <Button className="button" aria-expanded={isChanging} onPress={() => setChanging(!isChanging)}>
              {t('actions.change')}
            </Button>
          </>
        ) : (
          <Button className="button" data-busy={isBusy} onPress={become('open')}>
            {t('actions.reopen')}
          </Button>
        )}
      </div>
      {isChanging && action.state === 'open' && (
        <ActionForm action={action} onDone={() => setChanging(false)} />
      )}
    </>
  );
}

function CommentForm({ action }: { action: ActionItem }) {
  const { t } = useWords();
  const store = useAppStore();
  const mayDiscuss = useMay('action.discuss');
  const [text, setText] = useState('');
  const [isBusy, doing] = useBusy();
  if (!mayDiscuss) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void doing(() => store.getState().commentOnAction(action, text.trim())).then(
      (isTaken) => isTaken && setText(''),
    );
  };
  return (
    <Form className="people-form" onSubmit={submit}>
      <LongEntry label={t('actions.comment')} value={text} onChange={setText} />
      <div className="bar-actions">
        <Button type="submit" className="button" data-busy={isBusy}>
          {t('actions.comment.save')}
        </Button>
      </div>
    </Form>
  );
}
