import type { Position } from '@nitaq/core';
import type { Problem } from '../../state/app-state.ts';
import { ProblemText } from '../problem-text.tsx';
import { useWords } from '../words.tsx';

const DIGITS = 4;

/** Why a location was not saved: in the words and the order of the page where it is about the place itself. */
export function PlacingProblem({ problem, at }: { problem: Problem; at: Position }) {
  const { t, number } = useWords();
  const [longitude, latitude] = at;
  const type = problem.kind === 'refused' ? problem.type.replace('urn:nitaq:problem:', '') : '';
  switch (type) {
    case 'location-looks-swapped': {
      const swapped = { latitude: number(longitude, DIGITS), longitude: number(latitude, DIGITS) };
      return <Said text={t('place.swapped', swapped)} />;
    }
    case 'location-outside-area':
      return <Said text={t('place.outside')} />;
    default:
      return <ProblemText problem={problem} />;
  }
}

function Said({ text }: { text: string }) {
  return (
    <p className="problem" role="alert">
      {text}
    </p>
  );
}
