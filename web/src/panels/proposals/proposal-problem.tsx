import { ProblemText } from '../problem-text.tsx';
import { useApp } from '../use-app.ts';

/** Why the last thing that was asked about a proposal was refused. */
export function ProposalProblem() {
  const problem = useApp((state) => state.proposalProblem);
  return problem && <ProblemText problem={problem} />;
}
