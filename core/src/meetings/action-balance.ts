import type { ActionEntry } from '../model/action.ts';
import type { ActionBalance } from '../model/progress.ts';

/** What happened to actions that says whether they are open, each with its instant. */
export type ActionStep = Pick<ActionEntry, 'change' | 'at'>;

/**
 * How many actions were open at an instant, were opened and closed since, and are open at a later one: what is open then is
 * what was open, with what was opened, without what was closed. `steps` are those of one action after the other.
 */
export function actionBalance(steps: readonly ActionStep[], since: Date | null, until: Date): ActionBalance {
  const from = since?.getTime() ?? Number.NEGATIVE_INFINITY;
  const balance = { openThen: 0, opened: 0, closed: 0, openNow: 0 };
  for (const { change, at } of steps) {
    const instant = Date.parse(at);
    const by = weightOf(change);
    if (by === 0 || instant > until.getTime()) continue;
    balance.openNow += by;
    if (instant <= from) balance.openThen += by;
    else if (by > 0) balance.opened += 1;
    else balance.closed += 1;
  }
  return balance;
}

/** By how much it changes the number of open actions. */
function weightOf(change: ActionEntry['change']): -1 | 0 | 1 {
  switch (change) {
    case 'opened':
    case 'reopened':
      return 1;
    case 'done':
    case 'dropped':
      return -1;
    case 'changed':
    case 'fell-back':
    case 'comment':
      return 0;
  }
}
