import type { NoticeChoice, PersonId } from '@nitaq/core';
import type { Database } from '../database/open-database.ts';

/** Until somebody chooses, a day's notices come in one e-mail. */
const UNCHOSEN: NoticeChoice = { mail: 'daily', language: 'ar' };

/** How each of some people wants to be told. */
export async function noticeChoices(
  db: Database,
  people: readonly string[],
): Promise<(person: string) => NoticeChoice> {
  const rows = await db
    .selectFrom('notice_choice')
    .selectAll()
    .where('person_id', 'in', ['', ...people])
    .execute();
  const choices = new Map(rows.map(({ person_id, mail, language }) => [person_id, { mail, language }]));
  return (person) => choices.get(person) ?? UNCHOSEN;
}

export async function setNoticeChoice(db: Database, person: PersonId, choice: NoticeChoice): Promise<void> {
  await db
    .insertInto('notice_choice')
    .values({ person_id: person, ...choice })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(choice))
    .execute();
}
