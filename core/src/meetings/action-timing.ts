import type { ActionItem, ActionState } from '../model/action.ts';

const DAY_MS = 86_400_000;
const SOON_DAYS = 7;

/** How an action stands to its day. */
export function actionTiming(
  { state, dueOn }: { readonly state: ActionState; readonly dueOn: string },
  today: string,
): ActionItem['timing'] {
  if (state !== 'open') return 'closed';
  const days = (Date.parse(`${dueOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS;
  if (days < 0) return 'late';
  return days <= SOON_DAYS ? 'soon' : 'later';
}

/** Of what an owner is reminded: that the day comes, and that it has passed. */
export type Reminder = 'soon' | 'late';

/** The reminder that is due for an action; null: none, or its owner had it. */
export function reminderDue(
  action: { readonly state: ActionState; readonly dueOn: string; readonly reminded: Reminder | null },
  today: string,
): Reminder | null {
  const timing = actionTiming(action, today);
  if (timing === 'late') return action.reminded === 'late' ? null : 'late';
  return timing === 'soon' && action.reminded === null ? 'soon' : null;
}
