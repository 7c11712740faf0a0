import type { FaceFeature } from '@nitaq/core';
import { memo, useMemo, useState } from 'react';
import { Button, Group } from 'react-aria-components';
import { seatNames } from '../drawing/drawing-words.ts';
import { useApp, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { faceTitle } from './face-words.ts';
import { useFaceCommands } from './use-face-commands.ts';
import { useTakers } from './use-takers.ts';

/** More than these are offered in the card alone. */
const MOST_TAKERS = 3;

/** In the list of gaps and overlaps while a draft is drawn: the ways to end one that need no look at the map. */
export function FaceRowActions({ face }: { face: FaceFeature }) {
  const isDrawing = useApp((state) => state.editing !== null);
  const isHandBusy = useApp(({ editing }) => editing !== null && editing.before !== null);
  // Nobody can press them while the hand draws, and drawing them anew in every frame would cost more than all else.
  const [settled, setSettled] = useState(isHandBusy ? null : face);
  if (!isHandBusy && settled !== face) setSettled(face);
  return isDrawing && settled && <Actions face={settled} />;
}

/** By the face, so that only those are drawn anew that a drag changes. */
const Actions = memo(function Actions({ face }: { face: FaceFeature }) {
  const words = useWords();
  const { t } = words;
  const area = useArea();
  const commands = useFaceCommands(face);
  const { near } = useTakers(face);
  const title = useMemo(() => faceTitle(face, area?.villages ?? [], words), [face, area, words]);
  if (!area) return null;
  return (
    <Group className="row-actions" aria-label={t('repair.for', { title })}>
      {near.slice(0, MOST_TAKERS).map((id) => (
        <SmallButton
          key={id}
          text={t('repair.to', { association: seatNames([id], area, words) })}
          onPress={() => commands.give(id)}
        />
      ))}
      {face.properties.associations.length === 0 ? (
        <>
          <SmallButton text={t('repair.share.short')} onPress={commands.shareAmongNeighbours} />
          <SmallButton text={t('repair.seats.short')} onPress={commands.shareAmongSeats} />
        </>
      ) : (
        <SmallButton text={t('repair.middle')} onPress={commands.divide} />
      )}
    </Group>
  );
});

function SmallButton({ text, onPress }: { text: string; onPress: () => void }) {
  return (
    <Button className="button" data-look="small" onPress={onPress}>
      {text}
    </Button>
  );
}
