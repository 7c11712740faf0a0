import type { Association, AssociationId } from '@nitaq/core';
import { memo, useDeferredValue, useId, useMemo } from 'react';
import type { Editing } from '../../state/editor/editing.ts';
import { countedVillages, orphansByAssociation } from '../../state/known-need.ts';
import { AssociationName } from '../coverage/badges.tsx';
import { useApp, useArea, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { NeedBar } from './need-bar.tsx';
import { NeedFailure } from './need-failure.tsx';
import { countSentence } from './need-words.ts';

/** With more associations than these, only those are shown that the drawing concerns. */
const ALL_SHOWN = 8;

/** For each association its need in the plan as it is drawn, against what it can carry; it follows the hand. */
export const NeedBars = memo(function NeedBars({
  association: chosen,
  going,
}: Pick<Editing, 'association' | 'going'>) {
  const { t } = useWords();
  const title = useId();
  const associations = useArea()?.associations ?? [];
  const status = useApp(({ need }) => need?.status ?? null);
  const counted = useApp(countedVillages);
  // The hand goes first: these figures follow when there is time.
  const villages = useDeferredValue(usePlan()?.coverage.villages ?? null);
  const sums = useMemo(() => orphansByAssociation(villages ?? [], counted), [villages, counted]);
  if (status === null || status === 'loading') return null;
  const shown =
    associations.length <= ALL_SHOWN
      ? associations
      : associations.filter(({ id }) => id === chosen || going.includes(id));
  const isAnyKnown = counted.size > 0 || associations.some(({ capacity }) => capacity !== null);
  return (
    <section className="need-bars" aria-labelledby={title}>
      <h2 className="small-title" id={title}>
        {t('need.bars')}
      </h2>
      {status === 'failed' && <NeedFailure />}
      {status === 'ready' && !isAnyKnown && <p className="quiet">{t('need.bars.none')}</p>}
      {status === 'ready' && isAnyKnown && (
        <ul className="need-list">
          {shown.map(({ id, capacity }) => {
            const sum = sums.get(id);
            return (
              <AssociationLoad
                key={id}
                id={id}
                capacity={capacity}
                least={sum?.orphans.least ?? 0}
                most={sum ? sum.orphans.most : 0}
                counted={sum?.counted ?? 0}
                villages={sum?.villages ?? 0}
              />
            );
          })}
        </ul>
      )}
    </section>
  );
});

interface AssociationLoadProps extends Pick<Association, 'capacity'> {
  readonly id: AssociationId;
  readonly least: number;
  readonly most: number | null;
  readonly counted: number;
  readonly villages: number;
}

/** By its numbers, so that only the few are drawn anew that a drag changes. */
const AssociationLoad = memo(function AssociationLoad({
  id,
  capacity,
  least,
  most,
  counted,
  villages,
}: AssociationLoadProps) {
  const words = useWords();
  const { t, number } = words;
  const orphans = countSentence('orphans', { least, most }, words);
  const isCounted = counted > 0;
  return (
    <li data-association={id}>
      <AssociationName id={id} />
      {isCounted && capacity !== null && <NeedBar need={{ least, most }} capacity={capacity} />}
      {isCounted && capacity === null && <p className="quiet">{t('need.bars.noCapacity', { orphans })}</p>}
      {!isCounted && (
        <p className="quiet">{t(capacity === null ? 'need.bars.neither' : 'need.bars.noNeed')}</p>
      )}
      {isCounted && counted < villages && (
        <p className="quiet">{t('need.bars.counted', { counted: number(counted), count: villages })}</p>
      )}
    </li>
  );
});
