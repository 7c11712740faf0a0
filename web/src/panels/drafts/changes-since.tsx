import type { AssociationId, CoverageReport } from '@nitaq/core';
import { memo, useMemo, useState } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import type { AreaData, PlanData } from '../../state/app-state.ts';
import { type VillageMove, villageMoves } from '../../state/village-moves.ts';
import { AssociationName } from '../coverage/badges.tsx';
import { seatNames } from '../drawing/drawing-words.ts';
import { Icon } from '../icons.tsx';
import { ExchangeList } from '../proposals/exchange-list.tsx';
import { useAppStore, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';

interface ChangesProps {
  readonly base: PlanData;
  readonly area: AreaData;
}

/** What is another in the draft than in the plan it was made from: who wins and loses villages and ground, and which. */
export function ChangesSince({ base, area }: ChangesProps) {
  const words = useWords();
  const shown = usePlan()?.coverage ?? base.coverage;
  const moves = useMemo(
    () => villageMoves(base.coverage.villages, shown.villages),
    [base.coverage.villages, shown.villages],
  );
  const wasKm2 = useMemo(() => squareKilometres(base.coverage), [base.coverage]);
  const nowKm2 = squareKilometres(shown);
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure className="disclosure" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Button slot="trigger" className="disclosure-button">
        <span>
          {words.t('changes.title')} <span className="count">{words.number(moves.length)}</span>
        </span>
        <Icon name="down" />
      </Button>
      <DisclosurePanel>
        <p className="quiet">{words.t('changes.since', { plan: words.name(base.plan.title) })}</p>
        <ul className="change-list">
          {area.associations.map(({ id }) => (
            <li key={id}>
              <AssociationName id={id} />
              <Balance
                association={id}
                moves={moves}
                addedKm2={(nowKm2.get(id) ?? 0) - (wasKm2.get(id) ?? 0)}
              />
            </li>
          ))}
        </ul>
        {isOpen && <ExchangeList base={base} area={area} />}
        <MovedVillages moves={moves} area={area} />
      </DisclosurePanel>
    </Disclosure>
  );
}

/** The villages that change hands, each a way to it. */
export function MovedVillages({ moves, area }: { moves: readonly VillageMove[]; area: AreaData }) {
  const { t } = useWords();
  if (moves.length === 0) return null;
  return (
    <ul className="change-list" aria-label={t('changes.villages')}>
      {moves.map((move) => (
        <li key={move.village}>
          <MovedVillage move={move} area={area} />
        </li>
      ))}
    </ul>
  );
}

function squareKilometres({ territories }: CoverageReport): ReadonlyMap<AssociationId, number> {
  return new Map(territories.map(({ association, areaKm2 }) => [association, areaKm2]));
}

interface BalanceProps {
  readonly association: AssociationId;
  readonly moves: readonly VillageMove[];
  readonly addedKm2: number;
}

const Balance = memo(function Balance({ association, moves, addedKm2 }: BalanceProps) {
  const { t, area } = useWords();
  const won = moves.filter(({ before, now }) => !before.includes(association) && now.includes(association));
  const lost = moves.filter(({ before, now }) => before.includes(association) && !now.includes(association));
  const isSame = won.length === 0 && lost.length === 0 && Math.abs(addedKm2) < 0.05;
  if (isSame) return <span className="quiet">{t('changes.same')}</span>;
  return (
    <span className="quiet">
      {t('changes.balance', {
        won: t('count.villages', { count: won.length }),
        lost: t('count.villages', { count: lost.length }),
        area: area(Math.abs(addedKm2)),
        sign: addedKm2 < 0 ? '−' : '+',
      })}
    </span>
  );
});

function MovedVillage({ move, area }: { move: VillageMove; area: AreaData }) {
  const words = useWords();
  const store = useAppStore();
  const village = area.villages.find(({ id }) => id === move.village);
  if (!village) return null;
  const side = (ids: readonly AssociationId[]) =>
    ids.length === 0 ? words.t('changes.nobody') : seatNames(ids, area, words);
  return (
    <Button
      className="text-button"
      onPress={() => void store.getState().select({ kind: 'village', id: village.id })}
    >
      {words.t('changes.moved', {
        village: words.name(village.name),
        before: side(move.before),
        now: side(move.now),
      })}
    </Button>
  );
}
