import type { Plan } from '../model/plan.ts';

/**
 * A plan as one knew it at an instant, null where it had not come into force by then. It says nothing of what was decided
 * about it later, such as when it would end: so the answer about a past day stays the same for ever.
 */
export function planAsOf(plan: Plan, at: Date): Plan | null {
  if (!('inForceFrom' in plan) || Date.parse(plan.inForceFrom) > at.getTime()) return null;
  const { id, number, title, example, base, version, createdAt, inForceFrom } = plan;
  const inForceTo = 'inForceTo' in plan ? plan.inForceTo : null;
  const fields = { id, number, title, example, base, version, createdAt, inForceFrom };
  return inForceTo !== null && Date.parse(inForceTo) <= at.getTime()
    ? { ...fields, updatedAt: inForceTo, state: 'superseded', inForceTo }
    : { ...fields, updatedAt: inForceFrom, state: 'in-force', inForceTo: null };
}
