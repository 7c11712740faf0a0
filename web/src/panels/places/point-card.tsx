import type { Position } from '@nitaq/core';
import { Button } from 'react-aria-components';
import { AnswerText } from '../proposals/answer-text.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { positionText } from './position-words.ts';

/** Any place on the map and who covers it. */
export function PointCard({ at }: { at: Position }) {
  const words = useWords();
  const store = useAppStore();
  const village = useApp(({ question }) =>
    question?.status === 'ready' ? question.value.village : undefined,
  );
  return (
    <>
      <h2 className="card-title">{words.t('answer.point')}</h2>
      <p className="card-subtitle">
        <bdi>{positionText(at, words)}</bdi>
      </p>
      {village && (
        <Button
          className="text-button"
          onPress={() => void store.getState().select({ kind: 'village', id: village.id })}
        >
          {words.t('answer.village', { village: words.name(village.name) })}
        </Button>
      )}
      <p className="question">{words.t('answer.question.point')}</p>
      <AnswerText />
    </>
  );
}
