import type { SharedFeature, ZoneId } from '@nitaq/core';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { isRaisedAgain } from '../../state/zones.ts';
import { AssociationName } from '../coverage/badges.tsx';
import { focusMap, isFocusLostOrIn } from '../focus.ts';
import { ProblemText } from '../problem-text.tsx';
import { useApp, useAppStore } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** What was agreed about a shared place: the lead first, partners, services and the end. */
export function SharedTerms({ place }: { place: SharedFeature }) {
  const words = useWords();
  const { t } = words;
  const { lead, partners, services, endsOn, zone } = place.properties;
  const isDrawing = useApp((state) => state.editing !== null);
  return (
    <>
      {isRaisedAgain(place) && <p className="zone-notice">{t('zone.endsSoon')}</p>}
      <h3 className="card-label">{t('zone.lead')}</h3>
      <p>
        <AssociationName id={lead} />
      </p>
      <h3 className="card-label">{t('zone.partners')}</h3>
      <ul className="card-list">
        {partners.map((id) => (
          <li key={id}>
            <AssociationName id={id} />
          </li>
        ))}
      </ul>
      <h3 className="card-label">{t('zone.services')}</h3>
      <ul className="zone-services">
        {services.map((service) => (
          <li key={service}>
            <bdi>{service}</bdi>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('zone.ends', { date: words.dayOf(endsOn) })}</p>
      {isDrawing && <ZoneActions key={zone} zone={zone} />}
    </>
  );
}

function ZoneActions({ zone }: { zone: ZoneId }) {
  const { t } = useWords();
  const store = useAppStore();
  const problem = useApp((state) => state.zoneProblem);
  const [isSure, setSure] = useState(false);
  const end = async () => {
    await store.getState().removeZone(zone);
    if (isFocusLostOrIn(null)) focusMap();
  };
  const remove = () => (isSure ? void end() : setSure(true));
  return (
    <>
      {problem && <ProblemText problem={problem} />}
      <div className="bar-actions">
        <Button className="button" onPress={() => store.getState().changeZone(zone)}>
          {t('zone.change')}
        </Button>
        <Button className="button" onPress={remove}>
          {t(isSure ? 'zone.remove.sure' : 'zone.remove')}
        </Button>
      </div>
    </>
  );
}
