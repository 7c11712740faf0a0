import { type FaceSelection, faceOf } from '../../state/selection.ts';
import { VillagePills } from '../drawing/village-pills.tsx';
import { OrphansIn } from '../need/orphans-in.tsx';
import { SharedTerms } from '../sharing/shared-terms.tsx';
import { usePlan } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { AssociationName, FaceBadge } from './badges.tsx';
import { FaceActions } from './face-actions.tsx';
import { FaceTitle } from './face-list.tsx';

/** A gap, an overlap, a shared place or a sliver: how large it is, who claims it, which villages are in it. */
export function FaceCard({ selection }: { selection: FaceSelection }) {
  const { t, area } = useWords();
  const plan = usePlan();
  const face = plan && faceOf(plan.coverage, selection);
  if (!face) return <p className="quiet">{t('answer.gone')}</p>;
  const { villages, associations, areaKm2 } = face.properties;
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
        <OrphansIn villages={villages} />
        <span>{area(areaKm2)}</span>
      </p>
      {'zone' in face.properties && <SharedTerms place={{ ...face, properties: face.properties }} />}
      {selection.kind !== 'shared' && <FaceActions kind={selection.kind} face={face} />}
      {associations.length > 0 && selection.kind !== 'shared' && (
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
      <VillagePills ids={villages} />
    </>
  );
}
