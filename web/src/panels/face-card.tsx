import { Button } from 'react-aria-components';
import { type FaceSelection, faceOf } from '../state/selection.ts';
import { AssociationName, FaceBadge } from './badges.tsx';
import { FaceActions } from './face-actions.tsx';
import { FaceTitle } from './face-list.tsx';
import { useAppStore, useArea, usePlan } from './use-app.ts';
import { useWords } from './words.tsx';

/** A gap, an overlap or a sliver: how large it is, who claims it, which villages are in it. */
export function FaceCard({ selection }: { selection: FaceSelection }) {
  const { t, area, name } = useWords();
  const store = useAppStore();
  const plan = usePlan();
  const all = useArea()?.villages ?? [];
  const face = plan && faceOf(plan.coverage, selection);
  if (!face) return <p className="quiet">{t('answer.gone')}</p>;
  const { villages, associations, areaKm2 } = face.properties;
  const inside = all.filter((village) => villages.includes(village.id));
  return (
    <>
      <p className="card-kind">
        <FaceBadge kind={selection.kind} />
        {t(`face.${selection.kind}`)}
      </p>
      <h2 className="card-title">
        <FaceTitle face={face} />
      </h2>
      <p className="card-figures">
        <span>{t('count.villages', { count: villages.length })}</span>
        <span>{area(areaKm2)}</span>
      </p>
      <FaceActions selection={selection} />
      {associations.length > 0 && (
        <>
          <h3 className="card-label">{t('face.claimants')}</h3>
          <ul className="card-list">
            {associations.map((id) => (
              <li key={id}>
                <AssociationName id={id} />
              </li>
            ))}
          </ul>
        </>
      )}
      {inside.length > 0 && (
        <>
          <h3 className="card-label">{t('face.villages')}</h3>
          <ul className="card-villages">
            {inside.map((village) => (
              <li key={village.id}>
                <Button
                  className="pill"
                  onPress={() => void store.getState().select({ kind: 'village', id: village.id })}
                >
                  <bdi>{name(village.name)}</bdi>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
