import { ProblemText } from '../problem-text.tsx';
import { useApp } from '../use-app.ts';

/** Why the last thing that was asked about people was refused. */
export function PeopleProblem() {
  const problem = useApp((state) => state.peopleProblem);
  return problem && <ProblemText problem={problem} />;
}
