import type { InitiativeDraft } from '../../state/initiative-draft.ts';

/** Changes a part of what is written. */
export type ChangeDraft = (part: Partial<InitiativeDraft>) => void;

/** What each part of the form works with. */
export interface DraftFieldsProps {
  readonly draft: InitiativeDraft;
  readonly change: ChangeDraft;
}
