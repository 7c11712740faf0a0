import type { Initiative, InitiativeTrouble, KnownCount, Resource } from '@nitaq/core';
import type { Words } from '../words.tsx';

/** An amount of what associations bring: «90,000 riyals», «2 people». */
export function amountWords(resource: Resource, amount: number, { t, number }: Words): string {
  return resource === 'people'
    ? t('initiatives.amount.people', { count: amount })
    : t(`initiatives.amount.${resource}`, { amount: number(amount) });
}

/** Why an initiative is off track, as a sentence. */
export function troubleWords(trouble: InitiativeTrouble, { content }: Initiative, words: Words): string {
  if (trouble.kind === 'short') {
    return words.t('initiatives.trouble.short', {
      amount: amountWords(trouble.resource, trouble.missing, words),
    });
  }
  const milestone = content.milestones.find(({ id }) => id === trouble.milestone)?.title ?? '';
  return words.t('initiatives.trouble.late', { milestone, date: words.dayOf(trouble.dueOn) });
}

/** A number as somebody may know it, short enough for a table. */
export function rangeWords({ least, most }: KnownCount, { t, number }: Words): string {
  if (most === null) return t('initiatives.why.atLeast', { least: number(least) });
  if (least === most) return t('initiatives.why.exactly', { least: number(least) });
  return t('initiatives.why.range', { least: number(least), most: number(most) });
}
