import type { InitiativeState } from '@nitaq/core';
import { useWords } from '../words.tsx';

/** How far an initiative has come, in a word. */
export function InitiativeChip({ state }: { state: InitiativeState }) {
  const { t } = useWords();
  return (
    <span className="chip" data-state={state === 'running' || state === 'agreed' ? 'in-force' : state}>
      {t(`initiatives.state.${state}`)}
    </span>
  );
}
