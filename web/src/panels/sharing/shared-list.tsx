import type { PlanZone, SharedFeature } from '@nitaq/core';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import { isRaisedAgain } from '../../state/zones.ts';
import { AssociationName, FaceBadge } from '../coverage/badges.tsx';
import { FaceTitle } from '../coverage/face-list.tsx';
import { Icon } from '../icons.tsx';
import { OrphansIn } from '../need/orphans-in.tsx';
import { Section, ShortList } from '../section.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { zoneValues } from './zone-words.ts';

interface SharedListProps {
  readonly places: readonly SharedFeature[];
  readonly zones: readonly PlanZone[];
}

/** The places of a plan that are shared by agreement, largest first; nothing where none are. */
export const SharedList = memo(function SharedList({ places, zones }: SharedListProps) {
  const { t } = useWords();
  const held = new Set(places.map(({ properties }) => properties.zone));
  const idle = zones.filter(({ id }) => !held.has(id));
  if (places.length + idle.length === 0) return null;
  return (
    <Section title={t('shared.title')} count={places.length}>
      <ShortList items={places} keyOf={(place) => place.id}>
        {(place) => <SharedItem place={place} />}
      </ShortList>
      {idle.length > 0 && <IdleZones zones={idle} />}
    </Section>
  );
});

function SharedItem({ place }: { place: SharedFeature }) {
  const words = useWords();
  const { t, area } = words;
  const store = useAppStore();
  const chosen = useApp(({ selection }) => selection.kind === 'shared' && selection.id === place.id);
  const { villages, associations, areaKm2, endsOn } = place.properties;
  return (
    <Button
      className="row-button"
      aria-current={chosen ? 'true' : 'false'}
      onPress={() => void store.getState().select({ kind: 'shared', id: place.id })}
    >
      <FaceBadge kind="shared" />
      <span className="row-text">
        <FaceTitle face={place} />
        <span className="row-figures">
          <span>{t('count.villages', { count: villages.length })}</span>
          <OrphansIn villages={villages} />
          <span>{area(areaKm2)}</span>
        </span>
        <span className="row-claimants">
          {associations.map((id) => (
            <AssociationName key={id} id={id} />
          ))}
        </span>
        <span className="row-figures">
          <span>{t('zone.ends', { date: words.dayOf(endsOn) })}</span>
        </span>
        {isRaisedAgain(place) && <span className="zone-notice">{t('zone.endsSoon')}</span>}
      </span>
    </Button>
  );
}

/** Agreements that hold nowhere now. */
function IdleZones({ zones }: { zones: readonly PlanZone[] }) {
  const words = useWords();
  const { t, list } = words;
  const store = useAppStore();
  const associations = useArea()?.associations ?? [];
  const isDrawing = useApp((state) => state.editing !== null);
  return (
    <>
      <p className="quiet">{t('zone.idle')}</p>
      <ul className="rows">
        {zones.map((zone) => {
          const { lead, partners, date } = zoneValues(zone, associations, words);
          return (
            <li key={zone.id} className="zone-idle">
              <span>
                {list([lead, partners])} · {t('zone.ends', { date })}
              </span>
              {isDrawing && (
                <Button
                  className="icon-button"
                  aria-label={t('zone.idle.remove', { associations: list([lead, partners]) })}
                  onPress={() => void store.getState().removeZone(zone.id)}
                >
                  <Icon name="close" />
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
