import type { Thread } from '@nitaq/core';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useAppStore, useMay } from '../use-app.ts';
import { useBusy } from '../use-busy.ts';
import { useWords } from '../words.tsx';
import { MentionEntry } from './mention-entry.tsx';
import { MentionText } from './mention-text.tsx';
import { NewThreadForm } from './new-thread-form.tsx';
import { usePinWords } from './pin-words.ts';
import { useSaying } from './use-saying.ts';

/** What is said about a proposal, and saying something. */
export function ThreadList({ threads }: { threads: readonly Thread[] }) {
  const { t } = useWords();
  const store = useAppStore();
  const mayDiscuss = useMay('proposal.discuss');
  useEffect(() => void store.getState().loadPeople(), [store]);
  return (
    <section>
      <h3 className="small-title">{t('threads.title')}</h3>
      {threads.length === 0 && <p className="quiet">{t('threads.none')}</p>}
      {threads.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} mayDiscuss={mayDiscuss} />
      ))}
      {mayDiscuss && <NewThreadForm />}
    </section>
  );
}

function ThreadCard({ thread, mayDiscuss }: { thread: Thread; mayDiscuss: boolean }) {
  const { t, day } = useWords();
  const store = useAppStore();
  const about = usePinWords(thread.pin);
  const saying = useSaying();
  const [isBusy, doing] = useBusy();
  const { addComment, resolveThread, select } = store.getState();
  const { pin } = thread;
  const show = () => {
    if (pin.kind === 'village') void select({ kind: 'village', id: pin.village });
    else if (pin.kind !== 'whole') void select({ kind: 'point', at: pin.position });
  };
  const reply = async () => {
    const said = saying.said();
    if (said.text !== '' && (await doing(() => addComment(thread, said)))) saying.clear();
  };
  return (
    <div className="thread" data-resolved={thread.resolved}>
      <p className="thread-about">
        {about} {thread.resolved && <span className="chip">{t('threads.resolved')}</span>}
      </p>
      <ul className="people-list">
        {thread.comments.map(({ id, text, mentions, by, at }) => (
          <li key={id}>
            <MentionText text={text} mentions={mentions} />
            <span className="quiet block">{t('threads.by', { name: by.name, date: day(at) })}</span>
          </li>
        ))}
      </ul>
      {mayDiscuss && !thread.resolved && (
        <MentionEntry label={t('threads.reply')} saying={saying} isRequired={false} />
      )}
      <div className="bar-actions">
        {mayDiscuss && !thread.resolved && (
          <Button className="button" data-look="small" data-busy={isBusy} onPress={() => void reply()}>
            {t('threads.reply')}
          </Button>
        )}
        {pin.kind !== 'whole' && (
          <Button className="button" data-look="small" onPress={show}>
            {t('threads.show')}
          </Button>
        )}
        {mayDiscuss && (
          <Button
            className="button"
            data-look="small"
            data-busy={isBusy}
            onPress={() => void doing(() => resolveThread(thread, !thread.resolved))}
          >
            {t(thread.resolved ? 'threads.reopen' : 'threads.resolve')}
          </Button>
        )}
      </div>
    </div>
  );
}
