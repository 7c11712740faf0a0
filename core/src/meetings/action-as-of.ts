import type { ActionItem, ActionState } from '../model/action.ts';
import type { AssociationId } from '../model/ids.ts';
import type { RecordEntry } from '../model/record.ts';

/** An action as far as the record tells how it stood. */
interface ActionThen {
  readonly state: ActionState;
  readonly dueOn: string;
  readonly association: AssociationId | null;
  /** The person whose it was; null: nobody by name, or somebody the record does not name. */
  readonly owner: string | null;
}

/** Whose it is may be another person after these. */
const GIVEN: readonly RecordEntry['act'][] = ['action-changed', 'action-fell-back'];

const STATE_AFTER: Readonly<Partial<Record<RecordEntry['act'], ActionState>>> = {
  'action-opened': 'open',
  'action-reopened': 'open',
  'action-done': 'done',
  'action-dropped': 'dropped',
};

type Act = Pick<RecordEntry, 'act' | 'data' | 'at'>;

/** How an action stood at an instant, by what the record has of it, the oldest first; null: it was not there yet. */
export function actionAsOf(
  action: Pick<ActionItem, 'owner' | 'dueOn'>,
  acts: readonly Act[],
  at: Date,
): ActionThen | null {
  const isBy = (act: Act) => Date.parse(act.at) <= at.getTime();
  const known = acts.filter(isBy);
  if (known.length === 0) return null;
  const later = acts.filter((act) => !isBy(act));
  const isSameOwner = !later.some(({ act }) => GIVEN.includes(act));
  return {
    state: known.reduce<ActionState>((state, { act }) => STATE_AFTER[act] ?? state, 'open'),
    dueOn: lastSaid(known, 'dueOn', isDay) ?? action.dueOn,
    association: later.length === 0 ? action.owner.association : lastAssociation(known),
    owner: isSameOwner ? action.owner.name : null,
  };
}

/** Whose it was by then; null: nobody's, or the record does not say. */
function lastAssociation(known: readonly Act[]): AssociationId | null {
  // Once the record did not say to whom an action fell back, and what stands before that is no longer so.
  const fellBack = known.findLastIndex(({ act }) => act === 'action-fell-back');
  return lastSaid(known.slice(Math.max(fellBack, 0)), 'association', isId) ?? null;
}

/** What was recorded last under a key. */
function lastSaid<T>(
  acts: readonly Act[],
  key: string,
  isValue: (value: unknown) => value is T,
): T | undefined {
  return acts.flatMap(({ data }) => (isValue(data[key]) ? [data[key]] : [])).at(-1);
}

function isDay(value: unknown): value is string {
  return typeof value === 'string';
}

function isId(value: unknown): value is AssociationId | null {
  return typeof value === 'string' || value === null;
}
