import { type AreaId, actionAsOf, type OpenAction } from '@nitaq/core';
import type { Database } from '../../database/open-database.ts';
import { listActions } from '../../repositories/action-repository.ts';
import { listActsOnActions } from '../../repositories/record-repository.ts';
import { requireInstant } from '../find-plan.ts';

/**
 * What the associations of an area had to see to as of an instant, the first due first; left out: now. What an action is
 * called is not recorded: it bears its present words. Errors: `area-not-found`.
 */
export async function actionsOpenThen(
  db: Database,
  { area, at, now }: { readonly area: AreaId; readonly at: string | undefined; readonly now: Date },
): Promise<OpenAction[]> {
  const actions = await listActions(db, area);
  const acts = at === undefined ? null : await listActsOnActions(db, area);
  const instant = await requireInstant(db, { area, at, now });
  const then = actions.flatMap(({ id, title, state, dueOn, owner }) => {
    const known =
      acts === null
        ? { state, dueOn, association: owner.association, owner: owner.name }
        : actionAsOf({ owner, dueOn }, acts.get(id) ?? [], instant);
    if (known?.state !== 'open' || known.association === null) return [];
    const action = { id, title, owner: known.owner, dueOn: known.dueOn };
    return [{ action, association: known.association }];
  });
  return then.toSorted((one, other) => {
    const [a, b] = [one.action, other.action];
    return a.dueOn === b.dueOn ? (a.id < b.id ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1;
  });
}
