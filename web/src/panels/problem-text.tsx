import type { Problem } from '../state/app-state.ts';
import { useWords } from './words.tsx';

/** Why something was not done, in the service's own words where it has some. */
export function ProblemText({ problem }: { problem: Problem }) {
  const { t } = useWords();
  if (problem.kind === 'unreachable') {
    return (
      <p className="problem" role="alert">
        {t('state.failed')}
      </p>
    );
  }
  const fields = problem.fields.map((field) => field.detail).filter((detail) => detail !== '');
  return (
    <p className="problem" role="alert">
      <bdi>{[problem.detail || problem.title, ...fields].join(' ')}</bdi>
    </p>
  );
}
