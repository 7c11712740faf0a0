import type { AssociationId } from '@nitaq/core';
import { useEffect, useState } from 'react';
import type { AreaData, PlanData } from '../../state/app-state.ts';
import type { GroundExchange } from '../../state/ground-exchanges.ts';
import { seatNames } from '../drawing/drawing-words.ts';
import { useSettledTerritories } from '../use-settled-territories.ts';
import { useWords } from '../words.tsx';

/** How much ground goes from whom to whom between two plans. */
export function ExchangeList({ base, area }: { base: PlanData; area: AreaData }) {
  const words = useWords();
  const territories = useSettledTerritories();
  const [exchanges, setExchanges] = useState<readonly GroundExchange[] | null>(null);
  useEffect(() => {
    let isGone = false;
    // What works it out is much code, and is fetched when somebody wants to know.
    void import('../../state/ground-exchanges.ts').then(({ groundExchanges }) => {
      if (!isGone && territories) setExchanges(groundExchanges(area, base.territories, territories));
    });
    return () => {
      isGone = true;
    };
  }, [area, base.territories, territories]);
  if (!exchanges || exchanges.length === 0) return null;
  const side = (id: AssociationId | null) =>
    id === null ? words.t('changes.nobody') : seatNames([id], area, words);
  return (
    <ul className="change-list" aria-label={words.t('changes.ground')}>
      {exchanges.map(({ from, to, areaKm2 }) => (
        <li key={`${from} ${to}`}>
          {words.t('changes.ground.moved', { area: words.area(areaKm2), before: side(from), now: side(to) })}
        </li>
      ))}
    </ul>
  );
}
