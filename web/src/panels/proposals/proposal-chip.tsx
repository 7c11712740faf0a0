import type { ProposalState } from '@nitaq/core';
import { useWords } from '../words.tsx';

/** How far a proposal has come, in a word. */
export function ProposalChip({ state }: { state: ProposalState }) {
  const { t } = useWords();
  return (
    <span className="chip" data-state={state}>
      {t(`proposals.state.${state}`)}
    </span>
  );
}
