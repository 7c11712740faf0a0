import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { formatSelection, type Selection } from '../../state/selection.ts';
import { FaceCard } from '../coverage/face-card.tsx';
import { PartCard } from '../coverage/part-card.tsx';
import { focusBehindCard, isFocusLostOrIn } from '../focus.ts';
import { Icon } from '../icons.tsx';
import { PutOnAgenda } from '../meetings/put-on-agenda.tsx';
import { AssociationCard } from '../places/association-card.tsx';
import { PointCard } from '../places/point-card.tsx';
import { ProblemPlace } from '../places/problem-place.tsx';
import { VillageCard } from '../places/village-card.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** What is chosen, and the answer to who covers it; nothing while nothing is chosen. */
export function AnswerCard() {
  const selection = useApp((state) => state.selection);
  const placing = useApp((state) => state.placing?.by === 'map');
  if (selection.kind === 'none' || placing) return null;
  return <OpenCard selection={selection} />;
}

function OpenCard({ selection }: { selection: Selection }) {
  const { t } = useWords();
  const store = useAppStore();
  const card = useRef<HTMLElement>(null);
  const close = () => {
    if (isFocusLostOrIn(card.current)) focusBehindCard();
    store.getState().clearSelection();
  };
  useEscape(close);
  return (
    <section className="answer-card" aria-label={t('answer.label')} tabIndex={-1} ref={card}>
      <Button className="icon-button card-close" aria-label={t('answer.close')} onPress={close}>
        <Icon name="close" />
      </Button>
      <ProblemPlace />
      {cardOf(selection)}
      {isOfPlace(selection) && <PutOnAgenda key={formatSelection(selection)} />}
    </section>
  );
}

/** Escape, where nothing in front of the card takes it: a list, a menu, a dialog, a search. */
function useEscape(close: () => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const inFront = event.target instanceof Element && event.target.closest('[role="dialog"], .popover');
      if (event.key === 'Escape' && !event.defaultPrevented && !inFront) latest.current();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Whether an item of an agenda can be about it. */
function isOfPlace({ kind }: Selection): boolean {
  return kind !== 'association' && kind !== 'part';
}

function cardOf(selection: Selection): ReactNode {
  switch (selection.kind) {
    case 'none':
      return null;
    case 'village':
      return <VillageCard id={selection.id} />;
    case 'point':
      return <PointCard at={selection.at} />;
    case 'association':
      return <AssociationCard id={selection.id} />;
    case 'part':
      return <PartCard id={selection.id} />;
    case 'gap':
    case 'overlap':
    case 'shared':
    case 'sliver':
      return <FaceCard selection={selection} />;
  }
}
