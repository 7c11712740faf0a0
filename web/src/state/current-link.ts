import type { AppState } from './app-state.ts';
import type { ShareLink } from './share-link.ts';

/** The link that brings somebody else to what is on the screen now. */
export function currentLink({
  area,
  plan,
  day,
  preferences,
  view,
  selection,
  shownProposal,
  shownInitiative,
  meetingsPlace,
  isProjecting,
}: AppState): ShareLink {
  return {
    area: area.status === 'ready' ? area.value.area.id : null,
    // A day says which plan is shown.
    plan: day === null && plan.status === 'ready' ? (plan.value?.plan.id ?? null) : null,
    day,
    language: preferences.language,
    view,
    selection,
    proposal: shownProposal?.proposal.id ?? null,
    initiative: shownInitiative?.initiative.id ?? null,
    meeting: meetingsPlace?.kind === 'meeting' ? meetingsPlace.id : null,
    projects: isProjecting,
  };
}
