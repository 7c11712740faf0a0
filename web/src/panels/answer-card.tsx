import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Selection } from '../state/selection.ts';
import { AssociationCard } from './association-card.tsx';
import { FaceCard } from './face-card.tsx';
import { Icon } from './icons.tsx';
import { PointCard } from './point-card.tsx';
import { useApp, useAppStore } from './use-app.ts';
import { VillageCard } from './village-card.tsx';
import { useWords } from './words.tsx';

/** What is chosen, and the answer to who covers it; nothing while nothing is chosen. */
export function AnswerCard() {
  const { t } = useWords();
  const store = useAppStore();
  const selection = useApp((state) => state.selection);
  const placing = useApp((state) => state.placing?.by === 'map');
  if (selection.kind === 'none' || placing) return null;
  return (
    <section className="answer-card" aria-label={t('answer.label')}>
      <Button
        className="icon-button card-close"
        aria-label={t('answer.close')}
        onPress={() => store.getState().clearSelection()}
      >
        <Icon name="close" />
      </Button>
      {cardOf(selection)}
    </section>
  );
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
    case 'gap':
    case 'overlap':
    case 'sliver':
      return <FaceCard selection={selection} />;
  }
}
