import type { FaceFeature, SharedFeature, SliverFeature, Village } from '@nitaq/core';
import { type CountedVillages, orphansIn } from '../../state/known-need.ts';
import type { FaceSelection } from '../../state/selection.ts';
import { middleOf, nearestVillage, villagesById } from '../../state/summary.ts';
import { orphansSentence } from '../need/need-words.ts';
import type { Words } from '../words.tsx';

const NAMES_SHOWN = 3;

type Face = FaceFeature | SharedFeature | SliverFeature;
type Speaker = Pick<Words, 't' | 'name' | 'list' | 'area' | 'number'>;

/** A face by the names people know it by: its villages, else the village nearest to it. */
export function faceTitle(face: Face, all: readonly Village[], { t, name, list }: Speaker): string {
  const byId = villagesById(all);
  const names = face.properties.villages.flatMap((id) => {
    const village = byId.get(id);
    return village ? [name(village.name)] : [];
  });
  if (names.length > NAMES_SHOWN) return `${list(names.slice(0, NAMES_SHOWN))}…`;
  if (names.length > 0) return list(names);
  const near = nearestVillage(all, middleOf(face.geometry));
  return near ? t('face.near', { village: name(near.name) }) : t('face.empty');
}

/** What a card says of a face, for those who hear it: kind, title, villages, the orphans known to be in them, and size. */
export function faceSentence(
  { face, kind, counted }: { face: Face; kind: FaceSelection['kind']; counted: CountedVillages },
  all: readonly Village[],
  words: Speaker,
): string {
  const { villages, areaKm2 } = face.properties;
  const inside = words.t('count.villages', { count: villages.length });
  const orphans = orphansSentence(orphansIn(villages, counted), words);
  return words.t('face.announced', {
    kind: words.t(`face.${kind}`),
    title: faceTitle(face, all, words),
    villages: orphans === null ? inside : words.t('need.both', { villages: inside, orphans }),
    area: words.area(areaKm2),
  });
}
