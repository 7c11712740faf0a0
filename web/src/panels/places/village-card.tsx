import { VillageGiving } from '../drawing/village-giving.tsx';
import { InitiativesOfVillage } from '../initiatives/initiatives-of-village.tsx';
import { VillageNeed } from '../need/village-need.tsx';
import { WatchVillage } from '../notices/watch-village.tsx';
import { AnswerText } from '../proposals/answer-text.tsx';
import { useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { PlaceButtons } from './place-buttons.tsx';

/** A village and who serves it. */
export function VillageCard({ id }: { id: string }) {
  const { t, name, list, language } = useWords();
  const area = useArea();
  const village = area?.villages.find((candidate) => candidate.id === id);
  if (!village) return <p className="quiet">{t('answer.gone')}</p>;
  return (
    <>
      <h2 className="card-title">
        <bdi>{name(village.name)}</bdi>
      </h2>
      <p className="card-subtitle">
        <bdi>{village.name[language === 'ar' ? 'en' : 'ar']}</bdi>
        <span>{t(`village.${village.kind}`)}</span>
      </p>
      {village.aliases.length > 0 && (
        <p className="quiet">{t('village.aliases', { names: list(village.aliases) })}</p>
      )}
      <p className="question">{t('answer.question')}</p>
      <AnswerText />
      <VillageGiving id={id} />
      <VillageNeed id={village.id} />
      <InitiativesOfVillage id={village.id} />
      <WatchVillage id={village.id} />
      {area && (
        <p className="card-link">
          <a href={`/find/${area.area.id}/${village.id}`}>{t('village.page')}</a>
          <a
            href={`/api/v1/areas/${area.area.id}/reports/village-card?village=${village.id}&lang=${language}`}
          >
            {t('village.card')}
          </a>
        </p>
      )}
      <VillagePlacing id={id} located={village.location !== null} name={name(village.name)} />
    </>
  );
}

function VillagePlacing({ id, located, name }: { id: string; located: boolean; name: string }) {
  const { t } = useWords();
  const buttons = <PlaceButtons target={{ kind: 'village', id }} name={name} />;
  if (!located) return buttons;
  return (
    <details className="correction">
      <summary>{t('place.correct')}</summary>
      {buttons}
    </details>
  );
}
