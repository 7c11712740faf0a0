import { lazy, Suspense, useState } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../icons.tsx';
import { useApp, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { nextMeeting } from './meeting-words.ts';

const AgendaQuestion = lazy(async () => ({
  default: (await import('./agenda-question.tsx')).AgendaQuestion,
}));

/** What is chosen on the map is put on the agenda of the next meeting, by those who may; nothing where none is planned. */
export function PutOnAgenda() {
  const { t } = useWords();
  const meetings = useApp((state) => state.meetings);
  const mayAdd = useMay('agenda.add');
  const isElsewhere = useApp((state) => state.editing !== null || state.day !== null || state.isProjecting);
  const [isOpen, setOpen] = useState(false);
  const meeting = meetings?.status === 'ready' ? nextMeeting(meetings.value.meetings) : undefined;
  if (!meeting || !mayAdd || isElsewhere) return null;
  return (
    <section className="put-on-agenda">
      <Button className="button" data-look="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        <Icon name="plus" />
        {t('agenda.put')}
      </Button>
      {isOpen && (
        <Suspense fallback={<p className="quiet">{t('state.loading')}</p>}>
          <AgendaQuestion meeting={meeting} />
        </Suspense>
      )}
    </section>
  );
}
