import type { LocalizedText, Plan } from '@nitaq/core';
import type { Problem } from '../api/problem.ts';

/** A question about the draft on the screen: another title, or whether it shall go. */
export interface DraftDialog {
  readonly kind: 'rename' | 'delete';
  /** As it was when the question came up, or when it was asked anew. */
  readonly plan: Plan;
  /** What others did to it since: they renamed it, or changed something of it. */
  readonly overtaken: boolean;
  readonly saving: boolean;
  readonly problem: Problem | null;
}

/** What became of the plan on the screen, told once. */
export interface DraftNews {
  readonly kind: 'deleted' | 'deleted-by-others' | 'renamed-by-others';
  /** The title it had; of a renamed one that which it has. */
  readonly title: LocalizedText;
}

export interface DraftsSlice {
  readonly draftDialog: DraftDialog | null;
  readonly draftNews: DraftNews | null;
  /** Asks about the draft that is shown. */
  askAboutDraft(kind: DraftDialog['kind']): void;
  closeDraftDialog(): void;
  /** Gives the draft that is asked about another title; true when the service took it. */
  renameDraft(title: LocalizedText): Promise<boolean>;
  /** Deletes the draft that is asked about, and shows another plan. */
  deleteDraft(): Promise<boolean>;
  /** Others renamed or deleted the plan that is shown, or gave it another base. */
  hearOfDraft(before: Plan, change: 'created' | 'changed' | 'deleted'): Promise<void>;
  dismissDraftNews(): void;
}
