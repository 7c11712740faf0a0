import type { AgendaItem, Meeting } from '@nitaq/core';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { ProblemText } from '../problem-text.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { AddItemForm } from './add-item-form.tsx';
import { meetingTitle, whenSentence } from './meeting-words.ts';
import { useChosenSubjects } from './use-subject-choices.ts';

/** An item about what is chosen, for a meeting; or that it has one already. */
export function AgendaQuestion({ meeting }: { meeting: Meeting }) {
  const words = useWords();
  const { t, name } = words;
  const store = useAppStore();
  const problem = useApp((state) => state.meetingProblem);
  const [chosen] = useChosenSubjects();
  // As it was when it was asked: what comes in later does not take from anybody what they write.
  const [about] = useState(chosen?.about);
  const [found, setFound] = useState<AgendaItem | null | 'searched'>(about ? 'searched' : null);
  const [isAdded, setAdded] = useState(false);
  const [isAnother, setAnother] = useState(false);
  // Before, a problem is that of something else.
  const [isSent, setSent] = useState(false);
  const { id } = meeting;
  useEffect(() => {
    if (!about) return;
    let isLate = false;
    const search = store.getState().findOnAgenda(id, about);
    void search.then((item) => isLate || setFound(item));
    return () => {
      isLate = true;
    };
  }, [store, id, about]);
  if (found === 'searched') return <p className="quiet">{t('state.loading')}</p>;
  const isThere = found !== null && !isAnother;
  return (
    <>
      <p className="quiet">{`${meetingTitle(meeting, words)} · ${whenSentence(meeting, words)}`}</p>
      {isAdded && <p role="status">{t('agenda.put.done')}</p>}
      {!isAdded && isThere && <p role="status">{t('agenda.put.there', { title: name(found.title) })}</p>}
      {isSent && problem && <ProblemText problem={problem} />}
      {isAdded || isThere ? (
        <div className="bar-actions">
          <Button
            className="button"
            data-look="small"
            onPress={() => void store.getState().showMeetings({ kind: 'meeting', id })}
          >
            {t('agenda.put.open')}
          </Button>
          {!isAdded && (
            <Button className="button" data-look="small" onPress={() => setAnother(true)}>
              {t('agenda.put.another')}
            </Button>
          )}
        </div>
      ) : (
        <AddItemForm
          isAboutChosen
          onAdd={(item) => {
            setSent(true);
            return store.getState().putOnAgenda(id, item);
          }}
          onDone={() => setAdded(true)}
        />
      )}
    </>
  );
}
