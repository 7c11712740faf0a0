import type { ActionDetail, ActionEdit, ActionItem, NewAction } from '@nitaq/core';
import type { Loadable } from './loadable.ts';

export interface ActionsSlice {
  /** Those of the area, those that are open first by their day; null: not asked yet. */
  readonly actions: Loadable<readonly ActionItem[]> | null;
  /** Those of whoever is signed in; null: not asked yet, or not for them. */
  readonly ownActions: readonly ActionItem[] | null;
  /** The one that is read, with all that happened to it; null: none. */
  readonly shownAction: Loadable<ActionDetail> | null;
  loadActions(): Promise<void>;
  loadAction(id: string): Promise<void>;
  /** These are true when the service took them. */
  openAction(action: NewAction): Promise<boolean>;
  changeAction(action: ActionItem, edit: ActionEdit): Promise<boolean>;
  commentOnAction(action: ActionItem, text: string): Promise<boolean>;
  /** Others did something with an action. */
  hearOfAction(id: string): Promise<void>;
}
