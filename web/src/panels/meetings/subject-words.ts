import type { AgendaSubject } from '@nitaq/core';
import type { AreaData, PlanData } from '../../state/app-state.ts';
import { faceOf, type Selection } from '../../state/selection.ts';
import { faceTitle } from '../coverage/face-words.ts';
import { seatNames } from '../drawing/drawing-words.ts';
import type { Words } from '../words.tsx';

interface SubjectContext {
  readonly area: AreaData;
  readonly plan: PlanData | null;
  readonly selection: Selection;
}

/** What is chosen on the map, as a short title of an item about it. */
export function subjectWords(
  about: AgendaSubject,
  { area, plan, selection }: SubjectContext,
  words: Words,
): string {
  switch (about.kind) {
    case 'village': {
      const village = area.villages.find(({ id }) => id === about.village);
      return village ? words.name(village.name) : about.village;
    }
    case 'border':
      return plain(
        words.t('agenda.about.border', { associations: seatNames(about.associations, area, words) }),
      );
    case 'gap':
    case 'overlap': {
      const face = plan ? faceOf(plan.coverage, selection) : undefined;
      const kind = words.t(`face.${about.kind}`);
      return face ? plain(`${kind}: ${faceTitle(face, area.villages, words)}`) : kind;
    }
    case 'note':
    case 'place':
    case 'proposal':
    case 'initiative':
    case 'action':
    case 'zone':
    case 'missing-village':
      return words.t('agenda.about.place');
  }
}

/** Without the marks that keep names in a sentence apart: a title stands alone, and is stored. */
function plain(text: string): string {
  return text.replaceAll(/[\u2066-\u2069]/g, '');
}
