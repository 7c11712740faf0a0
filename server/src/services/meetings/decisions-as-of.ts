import type { AreaId, Decision } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listActions, type StoredAction } from '../../repositories/action-repository.ts';
import type { StoredDecision } from '../../repositories/decision-repository.ts';

/** Decisions, each with whether it was carried out by an instant. */
export async function decisionsAsOf(
  db: Database,
  area: AreaId,
  decisions: readonly StoredDecision[],
  at: Date,
): Promise<Decision[]> {
  const isOfAction = ({ outcome }: StoredDecision) => outcome.kind === 'action';
  const actions = decisions.some(isOfAction) ? await listActions(db, area) : [];
  return decisions.map((decision) => ({ ...decision, carriedOut: isCarriedOut(decision, actions, at) }));
}

function isCarriedOut(
  { outcome }: StoredDecision,
  actions: readonly StoredAction[],
  at: Date,
): Decision['carriedOut'] {
  switch (outcome.kind) {
    case 'enacted':
      return Date.parse(outcome.inForceFrom) <= at.getTime();
    case 'action': {
      const action = actions.find(({ id }) => id === outcome.action);
      return action?.state === 'done' && Date.parse(action.closedAt ?? '') <= at.getTime();
    }
    case 'sent-back':
    case 'initiative':
    case 'note':
      return null;
  }
}

/** One decision, with whether it was carried out. */
export async function decisionAsOf(
  db: Database,
  area: AreaId,
  decision: StoredDecision,
  at: Date,
): Promise<Decision> {
  const [first] = await decisionsAsOf(db, area, [decision], at);
  return first ?? { ...decision, carriedOut: null };
}
