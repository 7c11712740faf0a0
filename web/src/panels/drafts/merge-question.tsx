import { areaKm2, type MultiPolygon } from '@nitaq/core';
import { useEffect, useRef } from 'react';
import { Button, Group } from 'react-aria-components';
import type { Merging } from '../../state/editor/editing.ts';
import { partAround } from '../../state/part-around.ts';
import { seatNames } from '../drawing/drawing-words.ts';
import { focusMap, isFocusLostOrIn } from '../focus.ts';
import { useApp, useAppStore, useArea, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** After a territory was pointed at to be merged: all of it, or the part there alone. */
export function MergeQuestion() {
  const merging = useApp((state) => state.editing?.merging ?? null);
  return merging && <OpenQuestion merging={merging} />;
}

function OpenQuestion({ merging }: { merging: Merging }) {
  const words = useWords();
  const { t, area: areaText } = words;
  const store = useAppStore();
  const area = useArea();
  const into = useApp((state) => state.editing?.association ?? null);
  const ground = usePlan()?.territories.features.find(({ id }) => id === merging.from)?.geometry ?? null;
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const asking = group.current;
    asking?.focus();
    return () => {
      if (isFocusLostOrIn(asking)) focusMap();
    };
  }, []);
  if (!area || into === null || ground === null) return null;
  const part = partAround(ground, merging.at);
  const question = t('merge.question', {
    from: seatNames([merging.from], area, words),
    into: seatNames([into], area, words),
  });
  const size = (geometry: MultiPolygon) => areaText(areaKm2(geometry));
  return (
    <Group className="placing-bar" aria-label={question} tabIndex={-1} ref={group}>
      <p>{question}</p>
      <div className="bar-actions">
        {part && (
          <Button className="button" onPress={() => store.getState().giveMerging('part')}>
            {t('merge.part', { area: size(part) })}
          </Button>
        )}
        <Button className="button" onPress={() => store.getState().giveMerging('whole')}>
          {t('merge.whole', { area: size(ground) })}
        </Button>
        <Button className="button" data-look="quiet" onPress={() => store.getState().giveMerging(null)}>
          {t('merge.nothing')}
        </Button>
      </div>
    </Group>
  );
}
