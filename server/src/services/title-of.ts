import type { LocalizedText, PlanEdit } from '@nitaq/core';

/** A title in both languages: one text stands for both. */
export function titleOf({ title }: Pick<PlanEdit, 'title'>): LocalizedText {
  return typeof title === 'string' ? { ar: title, en: title } : title;
}
