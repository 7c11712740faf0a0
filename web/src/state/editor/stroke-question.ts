import type { AppState } from '../app-state.ts';
import type { DrawnSoFar, PreviewQuestion } from './edit-preview.ts';

/** What is asked of a plan when something is drawn on it with the tool in hand; null while no territory is drawn. */
export function questionOfStroke(
  { editing, aids }: Pick<AppState, 'editing' | 'aids'>,
  on: Pick<PreviewQuestion, 'plan' | 'sharing'>,
  drawn: DrawnSoFar,
): PreviewQuestion | null {
  if (!editing || editing.association === null) return null;
  const { tool, association, brushKm, locked, lockedStretches } = editing;
  return {
    ...on,
    locks: { locked, lockedStretches },
    stroke: { tool, association, brushKm, shapes: aids.shapes, villagesBy: aids.villagesBy },
    drawn,
  };
}
