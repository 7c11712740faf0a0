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
  const about = chosen?.about;
  const [found, setFound] = useState<AgendaItem | null>(null);
  const [isAdded, setAdded] = useState(false);
  const { id } = meeting;
  useEffect(() => {
    let isLate = false;
    setFound(null);
    if (about) {
      const search = store.getState().findOnAgenda(id, about);
      void search.then((item) => isLate || setFound(item));
    }
    return () => {
      isLate = true;
    };
  }, [store, id, about]);
  const when = `${meetingTitle(meeting, words)} · ${whenSentence(meeting, words)}`;
  return (
    <>
      <p className="quiet">{when}</p>
      {isAdded && <p role="status">{t('agenda.put.done')}</p>}
      {!isAdded && found && <p role="status">{t('agenda.put.there', { title: name(found.title) })}</p>}
      {problem && <ProblemText problem={problem} />}
      {isAdded || found ? (
        <Button
          className="button"
          data-look="small"
          onPress={() => void store.getState().showMeetings({ kind: 'meeting', id })}
        >
          {t('agenda.put.open')}
        </Button>
      ) : (
        <AddItemForm
          isAboutChosen
          onAdd={(item) => store.getState().putOnAgenda(id, item)}
          onDone={() => setAdded(true)}
        />
      )}
    </>
  );
}
