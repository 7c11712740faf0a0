import type { SliceContext } from '../app-state.ts';
import type { DraftDesk } from './draft-desk.ts';
import type { EditorSlice } from './editing.ts';

/** A territory that is pointed at goes into the chosen one, all of it or the part there, once a person said which. */
export function mergeCommands(
  { get }: SliceContext,
  { planData, change, attempt }: DraftDesk,
): Pick<EditorSlice, 'startMerging' | 'giveMerging'> {
  return {
    startMerging: (merging) => change({ merging, notice: null }),
    giveMerging: (how) => {
      const { editing } = get();
      const data = planData();
      change({ merging: null });
      if (!editing?.merging || editing.association === null || how === null || !data) return;
      const { from, at } = editing.merging;
      const part = how === 'part' ? { part: at } : {};
      attempt(data, { kind: 'merge-territories', from, into: editing.association, ...part });
    },
  };
}
