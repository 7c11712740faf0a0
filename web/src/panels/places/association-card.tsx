import { useMemo } from 'react';
import { summariseAssociations } from '../../state/summary.ts';
import { Swatch } from '../coverage/badges.tsx';
import { MergeActions } from '../drawing/merge-actions.tsx';
import { AssociationNeed } from '../need/association-need.tsx';
import { useArea, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { AssociationPhone } from './association-phone.tsx';

/** An association: what it serves in the plan shown, and its seat. */
export function AssociationCard({ id }: { id: string }) {
  const { t, name, area } = useWords();
  const associations = useArea()?.associations;
  const report = usePlan()?.coverage ?? null;
  const summary = useMemo(
    () => summariseAssociations(associations ?? [], report).find(({ association }) => association.id === id),
    [associations, report, id],
  );
  if (!summary) return <p className="quiet">{t('answer.gone')}</p>;
  const { association, villages, sharedVillages, territoryKm2 } = summary;
  const seat = association.seat.location ? 'association.seat' : 'association.seat.unlocated';
  return (
    <>
      <h2 className="card-title">
        <Swatch place={association.colour} />
        <bdi>{name(association.name)}</bdi>
      </h2>
      {territoryKm2 > 0 ? (
        <p className="card-figures">
          <span>{t('count.villages', { count: villages })}</span>
          {sharedVillages > 0 && <span>{t('count.sharedVillages', { count: sharedVillages })}</span>}
          <span>{area(territoryKm2)}</span>
        </p>
      ) : (
        <p className="card-figures">{t('association.nothing')}</p>
      )}
      <p>{t(seat, { place: name(association.seat.name) })}</p>
      <AssociationPhone association={association} />
      <MergeActions from={association.id} />
      <AssociationNeed association={association} />
    </>
  );
}
