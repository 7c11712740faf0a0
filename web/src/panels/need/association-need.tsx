import type { Association } from '@nitaq/core';
import { useApp, useMay } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { CapacityForm } from './capacity-form.tsx';
import { isVague, KnownCounts } from './known-counts.tsx';
import { NeedBar } from './need-bar.tsx';
import { NeedFailure } from './need-failure.tsx';
import { NeedShares } from './need-shares.tsx';

/** How many an association is to care for by the plan in force, how many it can, and whom it lets see exact counts. */
export function AssociationNeed({ association }: { association: Association }) {
  const { t } = useWords();
  const need = useApp((state) => state.need);
  const mayState = useMay('capacity.state', association.id);
  const { id, capacity } = association;
  if (need === null || need.status === 'loading') return <Capacity capacity={capacity} />;
  const total =
    need.status === 'ready' ? need.value.associations.find((one) => one.association === id) : null;
  return (
    <section className="need" aria-labelledby="association-need">
      <h3 className="card-label" id="association-need">
        {t('need.association')}
      </h3>
      {need.status === 'failed' && <NeedFailure />}
      {need.status === 'ready' && !total && <p className="quiet">{t('need.total.none')}</p>}
      {total && (
        <>
          <KnownCounts counts={total} />
          <p className="quiet">{t('need.total')}</p>
          {isVague(total) && <p className="quiet">{t('need.total.rounded')}</p>}
        </>
      )}
      {capacity === null && <p className="quiet">{t('need.capacity.none')}</p>}
      {total && capacity !== null ? (
        <NeedBar need={total.orphans} capacity={capacity} />
      ) : (
        <Capacity capacity={capacity} />
      )}
      {mayState && <CapacityForm key={`${id} ${association.version}`} association={association} />}
      {need.status === 'ready' && <NeedShares association={id} shares={need.value.shares} />}
    </section>
  );
}

function Capacity({ capacity }: Pick<Association, 'capacity'>) {
  const { t } = useWords();
  return capacity === null ? null : <p>{t('association.capacity', { count: capacity })}</p>;
}
