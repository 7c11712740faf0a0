import {
  type InitiativeContent,
  type InitiativeState,
  type InitiativeTrouble,
  type MilestoneProgress,
  RESOURCES,
  type Resource,
} from '../model/initiative.ts';
import { hasEnded } from './initiative-transitions.ts';

interface Followed {
  readonly state: InitiativeState;
  readonly content: Pick<InitiativeContent, 'milestones' | 'budget' | 'shares'>;
  readonly progress: readonly Pick<MilestoneProgress, 'milestone'>[];
}

/**
 * Why an initiative is off track on a day: milestones whose day has passed, the earliest first, and what the shares leave
 * open of the budget. An idea is on no track yet, and one that is done or stopped has left it; no day binds anybody before
 * all have agreed to it.
 */
export function offTrack({ state, content, progress }: Followed, today: string): InitiativeTrouble[] {
  if (state === 'idea' || hasEnded(state)) return [];
  const reached = new Set(progress.map(({ milestone }) => milestone));
  const isBinding = state !== 'proposed';
  const late = content.milestones
    .filter(({ id, dueOn }) => isBinding && dueOn < today && !reached.has(id))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map(({ id, dueOn }): InitiativeTrouble => ({ kind: 'late', milestone: id, dueOn }));
  const short = RESOURCES.flatMap((resource): InitiativeTrouble[] => {
    const missing = missingShare(content, resource);
    return missing > 0 ? [{ kind: 'short', resource, missing }] : [];
  });
  return [...late, ...short];
}

/** How much of a part of the budget no share brings; 0 where all of it is brought. */
export function missingShare(
  { budget, shares }: Pick<InitiativeContent, 'budget' | 'shares'>,
  resource: Resource,
): number {
  return Math.max(0, budget[resource] - broughtShare({ shares }, resource));
}

/** How much of a part of the budget the shares bring. */
export function broughtShare({ shares }: Pick<InitiativeContent, 'shares'>, resource: Resource): number {
  return shares.filter((share) => share.resource === resource).reduce((sum, { amount }) => sum + amount, 0);
}
