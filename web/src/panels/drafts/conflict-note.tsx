import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { AreaData } from '../../state/app-state.ts';
import { boundsOf } from '../../state/bounds.ts';
import type { Conflict } from '../../state/editor/editing.ts';
import { villagesBetween } from '../../state/editor/villages-between.ts';
import { linesBeyond } from '../../state/lines-beyond.ts';
import { seatNames, villageNames } from '../drawing/drawing-words.ts';
import { Icon } from '../icons.tsx';
import { useAppStore } from '../use-app.ts';
import { useSettledTerritories } from '../use-settled-territories.ts';
import { useWords } from '../words.tsx';

/** Two people drew the same territory: who the other is, what lies between the two drawings, and which one stays. */
export function ConflictNote({ conflict, area }: { conflict: Conflict; area: AreaData }) {
  const words = useWords();
  const { t } = words;
  const store = useAppStore();
  const territories = useSettledTerritories();
  const { theirs, by } = conflict;
  const ids = theirs.map(({ id }) => id);
  const { between, bounds } = useMemo(() => {
    const mine = territories?.features ?? [];
    return {
      between: villagesBetween(mine, theirs, area.villages),
      bounds: boundsOf(linesBeyond(theirs, mine).flat()),
    };
  }, [territories, theirs, area.villages]);
  const values = { associations: seatNames(ids, area, words), count: ids.length };
  return (
    <div className="note" role="alert">
      <Icon name="info" />
      <div>
        <p>
          {by.length === 0
            ? t('draw.conflict', values)
            : t('draw.conflict.by', { ...values, people: words.list(by) })}
        </p>
        <p>
          {t('draw.conflict.between', {
            villages: villageNames(
              between.map(({ id }) => id),
              area,
              words,
            ),
            count: between.length,
          })}
        </p>
        {bounds && <p>{t('draw.conflict.dotted')}</p>}
        <div className="bar-actions">
          <Button className="button" onPress={() => void store.getState().settleConflict('mine')}>
            {t('draw.conflict.mine')}
          </Button>
          <Button className="button" onPress={() => void store.getState().settleConflict('theirs')}>
            {t('draw.conflict.theirs')}
          </Button>
          {bounds && (
            <Button
              className="button"
              data-look="quiet"
              onPress={() => store.getState().fly({ kind: 'bounds', bounds, besideCard: false })}
            >
              {t('draw.conflict.show')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
