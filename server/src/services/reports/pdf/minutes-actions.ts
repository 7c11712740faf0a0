import type { ActionItem, Association, AssociationId, Minutes } from '@nitaq/core';
import type { ReportWords, WordKey } from '../words/report-words.ts';
import { breakable } from './breakable.ts';
import { section } from './coverage-document.ts';
import type { Block } from './printed-document.ts';

export interface MinutesContext {
  readonly minutes: Minutes;
  readonly associations: readonly Pick<Association, 'id' | 'name'>[];
  readonly words: ReportWords;
  readonly madeAt: string;
}

/** Who does what until when. */
export function actionBlocks(context: MinutesContext): Block[] {
  const { minutes, words, madeAt } = context;
  if (minutes.actions.length === 0) return [];
  const column = (head: WordKey, width: number, isNumber = false) => ({
    head: words.say(head),
    width,
    isNumber,
  });
  return section(
    'minutes.actions',
    [
      {
        kind: 'text',
        text: words.say('minutes.actions.asOf', { day: words.shortDay(madeAt) }),
        look: 'quiet',
      },
      {
        kind: 'table',
        columns: [
          column('minutes.ofDecision', 0.7, true),
          column('minutes.task', 3),
          column('minutes.owner', 2.3),
          column('minutes.dueOn', 2.4),
        ],
        rows: minutes.actions.map((action) => [
          action.decision === null ? '—' : words.number(action.decision),
          `\u2068${breakable(action.title)}\u2069`,
          ownerOf(action, context),
          // The middle of the day is the same day wherever its area lies.
          words.day(action.dueOn),
        ]),
      },
    ],
    words,
  );
}

function ownerOf({ owner }: ActionItem, context: MinutesContext): string {
  const { words } = context;
  const whole = whoseIs(owner.association, context);
  if (owner.person !== null)
    return words.say('minutes.owner.person', { name: breakable(owner.name ?? owner.person), whole });
  return owner.association === null ? whole : words.say('minutes.owner.whole', { association: whole });
}

/** The name of an association; of none, the council. */
export function whoseIs(
  association: AssociationId | null,
  { associations, words }: Pick<MinutesContext, 'associations' | 'words'>,
): string {
  if (association === null) return words.say('minutes.council');
  const found = associations.find(({ id }) => id === association);
  return breakable(found ? words.name(found.name) : association);
}
