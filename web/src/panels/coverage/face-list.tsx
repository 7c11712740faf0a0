import type { FaceFeature, SharedFeature, SliverFeature } from '@nitaq/core';
import { memo, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { OrphansIn } from '../need/orphans-in.tsx';
import { Section, ShortList } from '../section.tsx';
import { useApp, useAppStore, useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';
import { AssociationName, FaceBadge } from './badges.tsx';
import { FaceRowActions } from './face-row-actions.tsx';
import { faceTitle } from './face-words.ts';

interface FaceListProps {
  readonly kind: 'gap' | 'overlap';
  readonly faces: readonly FaceFeature[];
}

/** The gaps or the overlaps of a plan, largest first; choosing one flies there. */
export const FaceList = memo(function FaceList({ kind, faces }: FaceListProps) {
  const { t } = useWords();
  return (
    <Section title={t(`${kind}s.title`)} count={faces.length}>
      {faces.length === 0 ? (
        <p className="quiet">{t(`${kind}s.none`)}</p>
      ) : (
        <ShortList items={faces} keyOf={(face) => face.id}>
          {(face) => (
            <>
              <FaceItem kind={kind} face={face} />
              <FaceRowActions face={face} />
            </>
          )}
        </ShortList>
      )}
    </Section>
  );
});

function FaceItem({ kind, face }: { kind: 'gap' | 'overlap'; face: FaceFeature }) {
  const { t, area } = useWords();
  const store = useAppStore();
  const chosen = useApp(({ selection }) => selection.kind === kind && selection.id === face.id);
  const { villages, associations, areaKm2 } = face.properties;
  return (
    <Button
      className="row-button"
      aria-current={chosen ? 'true' : 'false'}
      onPress={() => void store.getState().select({ kind, id: face.id })}
    >
      <FaceBadge kind={kind} />
      <span className="row-text">
        <FaceTitle face={face} />
        <span className="row-figures">
          <span>{t('count.villages', { count: villages.length })}</span>
          <OrphansIn villages={villages} />
          <span>{area(areaKm2)}</span>
        </span>
        {associations.length > 0 && (
          <span className="row-claimants">
            {associations.map((id) => (
              <AssociationName key={id} id={id} />
            ))}
          </span>
        )}
      </span>
    </Button>
  );
}

/** A face by the names people know it by. */
export function FaceTitle({ face }: { face: FaceFeature | SharedFeature | SliverFeature }) {
  const words = useWords();
  const all = useArea()?.villages;
  const title = useMemo(() => faceTitle(face, all ?? [], words), [all, face, words]);
  return <span className="row-title">{title}</span>;
}
