import { isMoved, type ZoneChange, zoneChanges } from '../../state/zone-changes.ts';
import { useApp, useArea, usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { zoneValues } from './zone-words.ts';

/** What the plan that is shown shares otherwise than the one it is compared with; nothing where that is the same. */
export function ZoneChanges() {
  const { t } = useWords();
  const after = usePlan();
  const before = useApp((state) => state.comparison);
  if (!after || !before) return null;
  const changes = zoneChanges(before.zones, after.zones);
  if (changes.length === 0) return null;
  return (
    <section>
      <h3 className="small-title">{t('zone.changes')}</h3>
      <ul className="affected-changes">
        {changes.map((change) => (
          <li key={change.before?.id ?? change.after?.id}>
            <Change change={change} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Change({ change }: { change: ZoneChange }) {
  const words = useWords();
  const { t } = words;
  const associations = useArea()?.associations ?? [];
  const { before, after } = change;
  if (!before || !after) {
    const zone = before ?? after;
    return (
      zone && t(before ? 'zone.changes.gone' : 'zone.changes.added', zoneValues(zone, associations, words))
    );
  }
  return (
    <>
      <p>{t('zone.changes.before', zoneValues(before, associations, words))}</p>
      <p>{t('zone.changes.after', zoneValues(after, associations, words))}</p>
      {isMoved(change) && <p>{t('zone.changes.place')}</p>}
    </>
  );
}
