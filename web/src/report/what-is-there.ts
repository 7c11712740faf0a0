import type { AssociationId } from '@nitaq/core';
import type { ReportPlace } from '../map/report-map.ts';
import type { ReportData } from './report-data.ts';

/** What a report says of a place on its map, in one line. */
export function whatIsThere({ map, words, language }: ReportData, place: ReportPlace): string {
  const names = (ids: readonly AssociationId[]) =>
    ids.flatMap((id) => {
      const found = map.associations.find((one) => one.id === id);
      return found ? [found.name[language]] : [];
    });
  switch (place.kind) {
    case 'village': {
      const village = map.villages.find(({ id }) => id === place.id);
      return village
        ? line(village.name[language], words.statuses[village.status], ...names(village.associations))
        : '';
    }
    case 'gap': {
      const gap = map.gaps[place.index];
      return gap ? line(words.gaps[gap.number] ?? '', words.statuses.gap) : '';
    }
    case 'overlap': {
      const overlap = map.overlaps[place.index];
      return overlap ? line(words.overlaps[overlap.number] ?? '', ...names(overlap.associations)) : '';
    }
    case 'shared':
      return line(words.shared, ...names(map.shared[place.index]?.associations ?? []));
    case 'association':
      return line(...names([place.id]));
    case 'nothing':
      return '';
  }
}

/** Names of any script beside each other, each kept from reordering the others. */
function line(...parts: readonly string[]): string {
  return parts.map((part) => `\u2068${part}\u2069`).join(' · ');
}
