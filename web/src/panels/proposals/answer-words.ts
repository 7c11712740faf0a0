import type { Association, CoverageAnswer } from '@nitaq/core';
import type { Selection } from '../../state/selection.ts';
import type { ShownCoverage } from '../../state/shown-coverage.ts';
import type { Words } from '../words.tsx';

type Speaker = Pick<Words, 't' | 'name' | 'list' | 'distance'>;

/** What an answer is about: Arabic says it of a village otherwise than of a place. */
export type About = 'village' | 'place';

export function aboutOf(selection: Selection): About {
  return selection.kind === 'village' ? 'village' : 'place';
}

/** The answer to *which association covers …* as one sentence. */
export function answerSentence(
  { answer, about }: { answer: CoverageAnswer; about: About },
  associations: readonly Association[],
  words: Speaker,
): string {
  const { t, name, list, distance } = words;
  if (answer.plan === null && answer.status !== 'outside' && answer.status !== 'unlocated') {
    return t('answer.noPlan');
  }
  const names = answer.associations.map((association) => name(association.name));
  switch (answer.status) {
    case 'covered': {
      const [lead = '', ...partners] = names;
      if (partners.length > 0) return t(`answer.${about}.shared`, { lead, partners: list(partners) });
      return t(`answer.${about}.covered`, { association: lead });
    }
    case 'overlap':
      return t(`answer.${about}.overlap`, { associations: list(names) });
    case 'gap':
      if (!answer.nearest) return t(`answer.${about}.gap.alone`);
      return t(`answer.${about}.gap`, {
        association: associationName(answer.nearest.association, associations, words),
        distance: distance(answer.nearest.distanceKm * 1000),
      });
    case 'outside':
      return t(`answer.${about}.outside`);
    case 'unlocated':
      return t('answer.unlocated');
  }
}

/** That another association's border is near, or null. */
export function borderSentence(
  { answer: { border }, about }: { answer: CoverageAnswer; about: About },
  associations: readonly Association[],
  words: Speaker,
): string | null {
  if (!border) return null;
  return words.t(`answer.${about}.border`, {
    association: associationName(border.association, associations, words),
    distance: words.distance(border.distanceM),
  });
}

/** What the plan on the screen says, where that is not the one in force. */
export function shownSentence(
  { shown: { status, associations: ids }, about }: { shown: ShownCoverage; about: About },
  associations: readonly Association[],
  words: Speaker,
): string | null {
  const names = ids.map((id) => associationName(id, associations, words));
  switch (status) {
    case 'covered': {
      const [lead = '', ...partners] = names;
      if (partners.length === 0) return words.t(`answer.${about}.here.covered`, { association: lead });
      return words.t(`answer.${about}.here.shared`, { lead, partners: words.list(partners) });
    }
    case 'overlap':
      return words.t(`answer.${about}.here.overlap`, { associations: words.list(names) });
    case 'gap':
      return words.t(`answer.${about}.here.gap`);
    case 'outside':
    case 'unlocated':
      return null;
  }
}

function associationName(id: string, associations: readonly Association[], { name }: Speaker): string {
  const association = associations.find((candidate) => candidate.id === id);
  return association ? name(association.name) : id;
}
