import type { CoverageReport, FaceFeature } from '@nitaq/core';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { middleOf, nearestVillage, villagesById } from '../state/summary.ts';
import { AssociationName, FaceBadge } from './badges.tsx';
import { Section, ShortList } from './section.tsx';
import { useApp, useAppStore, useArea } from './use-app.ts';
import { useWords } from './words.tsx';

const NAMES_SHOWN = 3;

/** The gaps or the overlaps of a plan, largest first; choosing one flies there. */
export function FaceList({ kind, report }: { kind: 'gap' | 'overlap'; report: CoverageReport }) {
  const { t } = useWords();
  const faces = (kind === 'gap' ? report.gaps : report.overlaps).features;
  return (
    <Section title={t(`${kind}s.title`)} count={faces.length}>
      {faces.length === 0 ? (
        <p className="quiet">{t(`${kind}s.none`)}</p>
      ) : (
        <ShortList items={faces} keyOf={(face) => face.id}>
          {(face) => <FaceItem kind={kind} face={face} />}
        </ShortList>
      )}
    </Section>
  );
}

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

/** A face by the names people know it by: its villages, else the village nearest to it. */
export function FaceTitle({ face }: { face: FaceFeature }) {
  const { t, name, list } = useWords();
  const all = useArea()?.villages;
  const title = useMemo(() => {
    const byId = villagesById(all ?? []);
    const names = face.properties.villages.flatMap((id) => {
      const village = byId.get(id);
      return village ? [name(village.name)] : [];
    });
    if (names.length > NAMES_SHOWN) return `${list(names.slice(0, NAMES_SHOWN))}…`;
    if (names.length > 0) return list(names);
    const near = nearestVillage(all ?? [], middleOf(face.geometry));
    return near ? t('face.near', { village: name(near.name) }) : t('face.empty');
  }, [all, face, list, name, t]);
  return <span className="row-title">{title}</span>;
}
