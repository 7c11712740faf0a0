import type { AppState } from './app-state.ts';
import type { ShareLink } from './share-link.ts';

/** The link that brings somebody else to what is on the screen now. */
export function currentLink({
  area,
  plan,
  preferences,
  view,
  selection,
  shownProposal,
}: AppState): ShareLink {
  return {
    area: area.status === 'ready' ? area.value.area.id : null,
    plan: plan.status === 'ready' ? (plan.value?.plan.id ?? null) : null,
    language: preferences.language,
    view,
    selection,
    proposal: shownProposal?.proposal.id ?? null,
  };
}
