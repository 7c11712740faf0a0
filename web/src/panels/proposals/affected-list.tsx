import type { AffectedAssociation, VillageId } from '@nitaq/core';
import { AssociationName } from '../coverage/badges.tsx';
import { useArea } from '../use-app.ts';
import { useWords } from '../words.tsx';

/** What a proposal changes for each association: villages, ground and borders. */
export function AffectedList({ affected }: { affected: readonly AffectedAssociation[] }) {
  const { t } = useWords();
  return (
    <section>
      <h3 className="small-title">{t('affected.title')}</h3>
      <ul className="people-list">
        {affected.map((one) => (
          <Affected key={one.association} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Affected({ one }: { one: AffectedAssociation }) {
  const sentences = useSentences(one);
  return (
    <li>
      <AssociationName id={one.association} />
      <ul className="affected-changes">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </li>
  );
}

function useSentences(one: AffectedAssociation): string[] {
  const { t, name, list, area: areaWords } = useWords();
  const area = useArea();
  const namesOf = (villages: readonly VillageId[]) =>
    list(
      villages.map((id) => {
        const village = area?.villages.find((candidate) => candidate.id === id);
        return village ? name(village.name) : id;
      }),
    );
  const others = one.borders.map(({ associations }) => {
    const other = associations.find((id) => id !== one.association);
    const found = area?.associations.find(({ id }) => id === other);
    return t('affected.border', { association: found ? name(found.name) : String(other) });
  });
  const villages = (key: 'affected.villagesGained' | 'affected.villagesLost', ids: readonly VillageId[]) =>
    ids.length === 0 ? [] : [t(key, { count: ids.length, names: namesOf(ids) })];
  return [
    ...villages('affected.villagesGained', one.villagesGained),
    ...villages('affected.villagesLost', one.villagesLost),
    ...(one.gainedKm2 > 0 ? [t('affected.gains', { area: areaWords(one.gainedKm2) })] : []),
    ...(one.lostKm2 > 0 ? [t('affected.loses', { area: areaWords(one.lostKm2) })] : []),
    ...others,
    ...(one.sharesOtherwise ? [t('affected.shares')] : []),
    ...(one.termsChange ? [t('affected.terms')] : []),
  ];
}
